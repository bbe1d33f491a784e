import { columnKeyOf } from "@/lib/report/report-content";
import type { StoredReport } from "@/lib/report/schema";

/** Residents' doses that stand in one cell of a unit on one day. */
export type StoredDay = {
  readonly unit: string;
  readonly round: number;
  readonly day: string;
  /** Intervention and group, "MR/anak". */
  readonly cell: string;
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
  readonly #days = new Map<string, Map<string, Map<string, number>>>();

  constructor(stored: readonly StoredDay[]) {
    for (const { unit, round, day, cell, doses } of stored) {
      const days = this.#daysOf({ unit: { code: unit }, round, day });
      days.set(day, (days.get(day) ?? new Map<string, number>()).set(cell, doses));
    }
  }

  /** Doses of the round up to the day before. */
  before(place: Place, cell: string): number {
    let sum = 0;
    for (const [day, cells] of this.#daysOf(place)) {
      if (day < place.day) sum += cells.get(cell) ?? 0;
    }
    return sum;
  }

  /** Days of the round before the day on which the cell was counted. */
  daysBefore(place: Place, cell: string): number {
    return [...this.#daysOf(place)].filter(([day, cells]) => day < place.day && cells.has(cell))
      .length;
  }

  /** A report replaces what stood on its day, as a whole. */
  replace(place: Place, tallies: StoredReport["tallies"]): void {
    const cells = new Map(tallies.map((tally) => [columnKeyOf(tally), tally.residents]));
    this.#daysOf(place).set(place.day, cells);
  }

  #daysOf({ unit, round }: Place): Map<string, Map<string, number>> {
    const key = `${String(round)} ${unit.code}`;
    const days = this.#days.get(key) ?? new Map<string, Map<string, number>>();
    this.#days.set(key, days);
    return days;
  }
}
