import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { otherMeasures } from "@/lib/campaign/measures";
import type { EntryColumn, EntryRow } from "./entry-row";

/**
 * The day's reports as rows of a file that can be loaded again: code, name, kecamatan, day, the counts
 * of residents, those of other measures, and "ya" for a zero report. A unit that has not reported
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
      ...otherMeasures.flatMap((other) =>
        tallies.map((tally) => (tally && tally[other] > 0 ? tally[other] : null)),
      ),
      standing?.zero ? "ya" : null,
    ];
  });
}
