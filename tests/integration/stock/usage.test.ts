import { emptyDatabase, query, rewrite } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { readGiven } from "@/lib/stock/server/usage-queries";

import { grantOf, makeCampaign, november, report, selat } from "../monitor/selat-basarang";

let dinkes: Actor;
let campaign: Campaign;
const office = "kantor/pkm-selat";

/** Two villages of Selat report on 3 November; an office holds the first. */
beforeEach(async () => {
  await emptyDatabase();
  ({ dinkes, campaign } = await makeCampaign());
  await query(
    `insert into office (district_code, code, name, kind, region_code)
     values ('62.03', 'pkm-selat', 'Puskesmas Selat', 'puskesmas', '62.03.01')`,
  );
  await query("update reporting_unit set office_code = 'pkm-selat' where code = $1", [selat[0]]);
  await report(campaign, [selat[0], selat[1]] as string[], [3, 3]);
});

function given(stores: string[]) {
  const question = { upTo: november(4), stores: new Set(stores) };
  return readGiven(grantOf(dinkes, "stock:report"), campaign, question);
}

function dosesFrom(rows: Awaited<ReturnType<typeof given>>, store: string): number {
  return rows.filter((row) => row.store === store).reduce((sum, row) => sum + row.given, 0);
}

describe("what reports say was given", () => {
  it("is drawn from the office that holds the unit once it has a store, else from the kecamatan", async () => {
    const without = await given(["62.03.01"]);
    expect(dosesFrom(without, "62.03.01")).toBe(20);

    const both = await given(["62.03.01", office]);
    expect(dosesFrom(both, office)).toBe(10);
    expect(dosesFrom(both, "62.03.01")).toBe(10);
  });

  it("is told apart, with the vials opened for it, where the report says them", async () => {
    await query("update campaign set report_parts = '{vials}'");
    await rewrite(
      `insert into report_part (district_code, campaign_id, round_number, unit_code, day, submission_id, kind, code, count)
       select district_code, campaign_id, round_number, unit_code, day, submission_id, 'vials', 'MR', 1
       from daily_report where unit_code = $1`,
      [selat[0]],
    );
    campaign = { ...campaign, reportParts: ["vials"] };
    const rows = await given(["62.03.01", office]);
    expect(rows.filter(({ opened }) => opened !== null)).toMatchObject([
      { store: office, given: 10, opened: 1 },
    ]);
    expect(dosesFrom(rows, office)).toBe(10);
    expect(dosesFrom(rows, "62.03.01")).toBe(10);
  });
});
