import "server-only";

import { z } from "zod";

import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import { AppError } from "@/lib/base/errors";
import { earlierDay, type CalendarDay } from "@/lib/base/time/calendar-day";
import { localDay } from "@/lib/base/time/time-zone";
import { auditSubject } from "@/lib/campaign/address";
import { lastDay } from "@/lib/campaign/calendar";
import type { Campaign } from "@/lib/campaign/campaign";
import { nothingStored, writeCampaign } from "@/lib/campaign/server/lock-commands";
import { decidingNumber, type DecidingCell } from "@/lib/campaign/target-population/in-force";
import { checkRows } from "@/lib/campaign/target-population/row-check";
import type { TargetCorrection, TargetWithdrawal } from "@/lib/campaign/target-population/schema";
import type { Transaction } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";

import { placeCodes, requireDistrict } from "./commands";
import { numbersOfPlace } from "./in-force-queries";
import { insertCells, insertSet } from "./set-commands";

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
  const { unit, intervention, targetGroup, people, seen, asOf } = input;
  return writeCampaign<Correction>(campaign, async (tx) => {
    const standing = await standingNumber(tx, campaign, input, at);
    if ((standing?.people ?? null) !== seen) {
      return nothingStored({ kind: "changed", now: standing?.people ?? null });
    }
    const round = standing?.round || undefined;
    const row = { unit, intervention, targetGroup, round, people };
    const { accepted } = checkRows([row], campaign, await placeCodes(tx, campaign));
    const [cell] = accepted;
    if (!cell) throw new AppError("notFound", JSON.stringify(row));
    // What was wrong was wrong from its first day on.
    const inForceFrom = input.inForceFrom ?? standing?.inForceFrom ?? asOf;
    const setId = await storeNumber(tx, { grant, campaign, at }, { ...input, inForceFrom }, cell);
    return { kind: "stored", setId };
  });
}

/**
 * Says that a kecamatan or the kabupaten has no figure of its own from a day on: the sum of its units
 * divides again, and the days before keep the figure. A set of its own with its day, decree and reason,
 * for the round alone where the figure in force is.
 *
 * @throws {AppError} `forbidden` when the grant does not hold the campaign's whole kabupaten; `notFound`
 * for a unit, whose number is corrected alone; `ownFigureLater` (field `inForceFrom`) for a day before
 * the figure's own, from which it would decide on.
 */
export async function withdrawTarget(
  grant: Grant<"target:import">,
  campaign: Campaign,
  input: TargetWithdrawal,
  at: Date,
): Promise<Correction> {
  requireDistrict(grant, campaign);
  const { unit, intervention, targetGroup, seen, inForceFrom } = input;
  return writeCampaign<Correction>(campaign, async (tx) => {
    const { kinds } = await placeCodes(tx, campaign);
    if (kinds.has(unit)) throw new AppError("notFound", `${unit} is a unit`);
    const standing = await standingNumber(tx, campaign, input, at);
    const people = standing?.people ?? null;
    if (standing === null || people === null || people !== seen) {
      return nothingStored({ kind: "changed", now: people });
    }
    if (inForceFrom < standing.inForceFrom) {
      throw new AppError("ownFigureLater", standing.inForceFrom, "inForceFrom");
    }
    const cell = { unit, intervention, targetGroup, round: standing.round, people: null };
    const terms = { ...input, asOf: inForceFrom };
    const setId = await storeNumber(tx, { grant, campaign, at }, terms, cell);
    return { kind: "stored", setId };
  });
}

/** Stores one number, or that there is none any more, as a set, and says so in the trail. */
async function storeNumber(
  tx: Transaction,
  by: {
    readonly grant: Grant<"target:import">;
    readonly campaign: Campaign;
    readonly at: Date;
  },
  terms: Omit<TargetCorrection, "people">,
  cell: DecidingCell,
): Promise<number> {
  const { grant, campaign, at } = by;
  const { unit, seen, source, asOf, inForceFrom, decree, reason } = terms;
  const { intervention, targetGroup, people } = cell;
  const setId = await insertSet(tx, grant, campaign, terms, { at });
  await insertCells(tx, campaign, setId, [cell]);
  await tx.$executeRaw`
        SELECT refresh_place_target(${campaign.districtCode}, ${campaign.id}::uuid)`;
  await recordAudit(tx, [
    {
      actor: grant.actor,
      districtCode: campaign.districtCode,
      campaignId: campaign.id,
      action: people === null ? "target.withdrawn" : "target.corrected",
      subject: auditSubject(campaign, unit),
      before: { people: seen },
      after: {
        people,
        setId,
        source,
        intervention,
        targetGroup,
        round: cell.round || undefined,
        asOf,
        inForceFrom,
        decree,
        reason,
      },
    },
  ]);
  return setId;
}

const boxNumber = z.object({
  people: z.int().nullable(),
  round: z.int(),
  inForceFrom: z.iso.date(),
  set: z.int(),
});

/** The number of a box that decides in its round at an instant. */
async function standingNumber(
  tx: Transaction,
  campaign: Campaign,
  { source, unit, intervention, targetGroup, round }: Omit<TargetWithdrawal, "inForceFrom">,
  at: Date,
): Promise<z.infer<typeof boxNumber> | null> {
  const day: CalendarDay = localDay(at, campaign.timeZone);
  const numbers = await readRows(boxNumber, tx)`
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
