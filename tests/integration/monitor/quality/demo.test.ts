import { databaseUrl, emptyDatabase, query } from "@/tests/support/database";

import { beforeAll, expect, test } from "vitest";

import { findCampaign } from "@/lib/campaign/server/queries";
import { readFindings } from "@/lib/monitor/quality/server/queries";
import { countByRule } from "@/lib/monitor/quality/server/review";
import { loadAreas } from "@/prisma/seed/areas";
import { loadDemo } from "@/prisma/seed/demo";
import { systemGrant } from "@/tests/support/scene";

const today = "2026-06-04";

beforeAll(async () => {
  await emptyDatabase();
  await loadAreas(databaseUrl);
  await loadDemo(databaseUrl, { today, now: new Date("2026-06-04T10:05:00Z") });
});

test("the demo campaign has a handful of defects of many kinds, and the rest is explained", async () => {
  const grant = systemGrant("quality:review");
  const campaign = await findCampaign(grant.actor, "bian-kapuas");
  if (!campaign) throw new Error("the demo campaign is missing");
  const findings = await readFindings(grant, campaign, today);

  const counts = countByRule(findings);
  expect(Object.fromEntries(counts.map(({ rule, open }) => [rule, open]))).toMatchObject({
    cumulativeFell: 2,
    noSuchDay: 1,
    unusualDay: 4,
    aboveTarget: 2,
    statedTotal: 1,
    target: 2,
  });
  expect(findings.filter(({ isExplained }) => !isExplained)).toHaveLength(13);
  expect(findings.filter(({ isExplained }) => isExplained).length).toBeGreaterThan(5);
  expect(await query("select * from campaign, roll_up_differences(district_code, id)")).toEqual([]);
});
