import "server-only";

import { z } from "zod";

import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import type { Actor } from "@/lib/account/auth/policy";
import type { Transaction } from "@/lib/server/db/client";
import { readingIn, readRows } from "@/lib/server/db/read";
import { AppError } from "@/lib/base/errors";
import { isWithin, regionCode } from "@/lib/base/region/code";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { auditSubject } from "@/lib/campaign/address";
import type { Campaign } from "@/lib/campaign/campaign";
import { unitKinds } from "@/lib/campaign/unit-kind";
import { requireUnchanged } from "./definition-queries";
import { requireGateSets, saveGates, saveGoals } from "./goal-commands";
import { tryInCampaign, writeCampaign } from "./lock-commands";
import { partOf, saveColumns, saveRounds, termsOf, type CampaignKey } from "./part-commands";
import { saveRoundUnits } from "./round-unit-commands";
import type { CampaignChange } from "@/lib/campaign/schema";
import { countCells, requireDrawable } from "@/lib/campaign/size";
import { overlappingUnit } from "@/lib/campaign/unit-levels";
import { saveUnitSets } from "@/lib/campaign/unit-set/server/commands";
import { findCampaign } from "./queries";
import { saveUnitEnds } from "./unit-end-commands";
import { changeUnits, insertUnits, placedUnits, saveInhabitants } from "./unit-commands";

/** Of whom a change is asked, and what it goes by. */
type ChangeTerms = {
  /** The campaign's local day. */
  readonly today: CalendarDay;
  /** Why; needed once there are reports. */
  readonly reason?: string | undefined;
  /** What the definition was when it was read (`definitionTag`): another now is a conflict. */
  readonly readAt?: string | undefined;
};

/**
 * Changes what may change of a campaign. What reports or target populations use stays. A unit that
 * is added after the campaign's first day owes reports from today on: the days before stay complete.
 *
 * @throws {AppError} `forbidden` when the grant does not hold the whole kabupaten; `campaignChanged`
 * when somebody changed it since it was read; `reasonRequired` (field `reason`); `hasReports`,
 * `inUse` with the field, also for a group that is no longer asked of a unit with counts or targets in it; `reasonNeeded` for another goal without a reason of its own;
 * `decidedInTargets` for another deciding source, which `decideSource` of the
 * targets changes after a question; `levelsOverlap` for a kecamatan beside its villages; `tooManyUnits` (field `reportingUnits`) and `campaignTooLarge`; `duplicate` or `unknownRegion` (field `reportingUnits…`) for a new unit;
 * `notFound` (field `inhabitants.N.code`) for inhabitants of a unit that there is not; `unknownUnit`
 * (field `unitSets.N.units` or `rounds.N.units`) for a set of it or a round in it; of ends of units what
 * `saveUnitEnds` throws.
 */
export async function changeCampaign(
  grant: Grant<"campaign:manage">,
  campaign: Campaign,
  input: CampaignChange,
  terms: ChangeTerms,
): Promise<void> {
  requireChangeable(grant, campaign, input);
  const { districtCode: district, id } = campaign;
  await writeCampaign(campaign, async (tx) => {
    await requireUnchanged(tx, grant, campaign, terms.readAt);
    const reason = terms.reason?.trim() || undefined;
    if (reason === undefined && (await hasReports(tx, { district, id }))) {
      throw new AppError("reasonRequired", "there are reports", "reason");
    }
    await applyChange(tx, campaign, input, { ...grant, today: terms.today });
    await recordAudit(tx, [
      {
        actor: grant.actor,
        districtCode: district,
        campaignId: id,
        action: "campaign.changed",
        subject: auditSubject(campaign),
        before: changeableOf(campaign),
        after: { ...input, reason },
      },
    ]);
  });
}

/**
 * What a change would lead to: it is made, looked at and taken back, so that what is read of it is what
 * would be. Nothing is stored, and no version rises.
 *
 * @param read what is asked of the changed campaign. Its version is no number: what is kept by versions
 * never takes it for one that stands.
 * @throws {AppError} as `changeCampaign`, but for the reason.
 */
export async function tryChange<Answer>(
  grant: Grant<"campaign:manage">,
  campaign: Campaign,
  input: CampaignChange,
  terms: ChangeTerms,
  read: (changed: Campaign) => Promise<Answer>,
): Promise<Answer> {
  requireChangeable(grant, campaign, input);
  return tryInCampaign(campaign, async (tx) => {
    await requireUnchanged(tx, grant, campaign, terms.readAt);
    await applyChange(tx, campaign, input, { ...grant, today: terms.today });
    return readingIn(tx, async () => {
      const changed = await findCampaign(grant.actor, campaign.slug);
      if (!changed) throw new AppError("notFound", `campaign ${campaign.slug} went`);
      return read({ ...changed, version: Number.NaN });
    });
  });
}

function requireChangeable(
  grant: Grant<"campaign:manage">,
  campaign: Campaign,
  input: CampaignChange,
): void {
  const { districtCode: district } = campaign;
  if (!isWithin(district, grant.region)) {
    throw new AppError("forbidden", `${grant.region} is a part of ${district} only`);
  }
  // What another source does to every verdict is asked where it is chosen, not saved along.
  if (input.decidingTargetSource !== campaign.decidingTargetSource) {
    throw new AppError("decidedInTargets", "another source", "decidingTargetSource");
  }
}

async function applyChange(
  tx: Transaction,
  campaign: Campaign,
  input: CampaignChange,
  { actor, today }: { readonly actor: Actor; readonly today: CalendarDay },
): Promise<void> {
  const { districtCode: district, id } = campaign;
  const key: CampaignKey = { district, id };
  await tx.campaign.update({
    where: { districtCode_id: { districtCode: district, id } },
    data: termsOf(input, campaign),
  });
  const before = await countUnits(tx, key);
  await saveRounds(tx, key, input.rounds);
  await saveColumns(tx, key, input);
  await saveGoals(tx, key, input, { actor, former: campaign, today });
  // As with sets of units: who does not know of gates takes none away.
  if (input.gates !== undefined) await saveGates(tx, key, input.gates);
  await removeUnits(tx, key, input.removedUnits);
  await changeUnits(
    tx,
    key,
    await placedUnits(tx, district, input.changedUnits ?? [], "changedUnits"),
  );
  await addUnits(tx, key, input.reportingUnits ?? [], today > input.startsOn ? today : null);
  await requireAsked(tx, key, input);
  await saveUnitEnds(tx, key, input.unitEnds, {
    standing: campaign.unitEnds,
    added: (input.reportingUnits ?? []).map(({ code }) => code),
  });
  await saveRoundUnits(tx, key, input.rounds);
  const known = { units: before, cells: countCells(campaign, before) };
  requireDrawable(input, await countUnits(tx, key), known);
  await saveInhabitants(tx, key, input.inhabitants ?? []);
  await saveUnitSets(tx, key, input.unitSets);
  await requireGateSets(tx, key);
  await tx.$executeRaw`SELECT refresh_place_target(${district}, ${id}::uuid)`;
}

/** A column is not taken from a unit that has counted in it, or has a target population there. */
async function requireAsked(tx: Transaction, key: CampaignKey, input: CampaignChange) {
  const [found] = await readRows(z.object({ unit: z.string(), targetGroup: z.string() }), tx)`
    SELECT unit_code AS unit, target_group_code AS "targetGroup"
    FROM unasked_cells(${key.district}, ${key.id}::uuid) LIMIT 1`;
  if (!found) return;
  const index = input.targetGroups.findIndex(({ code }) => code === found.targetGroup);
  throw new AppError(
    "inUse",
    `unit ${found.unit} has counts or a target in ${found.targetGroup}`,
    input.changedUnits?.some(({ code }) => code === found.unit)
      ? "changedUnits"
      : `targetGroups.${String(index)}.unitKinds`,
  );
}

async function hasReports(tx: Transaction, key: CampaignKey): Promise<boolean> {
  return (await tx.dailyReport.findFirst({ where: partOf(key), select: { day: true } })) !== null;
}

/** What a change may change, units apart: the trail tells what it was. */
function changeableOf(campaign: Campaign) {
  return {
    name: campaign.name,
    legalBasis: campaign.legalBasis,
    sourceName: campaign.sourceName,
    sourceUrl: campaign.sourceUrl,
    startsOn: campaign.startsOn,
    endsOn: campaign.endsOn,
    reportCutOff: campaign.reportCutOff,
    decidingTargetSource: campaign.decidingTargetSource,
    usualDeviations: campaign.usualDeviations,
    mostTargetShare: campaign.mostTargetShare,
    rounds: campaign.rounds,
    noun: campaign.noun,
    act: campaign.act,
    gives: campaign.gives,
    rhythm: campaign.rhythm,
    period: campaign.period,
    reportParts: campaign.reportParts,
    interventions: campaign.interventions.map(({ wording: _, ...each }) => each),
    targetGroups: campaign.targetGroups,
    unitSets: campaign.unitSets,
    unitEnds: campaign.unitEnds,
    gates: campaign.gates,
  };
}

async function removeUnits(tx: Transaction, key: CampaignKey, codes: readonly string[]) {
  if (codes.length === 0) return;
  const used = await readRows(z.unknown(), tx)`
    SELECT FROM (
      SELECT unit_code FROM daily_report
      WHERE district_code = ${key.district} AND campaign_id = ${key.id}::uuid
      UNION ALL
      SELECT unit_code FROM target_population
      WHERE district_code = ${key.district} AND campaign_id = ${key.id}::uuid
      UNION ALL
      SELECT unit_code FROM adverse_event
      WHERE district_code = ${key.district} AND campaign_id = ${key.id}::uuid
      UNION ALL
      SELECT unit_code FROM rapid_assessment
      WHERE district_code = ${key.district} AND campaign_id = ${key.id}::uuid
    ) AS use
    WHERE unit_code = ANY(${codes}::text[]) LIMIT 1`;
  if (used.length > 0) throw new AppError("inUse", "a unit that is in use", "removedUnits");
  await tx.reportingUnit.deleteMany({ where: { ...partOf(key), code: { in: [...codes] } } });
  if ((await countUnits(tx, key)) === 0)
    throw new AppError("inUse", "no unit would be left", "removedUnits");
}

async function countUnits(tx: Transaction, key: CampaignKey): Promise<number> {
  return tx.reportingUnit.count({ where: partOf(key) });
}

const placedUnit = z.object({ kind: z.enum(unitKinds), regionCode });

async function addUnits(
  tx: Transaction,
  key: CampaignKey,
  units: NonNullable<CampaignChange["reportingUnits"]>,
  reportsFrom: CalendarDay | null,
) {
  if (units.length === 0) return;
  const codes = units.map(({ code }) => code.toLowerCase());
  const [first] = await readRows(z.object({ code: z.string() }), tx)`
    SELECT lower(code) AS code FROM reporting_unit
    WHERE district_code = ${key.district} AND campaign_id = ${key.id}::uuid
      AND lower(code) = ANY(${codes}::text[]) LIMIT 1`;
  if (first) {
    const place = codes.indexOf(first.code);
    throw new AppError("duplicate", `unit ${first.code}`, `reportingUnits.${place}.code`);
  }
  const standing = await readRows(placedUnit, tx)`
        SELECT kind, region_code AS "regionCode" FROM reporting_unit
        WHERE district_code = ${key.district} AND campaign_id = ${key.id}::uuid`;
  const twice = overlappingUnit(units, standing);
  if (twice !== null) {
    const field = `reportingUnits.${String(twice)}.regionCode`;
    throw new AppError("levelsOverlap", "a kecamatan beside its villages", field);
  }
  await insertUnits(tx, key, await placedUnits(tx, key.district, units), reportsFrom);
}
