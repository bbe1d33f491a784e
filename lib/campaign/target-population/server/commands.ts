import "server-only";

import { z } from "zod";

import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import { auditSubject } from "@/lib/campaign/address";
import type { Campaign, TargetSource } from "@/lib/campaign/campaign";
import { lastDay } from "@/lib/campaign/calendar";
import { unitKinds } from "@/lib/campaign/unit-kind";
import { nothingStored, writeCampaign } from "@/lib/campaign/server/lock-commands";
import type { Transaction } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";
import { AppError } from "@/lib/base/errors";
import { isWithin } from "@/lib/base/region/code";
import { earlierDay, type CalendarDay } from "@/lib/base/time/calendar-day";
import { localDay } from "@/lib/base/time/time-zone";

import { decidingNumber } from "@/lib/campaign/target-population/in-force";
import type { Rejection, TargetCell } from "@/lib/campaign/target-population/rejection";
import { numbersOfPlace } from "./in-force-queries";
import { insertCells, insertSet } from "./set-commands";
import { checkRows, type PlaceCodes } from "@/lib/campaign/target-population/row-check";
import type {
  TargetCorrection,
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

/** What became of a correction. `changed`: another number came meanwhile, and nothing was stored. */
type Correction =
  | { readonly kind: "stored"; readonly setId: number }
  | { readonly kind: "changed"; readonly now: number | null };

/**
 * Stores one number anew, as a set of its own with its day, decree and reason; the one before stays.
 * It is for the round alone where the number in force is, else for every round.
 *
 * @throws {AppError} `forbidden` when the grant does not hold the campaign's whole kabupaten;
 * `notFound` when the campaign has no such box.
 */
export async function correctTarget(
  grant: Grant<"target:import">,
  campaign: Campaign,
  input: TargetCorrection,
  at: Date,
): Promise<Correction> {
  requireDistrict(grant, campaign);
  const { unit, intervention, targetGroup, people, seen, source, asOf, decree, reason } = input;
  const day = localDay(at, campaign.timeZone);
  return writeCampaign<Correction>(campaign, async (tx) => {
    const standing = await standingCell(tx, campaign, input, day);
    if ((standing?.people ?? null) !== seen) {
      return nothingStored({ kind: "changed", now: standing?.people ?? null });
    }
    const round = standing?.round || undefined;
    const row = { unit, intervention, targetGroup, round, people };
    const { accepted } = checkRows([row], campaign, await placeCodes(tx, campaign));
    if (accepted.length === 0) throw new AppError("notFound", JSON.stringify(row));
    // What was wrong was wrong from its first day on.
    const inForceFrom = input.inForceFrom ?? standing?.inForceFrom ?? asOf;
    const setId = await insertSet(tx, grant, campaign, { ...input, inForceFrom }, { at });
    await insertCells(tx, campaign, setId, accepted);
    await tx.$executeRaw`
        SELECT refresh_place_target(${campaign.districtCode}, ${campaign.id}::uuid)`;
    await recordAudit(tx, [
      {
        actor: grant.actor,
        districtCode: campaign.districtCode,
        campaignId: campaign.id,
        action: "target.corrected",
        subject: auditSubject(campaign, unit),
        before: { people: seen },
        after: {
          people,
          setId,
          source,
          intervention,
          targetGroup,
          round,
          asOf,
          inForceFrom,
          decree,
          reason,
        },
      },
    ]);
    return { kind: "stored", setId };
  });
}

const cellNumber = z.object({
  people: z.int(),
  round: z.int(),
  inForceFrom: z.iso.date(),
  set: z.int(),
});

/** The number of a box that decides in its round on a day. */
async function standingCell(
  tx: Transaction,
  campaign: Campaign,
  { source, unit, intervention, targetGroup, round }: TargetCorrection,
  day: CalendarDay,
): Promise<z.infer<typeof cellNumber> | null> {
  const numbers = await readRows(cellNumber, tx)`
    SELECT people, round_number::int AS round, in_force_from::text AS "inForceFrom",
           target_set_id AS set
    FROM (${numbersOfPlace(campaign, unit)}) AS cell
    JOIN target_set
      ON target_set.district_code = cell.district_code
     AND target_set.campaign_id = cell.campaign_id AND target_set.id = cell.target_set_id
    WHERE cell.district_code = ${campaign.districtCode}
      AND cell.campaign_id = ${campaign.id}::uuid
      AND source = ${source} AND intervention_code = ${intervention} AND target_group_code = ${targetGroup}
      AND round_number IN (0, ${round})`;
  const ofRound = campaign.rounds.find(({ number }) => number === round);
  return decidingNumber(numbers, ofRound ? earlierDay(day, lastDay(ofRound)) : day);
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
