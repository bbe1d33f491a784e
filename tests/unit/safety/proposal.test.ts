import { expect, test } from "vitest";

import { regionCode } from "@/lib/base/region/code";
import type { Intervention, ReportingUnit } from "@/lib/campaign/campaign";
import { parseGoal } from "@/lib/coverage/goal";
import { saidDoneOf } from "@/lib/safety/proposal";

const goals = [
  { fromDay: "2026-05-18", share: parseGoal("0.95"), scope: "whole", decree: null, reason: null },
] as const;
const interventions = [{ code: "MR", goals }] as unknown as readonly Intervention[];
const unit = (code: string): ReportingUnit => ({
  code,
  name: code,
  kind: "village",
  regionCode: regionCode.parse("62.03.01.1001"),
  subdistrictCode: "62.03.01",
});
const counts: Readonly<Record<string, readonly [number, number | null]>> = {
  high: [130, 100],
  edge: [95, 100],
  below: [94, 100],
  assessed: [100, 100],
  unknown: [50, null],
};

test("places that say that they are done are proposed, those that nobody looked at, the highest first", () => {
  const units = ["edge", "below", "assessed", "unknown", "high", "elsewhere"].map(unit);
  const found = saidDoneOf({ interventions }, units, {
    intervention: "MR",
    today: "2026-06-04",
    coverageOf: (code) => {
      const [dosesAdministered, targetPopulation] = counts[code] ?? [];
      return dosesAdministered === undefined || targetPopulation === undefined
        ? null
        : { dosesAdministered, targetPopulation };
    },
    isAssessed: (code) => code === "assessed",
  });
  expect(found).toMatchObject({ done: 3, assessed: 1 });
  expect(found.proposed.map(({ unit: { code } }) => code)).toEqual(["high", "edge"]);
});
