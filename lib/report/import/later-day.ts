import { columnKeyOf, type ColumnKey } from "@/lib/campaign/column-key";
import {
  unitDayKeyOf,
  unitRoundKeyOf,
  type UnitDayKey,
  type UnitRoundKey,
} from "@/lib/report/report-key";
import type { DailyReportSubmission, StoredReport } from "@/lib/report/schema";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { SheetReport } from "@/lib/report/import/server/sheet-check";

/** A report that stands as cumulative figures: it may hold doses of the days before it. */
export type CumulativeDay = {
  readonly unit: string;
  readonly round: number;
  readonly day: CalendarDay;
  /** What it counts. */
  readonly cells: readonly ColumnKey[];
};

/** A row as it would be stored over what stands. */
type Row = {
  readonly report: SheetReport;
  readonly isSent: boolean;
  readonly tallies: DailyReportSubmission["tallies"];
  readonly standing: StoredReport | null;
};

/** Reports of a file below days that stand as cumulative figures: `laterCumulative` of `lib/report`. */
export class LaterDays {
  readonly #days = new Map<UnitRoundKey, CumulativeDay[]>();

  constructor(stored: readonly CumulativeDay[]) {
    for (const each of stored) {
      const key = unitRoundKeyOf(each);
      this.#days.set(key, [...(this.#days.get(key) ?? []), each]);
    }
  }

  /** The days whose figures may hold what storing the row adds to what stands, in order. */
  above({ report, standing, tallies, isSent }: Row): readonly CalendarDay[] {
    if (!isSent) return [];
    const stood = new Map(standing?.tallies.map((tally) => [columnKeyOf(tally), tally.residents]));
    const added = new Set(
      tallies
        .filter((tally) => tally.residents > (stood.get(columnKeyOf(tally)) ?? 0))
        .map((tally) => columnKeyOf(tally)),
    );
    return (this.#days.get(unitRoundKeyOf({ unit: report.unit.code, round: report.round })) ?? [])
      .filter(({ day, cells }) => day > report.day && cells.some((cell) => added.has(cell)))
      .map(({ day }) => day)
      .sort();
  }
}

/** Unit and day of a row. */
export function placeOf({ unit, day }: Pick<SheetReport, "unit" | "day">): UnitDayKey {
  return unitDayKeyOf({ unit: unit.code, day });
}
