import { limits } from "@/lib/base/limits";

import type { ReportResult } from "./schema";

/**
 * Results with no more problems than a person reads: `limits.problemsPerReport` of each report and
 * `limits.problemsPerBatch` of all, in their order, and how many more there are (`untold`). Of every
 * rejected report at least the first is told, so that nothing is rejected without a reason.
 */
export function withToldProblems(results: readonly ReportResult[]): ReportResult[] {
  const rejected = results.filter(({ problems }) => problems.length > 0).length;
  let left = Math.max(0, limits.problemsPerBatch - rejected);
  return results.map((result) => {
    const { problems } = result;
    const more = Math.min(problems.length, limits.problemsPerReport) - 1;
    if (more < 0) return result;
    const told = 1 + Math.min(more, left);
    left -= told - 1;
    const untold = problems.length - told;
    return untold === 0 ? result : { ...result, problems: problems.slice(0, told), untold };
  });
}
