import {
  columnKeyOf,
  placeColumnKeyOf,
  type ColumnKey,
  type PlaceColumnKey,
} from "@/lib/campaign/column-key";
import { remaining } from "@/lib/coverage/needed";
import { isFarAboveTarget } from "@/lib/coverage/unusual";

import type { ReportContent } from "./report-content";
import type { ReportProblem } from "./schema";

/** A cell of a unit in a round, with its target population and the doses of each day that stand. */
export type TargetRoom = {
  readonly unit: string;
  readonly round: number;
  readonly cell: ColumnKey;
  /** People of the deciding source. */
  readonly target: number;
  /** The campaign's setting: deviations from the usual that a count may have. */
  readonly deviations: number;
  readonly days: readonly { readonly day: string; readonly residents: number }[];
};

/** What is asked of a report; its unit and day are those of the campaign. */
export type RoomedReport = {
  readonly unit: string;
  readonly day: string;
  readonly round: number | null;
  readonly content: ReportContent;
};

/** Target populations and the doses in them, as stored and as reports of the same batch change them. */
export class TargetRooms {
  readonly #rooms = new Map<
    PlaceColumnKey,
    { readonly room: TargetRoom; readonly days: Map<string, number> }
  >();

  constructor(rooms: readonly TargetRoom[]) {
    for (const room of rooms) {
      const days = new Map(room.days.map(({ day, residents }) => [day, residents]));
      this.#rooms.set(keyOf(room, room.cell), { room, days });
    }
  }

  /** A report was written: its days count as it says. */
  change(report: RoomedReport): void {
    for (const tally of report.content.tallies) {
      this.#rooms.get(keyOf(report, columnKeyOf(tally)))?.days.set(report.day, tally.residents);
    }
  }

  /** People that are left before a count which is far above them; null: the count is not. */
  exceeded(report: RoomedReport, cell: ColumnKey, residents: number): number | null {
    const found = this.#rooms.get(keyOf(report, cell));
    if (!found || residents <= 0) return null;
    const { room, days } = found;
    const earlier = [...days]
      .filter(([day]) => day < report.day)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, doses]) => doses);
    const before = earlier.reduce((sum, doses) => sum + doses, 0);
    const left = remaining({
      dosesAdministered: Math.max(0, before),
      targetPopulation: room.target,
    });
    const isFar = isFarAboveTarget({
      residents,
      remaining: left,
      usualValues: earlier.filter((doses) => doses > 0),
      deviations: room.deviations,
    });
    return isFar ? left : null;
  }
}

/**
 * Cells of a report that are far above what the target population has left, as the grid asks about
 * them. Nobody is asked about a count that stands already, or that its sender says is right.
 */
export function farProblems(
  report: RoomedReport & { readonly isAboveTargetConfirmed: boolean },
  standing: ReportContent | null,
  rooms: TargetRooms,
): ReportProblem[] {
  if (report.isAboveTargetConfirmed) return [];
  return report.content.tallies.flatMap((tally): ReportProblem[] => {
    const { intervention, targetGroup, residents } = tally;
    const cell = columnKeyOf(tally);
    const stood = standing?.tallies.find((each) => columnKeyOf(each) === cell)?.residents ?? 0;
    const left = residents > stood ? rooms.exceeded(report, cell, residents) : null;
    if (left === null) return [];
    return [{ code: "farAboveTarget", intervention, targetGroup, before: left, value: residents }];
  });
}

function keyOf(
  { unit, round }: { readonly unit: string; readonly round: number | null },
  cell: ColumnKey,
): PlaceColumnKey {
  return placeColumnKeyOf(unit, cell, round);
}
