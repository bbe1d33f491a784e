import { expect, test } from "vitest";

import { limits } from "@/lib/base/limits";
import type { ReportResult } from "@/lib/report/schema";
import { withToldProblems } from "@/lib/report/told-problems";

function rejected(problems: number): ReportResult {
  return {
    id: "x",
    outcome: "rejected",
    version: null,
    problems: Array.from({ length: problems }, () => ({ code: "notGiven" })),
  };
}

const stored: ReportResult = { id: "y", outcome: "stored", version: 1, problems: [] };

test("as many problems as a person reads are told whole", () => {
  const results = [rejected(limits.problemsPerReport), stored];
  expect(withToldProblems(results)).toEqual(results);
});

test("of more, the first are told and how many are not", () => {
  const [told] = withToldProblems([rejected(limits.problemsPerReport + 7)]);
  expect(told?.problems).toHaveLength(50);
  expect(told?.untold).toBe(7);
});

test("a batch tells a thousand, and of every rejected report at least one", () => {
  const results = Array.from({ length: 500 }, () => rejected(40));
  const told = withToldProblems(results);
  const sum = told.reduce((all, { problems }) => all + problems.length, 0);

  expect(sum).toBe(1_000);
  expect(told.every(({ problems }) => problems.length > 0)).toBe(true);
  expect(told.reduce((all, { untold = 0 }) => all + untold, 0)).toBe(500 * 40 - 1_000);
});
