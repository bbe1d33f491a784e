import { databaseUrl, emptyDatabase, query } from "@/tests/support/database";

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

import { beforeAll, expect, test } from "vitest";

import { authorize } from "@/lib/account/auth/grant";
import type { Actor } from "@/lib/account/auth/policy";
import { regionCode } from "@/lib/base/region/code";
import { findCampaign } from "@/lib/campaign/server/queries";
import { readSummary } from "@/lib/monitor/summary/server/queries";
import { loadAreas } from "@/prisma/seed/areas";
import { loadDemo } from "@/prisma/seed/demo";
import { coverageOf } from "@/lib/server/api/coverage";
import { readTrend } from "@/lib/server/api/trend";

const setting = { today: "2026-06-04", now: new Date("2026-06-04T10:05:00Z") };
const migration = "prisma/migrations/20261130004800_people_counted/migration.sql";

beforeAll(async () => {
  await emptyDatabase();
  await loadAreas(databaseUrl);
  await loadDemo(databaseUrl, setting);
});

test("figures are what they were before campaigns said whom they count", async () => {
  expect(await figures()).toBe(before);
});

test("a campaign of before counts children, immunized with doses", async () => {
  await query(`alter table campaign drop noun, drop act, drop gives;
    alter table intervention drop act, drop gives;
    alter table target_group drop noun, drop min_months, drop max_months_exclusive`);
  await query(await readFile(migration, "utf8"));

  expect(await figures()).toBe(before);
  const { campaign } = await open();
  expect(campaign).toMatchObject({ noun: "child", act: "immunized", gives: "dose" });
  expect(campaign.interventions.map(({ act, gives }) => [act, gives])).toEqual(
    campaign.interventions.map(() => [null, null]),
  );
  expect(campaign.targetGroups.map(({ noun, minMonths }) => [noun, minMonths])).toEqual(
    campaign.targetGroups.map(() => [null, null]),
  );
});

/** Of what the read models said of the demo campaign at the version before. */
const before = "5e5349c73cdb7060977deb50f1974a1d144c4e21f82a9806e57622e4d51f5afa";

async function open() {
  const region = regionCode.parse("62.03");
  const dinkes: Actor = {
    id: "00000000-0000-4000-8000-000000000000",
    username: "dinkes.kapuas",
    displayName: "Dinas Kesehatan",
    role: "healthOffice",
    homeRegion: region,
    homeRegionName: "Kabupaten Kapuas",
    office: null,
  };
  const campaign = await findCampaign(dinkes, "bian-kapuas");
  if (!campaign) throw new Error("no demo campaign");
  return { campaign, grant: authorize(dinkes, "coverage:read", region) };
}

/** A digest of every figure of coverage, its trend and the summary, by kecamatan, unit and group. */
async function figures(): Promise<string> {
  const { campaign, grant } = await open();
  const at = setting.now;
  const answers = await Promise.all([
    coverageOf(grant, campaign, {}, at),
    coverageOf(grant, campaign, { by: "unit" }, at),
    coverageOf(grant, campaign, { split: "targetGroup" }, at),
  ]);
  const coverage = answers.map(({ rows, total }) =>
    [...rows, ...total].map((row) => [
      [row.code, row.intervention, row.targetGroup, row.targetPopulation, row.dosesAdministered],
      [row.dosesWithoutTarget, row.nonResidentDoses, row.coverage, row.needed, row.remaining],
      [row.status, row.reportsReceived, row.reportsExpected, row.requiredPerDay, row.recentPace],
    ]),
  );
  const { days } = await readTrend(grant, campaign, {}, at);
  const summary = await readSummary(grant, campaign, { today: setting.today });
  const verdicts = summary.interventions.map(({ intervention, assessment, verdict, ...each }) => [
    [intervention.code, assessment.dosesAdministered, assessment.targetPopulation, verdict.needed],
    [assessment.status, each.below, each.today, each.yesterday, each.late],
  ]);
  return createHash("sha256")
    .update(JSON.stringify([coverage, days.length, verdicts, summary.changes.length]))
    .digest("hex");
}
