import { columnKeyOf, type ColumnKey } from "@/lib/campaign/column-key";
import { dosesOf, measures } from "@/lib/campaign/measures";

import type { DailyReportSubmission, ReportReason, StoredReport } from "./schema";

export type ReportContent = Pick<StoredReport, "zero" | "tallies" | "parts">;

/**
 * What a report says, in one form however it was sent: cells and parts in order of their codes, no
 * count left out, and a zero report without cells, because it says 0 of all of them. Where it says
 * nothing of parts, neither does this.
 */
export function contentOf(
  report: Pick<DailyReportSubmission, "zero" | "tallies" | "parts">,
): ReportContent {
  const zero = report.zero ?? false;
  return {
    ...(report.parts && {
      parts: [...report.parts].sort((a, b) => compareText(a.kind + a.code, b.kind + b.code)),
    }),
    zero,
    tallies: zero
      ? []
      : report.tallies
          .map(({ intervention, targetGroup, ...sent }) => ({
            intervention,
            targetGroup,
            ...dosesOf(sent),
          }))
          .sort((a, b) => compareText(columnKeyOf(a), columnKeyOf(b))),
  };
}

/** The same text for the same content, as `contentOf` orders it. */
export function contentText({ zero, tallies, parts }: ReportContent): string {
  return JSON.stringify([
    zero,
    tallies.map(({ intervention, targetGroup, ...doses }) => [
      intervention,
      targetGroup,
      ...measures.map((measure) => doses[measure]),
    ]),
    ...(parts ? [parts.map(({ kind, code, count }) => [kind, code, count])] : []),
  ]);
}

/** Whether a report says what stands. One that says nothing of parts leaves those that stand. */
export function isSameContent(said: ReportContent, standing: ReportContent): boolean {
  const parts = said.parts && (standing.parts ?? []);
  return contentText(said) === contentText({ ...standing, parts });
}

/** The cumulative figures of a report by cell; null when daily figures were typed. */
export function cumulativeOf(report: DailyReportSubmission): ReadonlyMap<ColumnKey, number> | null {
  if (report.figures !== "cumulative") return null;
  return new Map(report.tallies.map((tally) => [columnKeyOf(tally), tally.cumulative ?? 0]));
}

/** The reason that a report gives; null: none, or "other" without a word. */
export function saidReason({ reason }: DailyReportSubmission): ReportReason | null {
  if (!reason || (reason.code === "other" && !reason.note)) return null;
  return reason;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
