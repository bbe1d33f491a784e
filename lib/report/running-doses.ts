import {
  columnKeyOf,
  placeColumnKeyOf,
  readColumnKey,
  type ColumnKey,
  type PlaceColumnKey,
} from "@/lib/campaign/column-key";
import type { ReadReport } from "@/lib/report/server/read-report";
import type { ReportContent } from "./report-content";
import { unitDayKeyOf, type UnitDayKey } from "./report-key";
import { laterReasons, type ReportProblem, type StoredReport } from "./schema";

/** Doses of a round up to the day before a day, in one unit and cell. */
export type DosesBefore = {
  readonly unit: string;
  readonly day: string;
  readonly cell: ColumnKey;
  readonly doses: number;
  /** The most that stored days after the day take back of what stands at its end; 0: nothing. */
  readonly takenLater?: number;
  /**
   * The first day after the day whose report stands as cumulative figures and counts the cell, with
   * the doses of the round up to and including it, without those of the day; null: there is none.
   */
  readonly later?: { readonly day: string; readonly doses: number } | null;
};

type Change = { readonly day: string; readonly doses: number };

/** Doses before a day as the database has them, and as reports of the same batch have changed them. */
export class RunningDoses {
  readonly #stored = new Map<UnitDayKey, Map<ColumnKey, DosesBefore>>();
  /** A column of a unit is changed by as many reports as there are days, a unit by all. */
  readonly #changes = new Map<PlaceColumnKey, Change[]>();

  constructor(stored: readonly DosesBefore[]) {
    for (const each of stored) {
      const key = unitDayKeyOf(each);
      const day = this.#stored.get(key) ?? new Map<ColumnKey, DosesBefore>();
      this.#stored.set(key, day.set(each.cell, each));
    }
  }

  /** A report was written over what stood; days after it of the same round have other doses before. */
  change(report: ReadReport, before: ReportContent | null): void {
    for (const tally of report.content.tallies)
      this.#note(report, columnKeyOf(tally), tally.residents);
    for (const tally of before?.tallies ?? [])
      this.#note(report, columnKeyOf(tally), -tally.residents);
  }

  before(report: ReadReport, cell: ColumnKey): number {
    return (this.#storedOf(report, cell)?.doses ?? 0) + this.#changed(report, cell);
  }

  /** `DosesBefore.later`, with what reports of the same batch have changed before the day. */
  later(report: ReadReport, cell: ColumnKey): { day: string; doses: number } | null {
    const later = this.#storedOf(report, cell)?.later;
    return later ? { ...later, doses: later.doses + this.#changed(report, cell) } : null;
  }

  /** Cells of the report of which a later day takes doses back, and how many at most. */
  takenLater(report: ReadReport): readonly { readonly cell: ColumnKey; readonly doses: number }[] {
    return [...(this.#stored.get(unitDayKeyOf(report))?.values() ?? [])].flatMap(
      ({ cell, takenLater }) => (takenLater ? [{ cell, doses: takenLater }] : []),
    );
  }

  #storedOf(report: ReadReport, cell: ColumnKey): DosesBefore | undefined {
    return this.#stored.get(unitDayKeyOf(report))?.get(cell);
  }

  #changed(report: ReadReport, cell: ColumnKey): number {
    return (this.#changes.get(keyOf(report, cell)) ?? [])
      .filter((change) => change.day < report.day)
      .reduce((sum, { doses }) => sum + doses, 0);
  }

  #note(report: ReadReport, cell: ColumnKey, doses: number): void {
    const key = keyOf(report, cell);
    const changes = this.#changes.get(key) ?? [];
    changes.push({ day: report.day, doses });
    this.#changes.set(key, changes);
  }
}

/**
 * Where the report would leave a later day below 0 doses of the round: that day was corrected
 * downwards from more. Reports are judged in the order of days, so later ones are as they are stored.
 */
export function belowZeroProblems(report: ReadReport, running: RunningDoses): ReportProblem[] {
  return running.takenLater(report).flatMap(({ cell, doses }): ReportProblem[] => {
    const tally = report.content.tallies.find((each) => columnKeyOf(each) === cell);
    const before = running.before(report, cell) + (tally?.residents ?? 0);
    const value = before - doses;
    if (value >= 0) return [];
    return [{ code: "belowZero", ...readColumnKey(cell), before, value }];
  });
}

/**
 * Where the report brings more doses than stand, below a later day that was typed cumulatively: its
 * figure may hold them already. The sender has to say which, by a reason that only this question
 * has. Reports are judged in the order of days, so later ones are as they are stored.
 */
export function laterProblems(
  report: ReadReport,
  standing: StoredReport | null,
  running: RunningDoses,
): ReportProblem[] {
  if (laterReasons.some((code) => code === report.reason?.code)) return [];
  return report.content.tallies.flatMap((tally): ReportProblem[] => {
    const cell = columnKeyOf(tally);
    const later = running.later(report, cell);
    const stood = standing?.tallies.find((each) => columnKeyOf(each) === cell)?.residents ?? 0;
    if (!later || tally.residents <= stood) return [];
    const { intervention, targetGroup, residents } = tally;
    const { day, doses } = later;
    const numbers = { later: day, before: doses + stood, value: doses + residents };
    return [{ code: "laterCumulative", intervention, targetGroup, ...numbers }];
  });
}

/**
 * What is wrong with a report's cumulative figures: another number of doses before the day than the
 * sender computed with, or a figure below them that nobody explains.
 */
export function cumulativeProblems(report: ReadReport, running: RunningDoses): ReportProblem[] {
  const { cumulative, content, reason } = report;
  if (!cumulative) return [];
  return content.tallies.flatMap((tally): ReportProblem[] => {
    const cell = columnKeyOf(tally);
    const value = cumulative.get(cell) ?? 0;
    const before = running.before(report, cell);
    const { intervention, targetGroup } = tally;
    if (before + tally.residents !== value) {
      return [{ code: "cumulativeChanged", intervention, targetGroup, before, value }];
    }
    return value < before && !reason
      ? [{ code: "cumulativeFell", intervention, targetGroup, before, value }]
      : [];
  });
}

function keyOf({ round, unit }: ReadReport, cell: ColumnKey): PlaceColumnKey {
  return placeColumnKeyOf(unit, cell, round);
}
