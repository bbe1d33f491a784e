import "server-only";

import { z } from "zod";

import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import { db, type Transaction } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";
import { AppError } from "@/lib/base/errors";
import { isWithin, type RegionCode } from "@/lib/base/region/code";

import { defaultSettings } from "@/lib/campaign/campaign";
import { saveColumns, saveRounds } from "./part-commands";
import type { CampaignInput } from "@/lib/campaign/schema";
import { requireDrawable } from "@/lib/campaign/size";
import { addressFor } from "./queries";
import { everyVillage, insertUnits, placedUnits } from "./unit-commands";

/**
 * Makes a campaign with its rounds, interventions, target groups and reporting units.
 *
 * @throws {AppError} `notFound` (field `districtCode`) when the kabupaten is unknown or not the
 * grant's; `duplicate` (field `slug`) when the kabupaten has one of that slug; `unknownRegion`
 * (field `reportingUnits.N.regionCode`) for the first unit whose area is unknown or outside the
 * kabupaten; `campaignTooLarge`.
 * @returns its address for who made it.
 */
export async function createCampaign(
  grant: Grant<"campaign:manage">,
  input: CampaignInput,
): Promise<{ slug: string }> {
  const { districtCode: district, reportingUnits, ...rest } = input;
  if (!isWithin(district, grant.region)) throw unknownDistrict(district);

  await db().$transaction(async (tx) => {
    await requireDistrict(tx, district);
    const units = reportingUnits
      ? await placedUnits(tx, district, reportingUnits)
      : await everyVillage(tx, district);
    requireDrawable(input, units.length);
    const key = { district, id: await insertCampaign(tx, input) };
    await saveRounds(tx, key, input.rounds);
    await saveColumns(tx, key, input);
    await insertUnits(tx, key, units);
    await recordAudit(tx, [
      {
        actor: grant.actor,
        districtCode: district,
        campaignId: key.id,
        action: "campaign.created",
        subject: input.slug,
        after: { ...rest, reportingUnits: units.length },
      },
    ]);
  });
  return { slug: await addressFor(grant.actor, input) };
}

function unknownDistrict(code: string): AppError {
  return new AppError("notFound", `no district ${code} for this grant`, "districtCode");
}

async function requireDistrict(tx: Transaction, code: RegionCode): Promise<void> {
  const rows = await readRows(z.unknown(), tx)`
    SELECT code FROM region WHERE code = ${code} AND level = 2`;
  if (rows.length === 0) throw unknownDistrict(code);
}

async function insertCampaign(tx: Transaction, input: CampaignInput): Promise<string> {
  const [campaign] = await readRows(z.object({ id: z.uuid() }), tx)`
    INSERT INTO campaign (
      district_code, slug, name, legal_basis, starts_on, ends_on, time_zone, report_cut_off,
      is_sample, deciding_target_source, usual_deviations, most_target_share)
    VALUES (
      ${input.districtCode}, ${input.slug}, ${input.name}, ${input.legalBasis ?? null},
      ${input.startsOn}::date, ${input.endsOn}::date, ${input.timeZone},
      ${input.reportCutOff}::time, ${input.isSample}, ${input.decidingTargetSource},
      ${input.usualDeviations ?? defaultSettings.usualDeviations}::numeric,
      ${input.mostTargetShare ?? defaultSettings.mostTargetShare}::numeric)
    ON CONFLICT (district_code, slug) DO NOTHING
    RETURNING id`;
  if (!campaign) throw new AppError("duplicate", `slug ${input.slug} is taken`, "slug");
  return campaign.id;
}
