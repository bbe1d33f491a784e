import "server-only";

import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import { db, type Transaction } from "@/lib/server/db/client";
import { AppError } from "@/lib/base/errors";
import { isWithin, type RegionCode } from "@/lib/base/region/code";

import { auditSubject } from "@/lib/campaign/address";
import { defaultSettings } from "@/lib/campaign/campaign";
import { without } from "@/lib/campaign/definition";
import { copyBeside } from "./copy-commands";
import { deleteDraft } from "./draft-commands";
import { requireGateSets, saveGates, saveGoals } from "./goal-commands";
import { saveColumns, saveRounds, termsOf } from "./part-commands";
import { saveRoundUnits } from "./round-unit-commands";
import type { CampaignCopy } from "@/lib/campaign/copy";
import type { CampaignInput } from "@/lib/campaign/schema";
import { defaultRhythm } from "@/lib/campaign/rhythm";
import { requireDrawable } from "@/lib/campaign/size";
import { defaultWording } from "@/lib/campaign/wording";
import { addressFor } from "./queries";
import { saveUnitEnds } from "./unit-end-commands";
import { everyVillage, insertUnits, placedUnits } from "./unit-commands";
import { saveUnitSets } from "@/lib/campaign/unit-set/server/commands";

/**
 * Makes a campaign with its rounds, interventions, target groups and reporting units.
 *
 * @param made of which draft, which is then no more; and what it was copied from.
 * @throws {AppError} `notFound` (field `districtCode`) when the kabupaten is unknown or not the
 * grant's; `duplicate` (field `slug`) when the kabupaten has one of that slug; `unknownRegion`
 * (field `reportingUnits.N.regionCode`) for the first unit whose area is unknown or outside the
 * kabupaten; `unknownUnit` (field `unitSets.N.units` or `rounds.N.units`); `campaignTooLarge`.
 * @returns its address for who made it.
 */
export async function createCampaign(
  grant: Grant<"campaign:manage">,
  input: CampaignInput,
  made: { readonly draft?: string; readonly copy?: CampaignCopy | undefined } = {},
): Promise<{ slug: string }> {
  const { districtCode: district, reportingUnits } = input;
  const { copy } = made;
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
    // Its first goals hold from its first day, whatever day it is made on.
    await saveGoals(tx, key, input, { ...grant, former: null, today: input.startsOn });
    await saveGates(tx, key, input.gates ?? []);
    await insertUnits(tx, key, units);
    await saveUnitSets(tx, key, input.unitSets);
    await requireGateSets(tx, key);
    await saveUnitEnds(tx, key, input.unitEnds, {
      standing: [],
      added: input.unitEnds ? units.map(({ code }) => code) : [],
    });
    await saveRoundUnits(tx, key, input.rounds);
    if (made.draft) await deleteDraft(tx, grant, made.draft);
    if (copy) await copyBeside(tx, grant, key, copy);
    await recordAudit(tx, [
      {
        actor: grant.actor,
        districtCode: district,
        campaignId: key.id,
        action: "campaign.created",
        subject: input.slug,
        after: {
          ...without(input, ["formatVersion", "districtCode"]),
          reportingUnits: units.length,
          ...(copy && { copyOf: auditSubject(copy.from), targetDrafts: copy.targets }),
        },
      },
    ]);
  });
  return { slug: await addressFor(grant.actor, input) };
}

function unknownDistrict(code: string): AppError {
  return new AppError("notFound", `no district ${code} for this grant`, "districtCode");
}

async function requireDistrict(tx: Transaction, code: RegionCode): Promise<void> {
  if ((await tx.region.count({ where: { code, level: 2 } })) === 0) throw unknownDistrict(code);
}

async function insertCampaign(tx: Transaction, input: CampaignInput): Promise<string> {
  const { districtCode, slug, timeZone, isSample, decidingTargetSource } = input;
  const [campaign] = await tx.campaign.createManyAndReturn({
    data: {
      districtCode,
      slug,
      timeZone,
      isSample,
      decidingTargetSource,
      ...termsOf(input, {
        ...defaultSettings,
        ...defaultWording,
        ...defaultRhythm,
        reportParts: [],
      }),
    },
    // One whose slug is taken.
    skipDuplicates: true,
    select: { id: true },
  });
  if (!campaign) throw new AppError("duplicate", `slug ${input.slug} is taken`, "slug");
  return campaign.id;
}
