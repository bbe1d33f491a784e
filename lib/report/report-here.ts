import type { Round } from "@/lib/campaign/campaign";

import type { EntryColumn } from "./entry-row";
import { reportProblems } from "./report-rules";
import type { DailyReportSubmission, ReportProblem } from "./schema";

/**
 * What is wrong with a report by itself, judged where it is typed: the server's own rules, with what
 * an entry screen knows of the campaign. What it says besides tallies is judged in its own fields.
 *
 * The screen was drawn for the day, so the day has begun, whatever the clock of the device says.
 */
export function problemsHere(
  report: DailyReportSubmission,
  { columns, round }: { readonly columns: readonly EntryColumn[]; readonly round: Round },
): ReportProblem[] {
  const codes = [...new Set(columns.map(({ intervention }) => intervention))];
  const campaign = {
    rounds: [round],
    interventions: codes.map((code) => ({
      code,
      targetGroups: columns.flatMap(({ intervention, targetGroup }) =>
        intervention === code ? [targetGroup] : [],
      ),
    })),
    targetGroups: columns.map(({ targetGroup }) => ({ code: targetGroup })),
  };
  return reportProblems(report, { campaign, today: report.day });
}
