import type { UnitKind } from "@/lib/campaign/unit-kind";
import type { ReadReport } from "@/lib/report/server/read-report";
import type { ReportReason, StoredReport } from "./schema";
import { writeAccess, type WriteAccess } from "./write-access";

/** A time in which a closed day was opened again for the kecamatan of a unit. */
export type ReopenedDay = {
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
  /** Whether a unit had ended on a day, or had not begun. */
  readonly isOffDuty: (unit: string, day: string) => boolean;
  /** The campaign was put away: it takes no report of anybody. */
  readonly isArchived: boolean;
  /** Whether a target group is asked of units of a kind. */
  readonly isAsked: (targetGroup: string, kind: UnitKind) => boolean;
};

/**
 * When a report was typed, for the rules: no earlier than what it replaces was received, because it
 * was typed over that. One's own report is different: the next change may wait in the same queue.
 */
function typedAfter(report: ReadReport, standing: StoredReport | null): number {
  const typed = Date.parse(report.submittedAt);
  return standing && !standing.isOwn && baseVersionOf(report) === standing.version
    ? Math.max(typed, Date.parse(standing.receivedAt))
    : typed;
}

/** The version that a report is written over: the one that was chosen against, or the one seen. */
export function baseVersionOf({ baseVersion, choice }: ReadReport): number {
  return choice?.kept === "mine" ? choice.over : baseVersion;
}

/** What its sender may do with a report, by what stands and the hour at which it was typed. */
export function accessOf(
  report: ReadReport,
  standing: StoredReport | null,
  reopenings: readonly ReopenedDay[],
  { mayVerify, cutOffOf, isOffDuty, isArchived, receivedAt }: Sender,
): WriteAccess {
  return writeAccess({
    mayVerify,
    standing,
    closesAt: cutOffOf(report.day),
    isOffDuty: isOffDuty(report.unit, report.day),
    isArchived,
    openings: reopenings
      .filter(({ unit, day }) => unit === report.unit && day === report.day)
      .map(({ from, until }) => ({ from: new Date(from), until: new Date(until) })),
    typedAt: new Date(typedAfter(report, standing)),
    receivedAt: new Date(receivedAt),
  });
}

/** The reason of a change: the one given, else the one that the deed itself tells; null: none. */
export function changeReasonOf(
  report: ReadReport,
  standing: StoredReport | null,
): ReportReason | null {
  if (report.reason) return report.reason;
  if (report.choice?.kept === "mine") return { code: "conflictChoice" };
  if (standing?.status === "returned") {
    return { code: "returned", note: standing.returnReason ?? undefined };
  }
  return null;
}
