import { unitDayKeyOf, type UnitDayKey } from "@/lib/report/report-key";

import type { ReportMark } from "./report-mark";

/** A report as it stands when it is verified or returned. */
export type SettledReport = ReportMark & {
  readonly round: number;
  /** Why it was returned; null: it is not. */
  readonly reason: string | null;
  /** Whether the version that stands was sent by the person asking. */
  readonly isOwn: boolean;
  /** Who verified or returned it, and when; null: nobody has. */
  readonly statusBy: string | null;
  readonly statusAt: string | null;
};

/** What became of the reports of one press. Each mark is in exactly one list. */
export type Settlement = {
  readonly done: readonly SettledReport[];
  /** It stands like that already. */
  readonly already: readonly ReportMark[];
  /** Another version or status stands than the one that was shown. Nothing was done to it. */
  readonly changed: readonly ReportMark[];
  /** Sent by the person themself, who gave no reason to verify it alone. Nothing was done to it. */
  readonly own: readonly ReportMark[];
  /** No such report, or outside the grant's region. */
  readonly missing: readonly ReportMark[];
};

/**
 * Which of the marked reports become what is wanted. Pure: the campaign is locked meanwhile.
 *
 * @param wanted.mayBeOwn whether one's own report is verified too: its sender said why.
 */
export function settle(
  marks: readonly ReportMark[],
  standing: readonly SettledReport[],
  wanted: {
    readonly status: "verified" | "returned";
    readonly reason: string | null;
    readonly mayBeOwn: boolean;
  },
): Settlement {
  const standingAt = new Map(standing.map((report) => [unitDayKeyOf(report), report]));
  const done = new Map<UnitDayKey, SettledReport>();
  const already: ReportMark[] = [];
  const changed: ReportMark[] = [];
  const own: ReportMark[] = [];
  const missing: ReportMark[] = [];

  for (const mark of marks) {
    const report = standingAt.get(unitDayKeyOf(mark));
    if (!report) missing.push(mark);
    else if (report.version !== mark.version) changed.push(mark);
    else if (report.status === wanted.status && report.reason === wanted.reason) already.push(mark);
    else if (report.status !== mark.status) changed.push(mark);
    else if (done.has(unitDayKeyOf(mark))) already.push(mark);
    else if (report.isOwn && !wanted.mayBeOwn) own.push(mark);
    else done.set(unitDayKeyOf(mark), report);
  }
  return { done: [...done.values()], already, changed, own, missing };
}
