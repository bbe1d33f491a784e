import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { EntryColumn, EntryRow } from "./entry-row";

/**
 * The day's reports as rows of a file that can be loaded again: code, name, kecamatan, day, the counts
 * of residents, those of people from outside, and "ya" for a zero report. A unit that has not reported
 * has none of these, and stays unreported when the file is loaded.
 */
export function daySheetRows(
  rows: readonly EntryRow[],
  columns: readonly EntryColumn[],
  day: CalendarDay,
): (string | number | null)[][] {
  return rows.map(({ unit, standing }) => {
    const tallies = columns.map(({ intervention, targetGroup }) =>
      standing?.tallies.find(
        (tally) => tally.intervention === intervention && tally.targetGroup === targetGroup,
      ),
    );
    return [
      unit.code,
      unit.name,
      unit.subdistrictName,
      day,
      ...tallies.map((tally) => tally?.residents ?? null),
      ...tallies.map((tally) => (tally && tally.nonResidents > 0 ? tally.nonResidents : null)),
      standing?.zero ? "ya" : null,
    ];
  });
}
