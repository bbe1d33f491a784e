import { emptyDatabase, query } from "@/tests/support/database";

import { expect } from "vitest";

import { authorize } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { findCampaign } from "@/lib/campaign/server/queries";
import type { FindingRule } from "@/lib/monitor/quality/finding";
import { readFindings } from "@/lib/monitor/quality/server/queries";
import { regionCode } from "@/lib/base/region/code";

import { actorOf, makeCampaign, today, units } from "../../report/campaign";
import { report, submit, type mr } from "../../report/sending";

export const dinkes = authorize(
  actorOf("healthOffice", "62.03"),
  "quality:review",
  regionCode.parse("62.03"),
);

/** A campaign in an empty database, in which nothing is wrong. */
export async function campaignInOrder(): Promise<Campaign> {
  await emptyDatabase();
  const campaign = await makeCampaign();
  // The scene leaves one box without a target population; that is a finding of its own test alone.
  await query(
    `insert into target_population
     select district_code, campaign_id, id, $1, 'OPV', 'young', 0, 100 from target_set`,
    [units.hulu],
  );
  await query("select refresh_place_target(district_code, id) from campaign");
  return campaign;
}

/** Sends the dinkes's report of a day, for Selat Hilir unless the test is about another. */
export async function reported(day: string, tallies: ReturnType<typeof mr>[], unit = units.hilir) {
  const sent = [report({ unit, day, tallies })];
  const results = await submit(await fresh(), sent, { region: "62.03" });
  expect(results).toMatchObject([{ outcome: "stored" }]);
}

/** The campaign as it stands: its version and its limits change while a test runs. */
export async function fresh(): Promise<Campaign> {
  const found = await findCampaign(dinkes.actor, "bian");
  if (!found) throw new Error("the campaign is gone");
  return found;
}

export async function found(rule: FindingRule, grant = dinkes, day = today) {
  const findings = await readFindings(grant, await fresh(), day);
  return findings.filter((finding) => finding.rule === rule);
}
