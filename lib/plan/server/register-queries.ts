import "server-only";

import type { Campaign } from "@/lib/campaign/campaign";
import type { Strategy, Team } from "@/lib/plan/plan";
import { readRows } from "@/lib/server/db/read";
import { Prisma } from "@/prisma/generated/client";

import type { PlanReader } from "./queries";
import { strategyRow, teamRow } from "./rows";

const strategyColumns = Prisma.sql`
  id, place, target_groups AS "targetGroups", mode, is_withdrawn AS "isWithdrawn", version`;
const teamColumns = Prisma.sql`
  id, name, base, people_per_day AS "peoplePerDay", is_closed AS "isClosed", version`;

/** Strategies of a campaign: they say how everybody is reached, so whoever reads any of it reads them. */
export async function listStrategies(
  _: PlanReader,
  { districtCode, id }: Campaign,
): Promise<Strategy[]> {
  return readRows(strategyRow)`
    SELECT ${strategyColumns} FROM strategy
    WHERE district_code = ${districtCode} AND campaign_id = ${id}::uuid
    ORDER BY is_withdrawn, cardinality(target_groups), length(place) DESC, place, id
  `;
}

/** One of them; null: there is none. */
export async function findStrategy(
  _: PlanReader,
  { districtCode, id: campaignId }: Campaign,
  id: string,
): Promise<Strategy | null> {
  const [found] = await readRows(strategyRow)`
    SELECT ${strategyColumns} FROM strategy
    WHERE district_code = ${districtCode} AND campaign_id = ${campaignId}::uuid AND id = ${id}::uuid
  `;
  return found ?? null;
}

/** One team; null: there is none. */
export async function findTeam(
  _: PlanReader,
  { districtCode, id: campaignId }: Campaign,
  id: string,
): Promise<Team | null> {
  const [found] = await readRows(teamRow)`
    SELECT ${teamColumns} FROM team
    WHERE district_code = ${districtCode} AND campaign_id = ${campaignId}::uuid AND id = ${id}::uuid
  `;
  return found ?? null;
}

/** Teams of a campaign, those that work first. */
export async function listTeams(_: PlanReader, { districtCode, id }: Campaign): Promise<Team[]> {
  return readRows(teamRow)`
    SELECT ${teamColumns} FROM team
    WHERE district_code = ${districtCode} AND campaign_id = ${id}::uuid
    ORDER BY is_closed, length(name), name, id
  `;
}

/** What a page of a list is asked with: behind which id, and how many. */
type Page = { readonly after: string | null; readonly size: number };

/** A page of strategies, or of teams, by id. */
export async function strategiesAfter(
  _: PlanReader,
  { districtCode, id }: Campaign,
  { after, size }: Page,
): Promise<Strategy[]> {
  return readRows(strategyRow)`
    SELECT ${strategyColumns} FROM strategy
    WHERE district_code = ${districtCode} AND campaign_id = ${id}::uuid
      AND (${after}::uuid IS NULL OR id > ${after}::uuid)
    ORDER BY id LIMIT ${size}
  `;
}

export async function teamsAfter(
  _: PlanReader,
  { districtCode, id }: Campaign,
  { after, size }: Page,
): Promise<Team[]> {
  return readRows(teamRow)`
    SELECT ${teamColumns} FROM team
    WHERE district_code = ${districtCode} AND campaign_id = ${id}::uuid
      AND (${after}::uuid IS NULL OR id > ${after}::uuid)
    ORDER BY id LIMIT ${size}
  `;
}
