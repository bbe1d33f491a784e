import { readFile } from "node:fs/promises";

import { z } from "zod";

export type Count = { readonly passed: number; readonly failed: number };

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number() }),
});

/** A check that has no cases of its own counts as one. */
export function countCheck(succeeded: boolean): Count {
  return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * The cases in a JSON report of Vitest or Playwright. A run that failed without a failed case, or
 * without a report (a file that does not load, a server that does not start), is one failure.
 */
export async function countCases(reportFile: string, succeeded: boolean): Promise<Count> {
  const found = await read(reportFile);
  if (found === undefined) return countCheck(false);
  return succeeded ? found : { ...found, failed: Math.max(1, found.failed) };
}

export function addCounts(left: Count, right: Count): Count {
  return { passed: left.passed + right.passed, failed: left.failed + right.failed };
}

async function read(file: string): Promise<Count | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const report = z.union([vitestReport, playwrightReport]).safeParse(JSON.parse(text));
  if (!report.success) return undefined;
  if ("stats" in report.data) {
    const { expected, unexpected } = report.data.stats;
    return { passed: expected, failed: unexpected };
  }
  return { passed: report.data.numPassedTests, failed: report.data.numFailedTests };
}
