import { createHash } from "node:crypto";

import type { Campaign } from "@/lib/campaign/campaign";
import { storedId } from "@/lib/base/stored-id";
import { isCalendarDay } from "@/lib/base/time/calendar-day";
import { instantOf, localDay } from "@/lib/base/time/time-zone";

import {
  contentOf,
  contentText,
  cumulativeOf,
  saidReason,
  type ReportContent,
} from "@/lib/report/report-content";
import { partProblems } from "@/lib/report/part/rules";
import { reportProblems, roundOfDay } from "@/lib/report/report-rules";
import type { DailyReportSubmission, ReportProblem, ReportReason } from "@/lib/report/schema";
import { typingTime } from "@/lib/report/typing-time";

/** How a batch was received. */
export type SubmitContext = {
  readonly at: Date;
  /** Where a report comes from that does not say it itself. */
  readonly via: ReadReport["via"];
  /** The sender's clock when it was sent. Without it a report was typed when it was received. */
  readonly sentAt?: Date | undefined;
  /** The device that it came from, when that is a contact (`believed`); left out: a form or a file. */
  readonly contact?: {
    /** What its cookie says; null: it has none. */
    readonly device: string | null;
    readonly waitingSince: Date | null;
  };
};

/** A report of a batch after it was read: what it says, and what is wrong with it by itself. */
export type ReadReport = {
  /** As it is stored, whatever its sender wrote. */
  readonly id: string;
  readonly unit: string;
  readonly day: string;
  /** null: the day is in none, so the report has a problem. */
  readonly round: number | null;
  readonly baseVersion: number;
  /** When it was typed, as far as that is believed (`typing-time`). */
  readonly submittedAt: string;
  readonly via: "screen" | "offline" | "import" | "api";
  /** Cumulative figures by cell; null: daily figures were typed. */
  readonly cumulative: ReadonlyMap<string, number> | null;
  /** null: none, or one that says nothing. */
  readonly reason: ReportReason | null;
  readonly choice: DailyReportSubmission["choice"];
  /** Its sender says that counts far above the target are right. */
  readonly isAboveTargetConfirmed: boolean;
  readonly content: ReportContent;
  /** Digest of unit, day and content. */
  readonly digest: string;
  readonly problems: readonly ReportProblem[];
};

/** Reads a report as if it were alone in the world. */
export function readReport(
  report: DailyReportSubmission,
  campaign: Campaign,
  { at, via, sentAt }: SubmitContext,
  believedFrom: Date | null,
): ReadReport {
  const { unit, day, baseVersion = 0, submittedAt } = report;
  const content = contentOf(report);
  return {
    id: storedId.parse(report.id),
    unit,
    day,
    round: roundOfDay(campaign, day)?.number ?? null,
    baseVersion,
    submittedAt: typingTime({
      submittedAt: submittedAt === undefined ? null : new Date(submittedAt),
      sentAt: sentAt ?? null,
      receivedAt: at,
      dayBegins: isCalendarDay(day) ? instantOf(day, "00:00", campaign.timeZone) : null,
      believedFrom,
    }).toISOString(),
    via: via === "import" ? via : (report.via ?? via),
    cumulative: cumulativeOf(report),
    reason: saidReason(report),
    choice: report.choice,
    isAboveTargetConfirmed: report.isAboveTargetConfirmed ?? false,
    content,
    digest: createHash("sha256")
      .update(JSON.stringify([unit, day, contentText(content)]))
      .digest("hex"),
    problems: [
      ...reportProblems(report, { campaign, today: localDay(at, campaign.timeZone) }),
      ...partProblems(report, campaign),
    ],
  };
}
