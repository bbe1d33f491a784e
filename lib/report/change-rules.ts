import type { ReadReport } from "@/lib/report/server/read-report";
import { isReasonNeeded } from "./reason-rule";
import type { ReportProblem, ReportReason, StandingReport } from "./schema";

/** A time in which a closed day was opened again for the kecamatan of a unit. */
export type Reopening = {
  readonly unit: string;
  readonly day: string;
  readonly from: string;
  readonly until: string;
};

/** What a rule needs to know of the sender and the hour. */
export type Sender = {
  readonly receivedAt: string;
  readonly receivedBy: string;
  /** Holds `report:verify`: no day is closed to them, and no report locked. */
  readonly mayVerify: boolean;
  /** The instant of the cut-off hour of a local day. */
  readonly cutOffOf: (day: string) => Date;
};

/**
 * When a report was typed, for the rules: no earlier than what it replaces was received, because it
 * was typed over that. One's own report is different: the next change may wait in the same queue.
 */
export function typedAfter(report: ReadReport, standing: StandingReport | null): number {
  const typed = Date.parse(report.submittedAt);
  return standing && !standing.isOwn && baseOf(report) === standing.version
    ? Math.max(typed, Date.parse(standing.receivedAt))
    : typed;
}

/** The version that a report is written over: the one that was chosen against, or the one seen. */
export function baseOf({ baseVersion, choice }: ReadReport): number {
  return choice?.kept === "mine" ? choice.over : baseVersion;
}

/** Why the report that stands, or the hour, does not let this one be written; null: it does. */
export function lockOf(
  report: ReadReport,
  standing: StandingReport | null,
  reopenings: readonly Reopening[],
  { mayVerify, cutOffOf, receivedAt }: Sender,
): ReportProblem | null {
  if (mayVerify) return null;
  if (standing?.status === "verified") return { code: "verifiedReport" };
  // Returning a report asks for it again, so it needs no second permission.
  if (standing?.status === "returned") return null;

  const typed = typedAfter(report, standing);
  if (typed < cutOffOf(report.day).getTime()) return null;
  const isReopened = reopenings.some(
    ({ unit, day, from, until }) =>
      unit === report.unit &&
      day === report.day &&
      (Date.parse(receivedAt) < Date.parse(until) ||
        (Date.parse(from) <= typed && typed < Date.parse(until))),
  );
  return isReopened ? null : { code: "dayClosed" };
}

/** Whether a change of what stands has to say why (`reason-rule`). */
export function needsReason(
  report: ReadReport,
  standing: StandingReport | null,
  { cutOffOf }: Sender,
): boolean {
  const isClosed = typedAfter(report, standing) >= cutOffOf(report.day).getTime();
  return isReasonNeeded(report.content, standing, isClosed);
}

/** The reason of a change: the one given, else the one that the deed itself tells; null: none. */
export function reasonOf(report: ReadReport, standing: StandingReport | null): ReportReason | null {
  if (report.reason) return report.reason;
  if (report.choice?.kept === "mine") return { code: "conflictChoice" };
  if (standing?.status === "returned") {
    return { code: "returned", note: standing.returnReason ?? undefined };
  }
  return null;
}
