import { query, rewrite } from "@/tests/support/database";

import { authorize } from "@/lib/account/auth/grant";
import type { Actor, Permission } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { createCampaign } from "@/lib/campaign/server/commands";
import { findCampaign } from "@/lib/campaign/server/queries";
import { campaignInput } from "@/lib/campaign/schema";
import { regionCode } from "@/lib/base/region/code";

import { person } from "../campaign/district";

/** Selat has seven villages, of which the campaign begins with four; Basarang has two. */
export const selat = [1, 2, 3, 4].map((number) => `62.03.01.100${String(number)}`);
export const selatLater = [5, 6, 7].map((number) => `62.03.01.100${String(number)}`);
export const basarang = [1, 2].map((number) => `62.03.02.200${String(number)}`);

/** What `createCampaign` and `changeCampaign` take: MR in one group, 1 to 30 November. */
export const mrBody = {
  slug: "mr-kapuas",
  name: "MR Kapuas",
  districtCode: "62.03",
  startsOn: "2026-11-01",
  endsOn: "2026-11-30",
  timeZone: "Asia/Jakarta",
  reportCutOff: "16:00",
  isSample: false,
  decidingTargetSource: "local",
  rounds: [{ number: 1, startsOn: "2026-11-01", endsOn: "2026-11-30" }],
  interventions: [{ code: "MR", name: "Campak-rubela (MR)", coverageGoal: "0.95" }],
  targetGroups: [{ code: "anak", name: "9–59 bulan" }],
};

/** A reporting unit as the form sends it. */
export function village(code: string) {
  return { code, name: `Desa ${code.slice(-1)}`, kind: "village", regionCode: code };
}

/** Stores the areas, an officer of the dinkes, and the campaign with six units. */
export async function makeCampaign(): Promise<{ dinkes: Actor; campaign: Campaign }> {
  for (const [code, parent, level, name, kind] of [
    ["62", null, 1, "Kalimantan Tengah", "province"],
    ["62.03", "62", 2, "Kabupaten Kapuas", "kabupaten"],
    ["62.03.01", "62.03", 3, "Selat", "subdistrict"],
    ["62.03.02", "62.03", 3, "Basarang", "subdistrict"],
    ...[...selat, ...selatLater, ...basarang].map(
      (each) => [each, each.slice(0, 8), 4, `Desa ${each.slice(-1)}`, "desa"] as const,
    ),
  ] as const) {
    await query(
      "insert into region (code, parent_code, level, name, kind) values ($1, $2, $3, $4, $5)",
      [code, parent, level, name, kind],
    );
  }
  const dinkes = await person("healthOffice", "62.03");
  const reportingUnits = [...selat, ...basarang].map(village);
  await createCampaign(
    grantOf(dinkes, "campaign:manage"),
    campaignInput.parse({ ...mrBody, reportingUnits }),
  );
  const campaign = await findCampaign(dinkes, mrBody.slug);
  if (!campaign) throw new Error("the campaign is not there");
  return { dinkes, campaign };
}

/** What the officer may do in a region. */
export function grantOf<Name extends Permission>(
  actor: Actor,
  permission: Name,
  region: string = actor.homeRegion,
) {
  return authorize(actor, permission, regionCode.parse(region));
}

/** Reports of these units with ten doses each, on every day from one of November to another. */
export async function report(
  campaign: Campaign,
  units: readonly string[],
  [from, to]: readonly [number, number],
): Promise<void> {
  const key = [campaign.districtCode, campaign.id, units, november(from), november(to)];
  await rewrite(
    `insert into daily_report (district_code, campaign_id, round_number, unit_code, day,
       submission_id, is_on_time, submitted_at)
     select $1, $2, 1, unit, day::date, gen_random_uuid(), true, now()
     from unnest($3::text[]) as unit, generate_series($4::date, $5::date, '1 day') as day`,
    key,
  );
  await rewrite(
    `insert into tally (district_code, campaign_id, round_number, unit_code, day,
       intervention_code, target_group_code, residents, submission_id)
     select $1, $2, 1, unit_code, day, 'MR', 'anak', 10, submission_id
     from daily_report
     where district_code = $1 and campaign_id = $2 and unit_code = any($3)
       and day between $4 and $5`,
    key,
  );
}

/** 5 is "2026-11-05". */
export function november(day: number): string {
  return `2026-11-${String(day).padStart(2, "0")}`;
}
