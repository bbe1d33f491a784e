import "server-only";

import { z } from "zod";

import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import { auditSubject } from "@/lib/campaign/address";
import type { Campaign, TargetSource } from "@/lib/campaign/campaign";
import { unitKinds } from "@/lib/campaign/unit-kind";
import { nothingStored, writeCampaign } from "@/lib/campaign/server/lock-commands";
import type { Transaction } from "@/lib/server/db/client";
import { AppError } from "@/lib/base/errors";
import { isWithin } from "@/lib/base/region/code";

import type { Rejection, TargetCell } from "@/lib/campaign/target-population/rejection";
import { insertCells, insertSet } from "./set-commands";
import { checkRows, type PlaceCodes } from "@/lib/campaign/target-population/row-check";
import type {
  TargetPopulationInput,
  TargetSetTerms,
} from "@/lib/campaign/target-population/schema";

type ImportOptions = {
  /** Check only: nothing is stored whatever the rows are. */
  readonly isDryRun: boolean;
  readonly at: Date;
  readonly fileName?: string;
  /** What was done to the numbers of the source: its fractions were rounded. */
  readonly reason?: string;
  /**
   * Newest set of this source when the rows were shown to who confirms them; null: there was none.
   * A set that came between makes the confirmation a conflict. Absent: not asked.
   */
  readonly newestSeen?: number | null;
};

type StoredTargets = {
  readonly accepted: number;
  readonly rejected: readonly Rejection[];
  /** The set that was stored; null when nothing was. */
  readonly setId: number | null;
};

/**
 * Stores target populations as a new set that supersedes the boxes it names; the older sets stay.
 * One rejected row and nothing is stored.
 *
 * @throws {AppError} `forbidden` when the grant does not hold the campaign's whole kabupaten;
 * `conflict` when another set of the source came after `newestSeen`.
 */
export async function importTargetPopulations(
  grant: Grant<"target:import">,
  campaign: Campaign,
  input: TargetPopulationInput,
  options: ImportOptions,
): Promise<StoredTargets> {
  requireDistrict(grant, campaign);

  return writeCampaign<StoredTargets>(campaign, async (tx) => {
    const { accepted, rejected } = checkRows(input.rows, campaign, await placeCodes(tx, campaign));
    if (options.isDryRun || rejected.length > 0) {
      return nothingStored({ accepted: accepted.length, rejected, setId: null });
    }
    await rejectIfSuperseded(tx, campaign, input.source, options.newestSeen);
    const setId = await storeSet(tx, grant, campaign, { ...input, accepted }, options);
    return { accepted: accepted.length, rejected, setId };
  });
}

/** Stores a set that was checked, and says so in the trail. */
export async function storeSet(
  tx: Transaction,
  grant: Grant<"target:import">,
  campaign: Campaign,
  set: TargetSetTerms & { readonly accepted: readonly TargetCell[] },
  options: Pick<ImportOptions, "at" | "fileName" | "reason">,
): Promise<number> {
  const { source, asOf, inForceFrom = asOf, decree, accepted } = set;
  const { reason, fileName: file } = options;
  const terms = { source, asOf, inForceFrom, decree, ...(reason && { reason }) };
  const setId = await insertSet(tx, grant, campaign, terms, options);
  await insertCells(tx, campaign, setId, accepted);
  await tx.$executeRaw`
        SELECT refresh_place_target(${campaign.districtCode}, ${campaign.id}::uuid)`;
  await recordAudit(tx, [
    {
      actor: grant.actor,
      districtCode: campaign.districtCode,
      campaignId: campaign.id,
      action: "target.imported",
      subject: auditSubject(campaign),
      after: { setId, ...terms, rows: accepted.length, file, reason },
    },
  ]);
  return setId;
}

/**
 * Makes one source the one that coverage is computed with, for a reason that the trail keeps.
 *
 * @throws {AppError} `forbidden` when the grant does not hold the campaign's whole kabupaten.
 */
export async function decideTargetSource(
  grant: Grant<"target:import">,
  campaign: Campaign,
  source: TargetSource,
  reason: string,
): Promise<void> {
  requireDistrict(grant, campaign);
  await writeCampaign(campaign, async (tx) => {
    const { districtCode, id } = campaign;
    await tx.campaign.update({
      where: { districtCode_id: { districtCode, id } },
      data: { decidingTargetSource: source },
    });
    await recordAudit(tx, [
      {
        actor: grant.actor,
        districtCode: campaign.districtCode,
        campaignId: campaign.id,
        action: "target.sourceDecided",
        subject: auditSubject(campaign),
        before: { source: campaign.decidingTargetSource },
        after: { source, reason },
      },
    ]);
  });
}

export function requireDistrict(grant: Grant<"target:import">, campaign: Campaign): void {
  if (!isWithin(campaign.districtCode, grant.region)) {
    throw new AppError("forbidden", `${grant.region} is a part of ${campaign.districtCode} only`);
  }
}

/** Of units, of kecamatan, and of the kabupaten; other areas are known, and have no target population. */
export async function placeCodes(tx: Transaction, campaign: Campaign): Promise<PlaceCodes> {
  const units = await tx.reportingUnit.findMany({
    where: ofCampaign(campaign),
    select: { code: true, kind: true },
  });
  const { districtCode } = campaign;
  const areas = await tx.region.findMany({
    where: { OR: [{ code: districtCode }, { code: { startsWith: `${districtCode}.` } }] },
    select: { code: true, name: true, level: true },
  });
  return {
    counted: new Set([...units, ...areas.filter(({ level }) => level < 4)].map(({ code }) => code)),
    known: new Map(areas.map(({ code, name }) => [code, name])),
    kinds: new Map(units.map(({ code, kind }) => [code, z.enum(unitKinds).parse(kind)])),
  };
}

function ofCampaign({ districtCode, id }: Campaign) {
  return { districtCode, campaignId: id };
}

async function rejectIfSuperseded(
  tx: Transaction,
  campaign: Campaign,
  source: TargetSource,
  newestSeen: number | null | undefined,
): Promise<void> {
  if (newestSeen === undefined) return;
  const newestSet = await tx.targetSet.findFirst({
    where: { ...ofCampaign(campaign), source },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  const newest = newestSet?.id ?? null;
  if (newest !== newestSeen) {
    throw new AppError("conflict", `set ${newest} of ${campaign.slug} came after the preview`);
  }
}
