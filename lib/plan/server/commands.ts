import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import { AppError } from "@/lib/base/errors";
import { isWithin, regionCode, type RegionCode } from "@/lib/base/region/code";
import type { Campaign } from "@/lib/campaign/campaign";
import type { RecordStored } from "@/lib/campaign/record/record";
import { storeRecord, type RecordEntry } from "@/lib/campaign/record/server/commands";
import { unitDayKeyOf } from "@/lib/report/report-key";
import type { SessionInput, StrategyInput, TeamInput } from "@/lib/plan/schema";
import { dateColumn } from "@/lib/server/db/calendar-column";
import type { Transaction } from "@/lib/server/db/client";

type PlanGrant = Grant<"plan:manage">;

/**
 * Stores how the people of a place are reached.
 *
 * @throws {AppError} `recordChanged` at another version; `notFound` (field `place`) outside the grant's region;
 * `unknownGroup` (field `targetGroups`); `strategyTaken` (field `place`) where one holds for the same groups already.
 */
export async function storeStrategy(
  grant: PlanGrant,
  campaign: Campaign,
  id: string,
  input: StrategyInput,
): Promise<RecordStored> {
  const { place, mode, isWithdrawn } = input;
  return storeRecord(
    grant,
    { campaign, kind: "strategy", id },
    input,
    place,
    async (tx, version) => {
      const key = { districtCode: campaign.districtCode, id };
      const standing = await tx.strategy.findFirst({ where: key });
      if (standing) await requirePlace(tx, grant, campaign, standing.place);
      await requirePlace(tx, grant, campaign, place);
      const targetGroups = groupsInOrder(campaign, input.targetGroups);
      const same = await tx.strategy.findFirst({
        where: {
          ...campaignKey(campaign),
          place,
          targetGroups: { equals: targetGroups },
          isWithdrawn: false,
          id: { not: id },
        },
      });
      if (same && !isWithdrawn) throw new AppError("strategyTaken", place, "place");
      const columns = { place, targetGroups, mode, isWithdrawn, version };
      await tx.strategy.upsert({
        where: { districtCode_id: key },
        create: { ...campaignKey(campaign), id, ...columns },
        update: columns,
      });
    },
  );
}

/** Stores a team: see `teamEntry`. */
export function storeTeam(
  grant: PlanGrant,
  campaign: Campaign,
  id: string,
  input: TeamInput,
): Promise<RecordStored> {
  const { key, about, work } = teamEntry(grant, campaign, id, input);
  return storeRecord(grant, key, input, about, work);
}

/**
 * A team as a record that is stored alone or with others.
 *
 * @throws {AppError} by its work: `recordChanged` at another version; `notFound` (field `base`) outside the grant's
 * region.
 */
export function teamEntry(
  grant: PlanGrant,
  campaign: Campaign,
  id: string,
  input: TeamInput,
): RecordEntry {
  const { name, base, peoplePerDay, isClosed } = input;
  return {
    key: { campaign, kind: "team", id },
    input,
    about: base,
    work: async (tx, version) => {
      const key = { districtCode: campaign.districtCode, id };
      const standing = await tx.team.findFirst({ where: key });
      if (standing) requireArea(grant, standing.base, "base");
      requireArea(grant, base, "base");
      await requireSubdistrict(tx, campaign, base);
      const columns = { name, base, peoplePerDay, isClosed, version };
      await tx.team.upsert({
        where: { districtCode_id: key },
        create: { ...campaignKey(campaign), id, ...columns },
        update: columns,
      });
    },
  };
}

/** Stores a session: see `sessionEntry`. */
export function storeSession(
  grant: PlanGrant,
  campaign: Campaign,
  id: string,
  input: SessionInput,
): Promise<RecordStored> {
  const { key, about, work } = sessionEntry(grant, campaign, id, input);
  return storeRecord(grant, key, input, about, work);
}

/**
 * A session as a record that is stored alone or with others: planned, moved, called off. What a unit owes
 * follows from it.
 *
 * @throws {AppError} by its work: `recordChanged` at another version; `unknownUnit` (field `unit`) for one outside the
 * campaign or the grant's region; `dayNotInCampaign` (field `day`); `unknownGroup` (field `targetGroups`); `unknownTeam`
 * (field `team`).
 */
export function sessionEntry(
  grant: PlanGrant,
  campaign: Campaign,
  id: string,
  input: SessionInput,
): RecordEntry {
  const { unit, day, mode, team, planned, calledOff } = input;
  return {
    key: { campaign, kind: "session", id },
    input,
    about: unitDayKeyOf({ unit, day }),
    work: async (tx, version) => {
      const key = { districtCode: campaign.districtCode, id };
      const standing = await tx.plannedSession.findFirst({ where: key });
      if (standing) await requireUnit(tx, grant, campaign, standing.unitCode);
      await requireUnit(tx, grant, campaign, unit);
      if (day < campaign.startsOn || day > campaign.endsOn) {
        throw new AppError("dayNotInCampaign", day, "day");
      }
      if (team !== null) {
        const found = await tx.team.findFirst({ where: { ...campaignKey(campaign), id: team } });
        if (!found) throw new AppError("unknownTeam", team, "team");
      }
      const columns = {
        unitCode: unit,
        day: dateColumn(day),
        mode,
        targetGroups: groupsInOrder(campaign, input.targetGroups),
        teamId: team,
        planned,
        calledOff,
        version,
      };
      await tx.plannedSession.upsert({
        where: { districtCode_id: key },
        create: { ...campaignKey(campaign), id, ...columns },
        update: columns,
      });
    },
  };
}

function campaignKey({ districtCode, id }: Campaign) {
  return { districtCode, campaignId: id };
}

/** Codes of groups in the campaign's order, each once; none where all are named: that is everybody. */
function groupsInOrder({ targetGroups }: Campaign, named: readonly string[]): string[] {
  const unknown = named.find((code) => targetGroups.every((group) => group.code !== code));
  if (unknown !== undefined) throw new AppError("unknownGroup", unknown, "targetGroups");
  const found = targetGroups.flatMap(({ code }) => (named.includes(code) ? [code] : []));
  return found.length === targetGroups.length ? [] : found;
}

function requireArea(grant: PlanGrant, code: string, field: string): RegionCode {
  const area = regionCode.safeParse(code);
  if (!area.success || !isWithin(area.data, grant.region)) {
    throw new AppError("notFound", `${code} for ${grant.region}`, field);
  }
  return area.data;
}

async function requireSubdistrict(
  tx: Transaction,
  campaign: Campaign,
  base: string,
): Promise<void> {
  if (base === campaign.districtCode) return;
  const unit = await tx.reportingUnit.findFirst({
    where: { ...campaignKey(campaign), subdistrictCode: base },
  });
  if (!unit) throw new AppError("notFound", `${base} in ${campaign.slug}`, "base");
}

/** A unit of the campaign that lies in the grant's region. */
async function requireUnit(
  tx: Transaction,
  { region }: PlanGrant,
  campaign: Campaign,
  code: string,
): Promise<void> {
  const unit = await tx.reportingUnit.findFirst({ where: { ...campaignKey(campaign), code } });
  const area = unit && regionCode.parse(unit.regionCode);
  if (!area || !isWithin(area, region)) throw new AppError("unknownUnit", code, "unit");
}

/** A place of a strategy: an area that the grant holds, one of its units, or (whole kabupaten) a set. */
async function requirePlace(
  tx: Transaction,
  grant: PlanGrant,
  campaign: Campaign,
  place: string,
): Promise<void> {
  const [kind, code] = place.split("/");
  const isSet = campaign.unitSets.some((set) => set.kind === kind && set.code === code);
  if (isSet || place === campaign.districtCode) {
    requireArea(grant, campaign.districtCode, "place");
    return;
  }
  const within = await tx.reportingUnit.findFirst({
    where: { ...campaignKey(campaign), OR: [{ code: place }, { subdistrictCode: place }] },
  });
  if (!within) throw new AppError("notFound", `${place} in ${campaign.slug}`, "place");
  requireArea(grant, within.code === place ? within.regionCode : place, "place");
}
