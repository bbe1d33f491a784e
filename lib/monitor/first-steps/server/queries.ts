import "server-only";

import { cache } from "react";
import { z } from "zod";

import { authorize, type Grant } from "@/lib/account/auth/grant";
import { mayEver, type Actor } from "@/lib/account/auth/policy";
import { headsWithAccount } from "@/lib/account/people/server/queries";
import {
  districtCode,
  districtOf,
  isWithin,
  nation,
  regionCode,
  type RegionCode,
} from "@/lib/base/region/code";
import { localDay } from "@/lib/base/time/time-zone";
import { roundOn } from "@/lib/campaign/calendar";
import { campaignGrant, campaignsOf } from "@/lib/campaign/server/current";
import {
  listNamedUnits,
  unitsWithoutTarget,
} from "@/lib/campaign/target-population/server/queries";
import type { FirstFacts } from "@/lib/monitor/first-steps/steps";
import { readRow, readRows } from "@/lib/server/db/read";
import { Prisma } from "@/prisma/generated/client";

/**
 * Whether reports come in where somebody sets campaigns and people up; true for who does not, without
 * asking. Asked once a request: the navigation shows the first steps until then.
 */
export const isGoing = cache(async (actor: Actor): Promise<boolean> => {
  if (!mayEver(actor.role, "people:manage")) return true;
  const { found } = await readRow(z.object({ found: z.boolean() }))`
    SELECT EXISTS (
      SELECT FROM daily_report AS report WHERE ${ofRegion(actor.homeRegion)}) AS found`;
  return found;
});

function ofRegion(region: RegionCode): Prisma.Sql {
  const district = districtOf(region);
  if (district !== null) return Prisma.sql`report.district_code = ${district}`;
  return Prisma.sql`(${region} = ${nation} OR report.district_code LIKE ${`${region}.%`})`;
}

const areaRow = z.object({
  code: regionCode,
  name: z.string(),
  subdistricts: z.int(),
  villages: z.int(),
  officers: z.int(),
});

/**
 * How far the installation is for a kabupaten: the manager's own, else the one that is asked for, else the
 * one that somebody of a health office or a campaign is of.
 *
 * @param asked a code as it stands in an address; one outside the grant's region is nobody's.
 */
export async function readFirstFacts(
  grant: Grant<"people:manage">,
  asked: string | undefined,
  at: Date,
): Promise<FirstFacts> {
  const code = await districtFor(grant, asked);
  if (code === null) return nothing;
  const { actor } = grant;
  const known = (await campaignsOf(actor)).filter((each) => each.districtCode === code);
  const title = known.find(({ isArchived }) => !isArchived);
  const [area, heads, campaign, { found: hasReports }] = await Promise.all([
    readArea(code),
    headsWithAccount(grant, code),
    title ? readCampaign(actor, title.slug, at) : null,
    readRow(z.object({ found: z.boolean() }))`
      SELECT EXISTS (
        SELECT FROM daily_report AS report WHERE report.district_code = ${code}) AS found`,
  ]);
  // A code that no area has is as good as none.
  if (!area) return asked === undefined ? nothing : readFirstFacts(grant, undefined, at);
  const { officers, ...district } = area;
  const isOwn = districtOf(grant.region) === code;
  return {
    district: { ...district, isOnlyAsked: !isOwn && officers === 0 && known.length === 0 },
    officers,
    heads: { subdistricts: heads.subdistrictHead, villages: heads.villageHead },
    campaign,
    hasReports,
  };
}

const nothing: FirstFacts = {
  district: null,
  officers: 0,
  heads: { subdistricts: { known: 0, all: 0 }, villages: { known: 0, all: 0 } },
  campaign: null,
  hasReports: false,
};

async function districtFor(
  { actor, region }: Grant<"people:manage">,
  asked: string | undefined,
): Promise<RegionCode | null> {
  const own = districtOf(region);
  if (own !== null) return own;
  const named = districtCode.safeParse(asked).data;
  if (named !== undefined && isWithin(named, region)) return named;
  const campaign = (await campaignsOf(actor)).find(({ isArchived }) => !isArchived);
  if (campaign) return campaign.districtCode;
  const rows = await readRows(z.object({ code: districtCode }))`
    SELECT home_region_code AS code FROM app_user
    WHERE role = 'healthOffice' AND is_active AND length(home_region_code) = 5
      AND (${region} = ${nation} OR home_region_code LIKE ${`${region}.%`})
    ORDER BY home_region_code
    LIMIT 1`;
  return rows[0]?.code ?? null;
}

async function readArea(code: RegionCode) {
  const rows = await readRows(areaRow)`
    SELECT region.code, region.name,
           (SELECT count(*) FROM region AS part
            WHERE part.level = 3 AND part.code LIKE ${`${code}.%`})::int AS subdistricts,
           (SELECT count(*) FROM region AS part
            WHERE part.level = 4 AND part.code LIKE ${`${code}.%`})::int AS villages,
           (SELECT count(*) FROM app_user
            WHERE role = 'healthOffice' AND is_active AND home_region_code = ${code})::int
             AS officers
    FROM region WHERE region.code = ${code}`;
  return rows[0] ?? null;
}

async function readCampaign(actor: Actor, slug: string, at: Date): Promise<FirstFacts["campaign"]> {
  const found = await campaignGrant(actor, "target:import", slug);
  if (!found) return null;
  const { campaign, grant } = found;
  const today = localDay(at, campaign.timeZone);
  const importer = authorize(actor, "target:import", grant.region);
  const [units, untargeted] = await Promise.all([
    listNamedUnits(importer, campaign),
    unitsWithoutTarget(importer, campaign, {
      source: campaign.decidingTargetSource,
      round: roundOn(campaign.rounds, today).number,
    }),
  ]);
  return {
    slug,
    name: campaign.name,
    startsOn: campaign.startsOn,
    hasBegun: campaign.startsOn <= today,
    units: units.length,
    untargeted: untargeted.length,
    hasGoal: campaign.interventions.some(({ goals }) => goals.some(({ share }) => share !== null)),
  };
}
