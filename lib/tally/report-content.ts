import type { DailyReportSubmission, StandingReport } from "./schema";

export type ReportContent = Pick<StandingReport, "zero" | "tallies">;

/**
 * What a report says, in one form however it was sent: cells in order of their codes, non-residents
 * never left out, and a zero report without cells, because it says 0 of all of them.
 */
export function contentOf(report: DailyReportSubmission): ReportContent {
  const zero = report.zero ?? false;
  return {
    zero,
    tallies: zero
      ? []
      : report.tallies
          .map(({ intervention, targetGroup, residents, nonResidents = 0 }) => ({
            intervention,
            targetGroup,
            residents,
            nonResidents,
          }))
          .sort((a, b) => compareText(cellOf(a), cellOf(b))),
  };
}

/** The same text for the same content, as `contentOf` orders it. */
export function contentText({ zero, tallies }: ReportContent): string {
  return JSON.stringify([
    zero,
    tallies.map(({ intervention, targetGroup, residents, nonResidents }) => [
      intervention,
      targetGroup,
      residents,
      nonResidents,
    ]),
  ]);
}

function cellOf({ intervention, targetGroup }: ReportContent["tallies"][number]): string {
  return `${intervention}/${targetGroup}`;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
