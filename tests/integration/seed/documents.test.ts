import { databaseUrl, emptyDatabase, query } from "@/tests/support/database";

import { beforeAll, describe, expect, it } from "vitest";

import { coverageOf } from "@/lib/server/api/coverage";
import { coverageQuery } from "@/lib/server/api/query-schema";
import { authorize } from "@/lib/account/auth/grant";
import { findCampaign } from "@/lib/campaign/server/queries";
import { regionCode } from "@/lib/base/region/code";
import { loadAreas } from "@/prisma/seed/areas";
import { loadDemo } from "@/prisma/seed/demo";
import { systemGrant } from "@/tests/support/scene";

const { actor } = systemGrant("coverage:read");
const now = new Date("2026-06-04T10:05:00Z");

beforeAll(async () => {
  await emptyDatabase();
  await loadAreas(databaseUrl);
  await loadDemo(databaseUrl, { today: "2026-06-04", now, hasDocuments: true });
}, 180_000);

/** What the API says of a kabupaten as a whole. */
async function wholeOf(slug: string, asked: Record<string, string>) {
  const campaign = await findCampaign(actor, slug);
  if (!campaign) throw new Error(`${slug} is missing`);
  const grant = authorize(actor, "coverage:read", regionCode.parse(campaign.districtCode));
  return coverageOf(grant, campaign, coverageQuery.parse(asked), now);
}

const tenths = (share: number | null | undefined) =>
  share === null || share === undefined ? null : Math.round(share * 1_000) / 10;

describe("the campaigns of the documents", () => {
  it("are samples with a source, and a second load makes none", async () => {
    expect(
      await query(
        `select slug, is_sample and is_demo and source_name ~ 'DATA CONTOH' as marked
         from campaign where slug not in ('bian-kapuas', 'bian-gunung-mas-2022') order by slug`,
      ),
    ).toEqual([
      { slug: "bian-kapuas-2022", marked: true },
      { slug: "covid-anambas-2021", marked: true },
      { slug: "covid-kapuas-2021", marked: true },
      { slug: "gebyar-klasik-2-lebak", marked: true },
      { slug: "kampung-kb-kapuas-hulu-2024", marked: true },
      { slug: "pin-polio-lebak-2024", marked: true },
    ]);
    expect(await loadDemo(databaseUrl, { today: "2026-06-04", now, hasDocuments: true })).toEqual({
      campaigns: 0,
      users: 0,
    });
  });

  it("leave the sums of every place right", async () => {
    const [row] = await query<{ differences: number }>(
      `select count(*)::int as differences
       from campaign, lateral roll_up_differences(campaign.district_code, campaign.id) as each`,
    );
    expect(row).toEqual({ differences: 0 });
  });

  it("PIN Polio Lebak: 197,163 children, two rounds, a drop-out of 7.3 %", async () => {
    const first = await wholeOf("pin-polio-lebak-2024", { round: "1", asOf: "2024-07-29" });
    expect(first.total).toMatchObject([
      { targetPopulation: 197_163, dosesAdministered: 186_060, coverageGoal: "0.95" },
    ]);
    expect(first.total[0]?.needed).toBeGreaterThan(1_245);
    const second = await wholeOf("pin-polio-lebak-2024", { round: "2", asOf: "2024-08-18" });
    expect(second.total).toMatchObject([{ dosesAdministered: 172_500 }]);
    expect(tenths((186_060 - 172_500) / 186_060)).toBe(7.3);
    expect(JSON.stringify(second.total[0]?.dropouts)).toContain("172500");
  });

  it.each([
    ["2021-11-08", "DOSIS-1", 39.4],
    ["2022-04-05", "DOSIS-1", 93],
    ["2022-04-05", "DOSIS-2", 76.5],
    ["2022-04-05", "BOOSTER", 4.8],
  ])("COVID Kapuas on %s: %s %d %%", async (asOf, intervention, share) => {
    const { total } = await wholeOf("covid-kapuas-2021", { asOf, intervention });
    expect(tenths(total[0]?.coverage)).toBe(share);
  });

  it("COVID Kapuas owes the reports that came, not one of each village and day", async () => {
    const { total } = await wholeOf("covid-kapuas-2021", { asOf: "2022-04-05" });
    expect(total[0]?.reportsExpected).toBe(total[0]?.reportsReceived);
    expect(total[0]?.reportsExpected).toBeLessThan(4_000);
  });

  it("COVID Anambas: 5,113 of 32,415 on the kabupaten, without an invented unit", async () => {
    const { total, gates } = await wholeOf("covid-anambas-2021", { asOf: "2021-06-08" });
    expect(total).toMatchObject([
      { targetPopulation: 32_415, dosesAdministered: 5_113, coverageGoal: "1" },
    ]);
    expect(tenths(total[0]?.coverage)).toBe(15.8);
    expect(gates).toMatchObject([
      { isOpen: true, terms: [{ unitSet: { kind: "stage", code: "opd" }, coverage: 1 }] },
    ]);
  });

  it("Gebyar KLASIK II: each group for itself, no goal, no total", async () => {
    const { total } = await wholeOf("gebyar-klasik-2-lebak", { targetGroup: "baduta-stunting" });
    expect(total).toMatchObject([
      { dosesAdministered: 171, targetPopulation: 197, coverageGoal: null, remaining: 26 },
    ]);
    const whole = await wholeOf("gebyar-klasik-2-lebak", {});
    expect(whole.total.map(({ targetGroup }) => targetGroup)).toHaveLength(10);
    expect(whole.total.every(({ targetGroup }) => targetGroup !== null)).toBe(true);
    expect(whole.total.find(({ targetGroup }) => targetGroup === "remaja-catin")).toMatchObject({
      dosesAdministered: 321,
      targetPopulation: null,
      coverage: null,
    });
    expect(whole.notAdded).toMatchObject([{ total: null }]);
  });
});
