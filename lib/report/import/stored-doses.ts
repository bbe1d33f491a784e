import { columnKeyOf, type ColumnKey } from "@/lib/campaign/column-key";
import { unitRoundKeyOf, type UnitRoundKey } from "@/lib/report/report-key";
import type { StoredReport } from "@/lib/report/schema";

/** Residents' doses that stand in one cell of a unit on one day. */
export type StoredDay = {
  readonly unit: string;
  readonly round: number;
  readonly day: string;
  readonly cell: ColumnKey;
  readonly doses: number;
};

type Place = {
  readonly unit: { readonly code: string };
  readonly round: number;
  readonly day: string;
};

/** Doses of a round by unit and day, as they stand and as the rows of a file would change them. */
export class StoredDoses {
  /** By unit and round, by day, by cell. */
  readonly #days = new Map<UnitRoundKey, Map<string, Map<ColumnKey, number>>>();

  constructor(stored: readonly StoredDay[]) {
    for (const { unit, round, day, cell, doses } of stored) {
      const days = this.#daysOf({ unit: { code: unit }, round, day });
      days.set(day, (days.get(day) ?? new Map<ColumnKey, number>()).set(cell, doses));
    }
  }

  /** Doses of the round up to the day before. */
  before(place: Place, cell: ColumnKey): number {
    let sum = 0;
    for (const [day, cells] of this.#daysOf(place)) {
      if (day < place.day) sum += cells.get(cell) ?? 0;
    }
    return sum;
  }

  /** Days of the round before the day on which the cell was counted. */
  daysBefore(place: Place, cell: ColumnKey): number {
    return [...this.#daysOf(place)].filter(([day, cells]) => day < place.day && cells.has(cell))
      .length;
  }

  /** A report replaces what stood on its day, as a whole. */
  replace(place: Place, tallies: StoredReport["tallies"]): void {
    const cells = new Map(tallies.map((tally) => [columnKeyOf(tally), tally.residents]));
    this.#daysOf(place).set(place.day, cells);
  }

  #daysOf({ unit, round }: Place): Map<string, Map<ColumnKey, number>> {
    const key = unitRoundKeyOf({ unit: unit.code, round });
    const days = this.#days.get(key) ?? new Map<string, Map<ColumnKey, number>>();
    this.#days.set(key, days);
    return days;
  }
}
