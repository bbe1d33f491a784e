import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { ownPlace, type Actor, type Permission, type Place } from "@/lib/account/auth/policy";
import { goalScopes } from "@/lib/coverage/dated-goal";
import { parseGoal } from "@/lib/coverage/goal";
import { db } from "@/lib/server/db/client";
import { readRow, readRows } from "@/lib/server/db/read";
import { districtOf, isWithin, nation, regionCode, type RegionCode } from "@/lib/base/region/code";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import { timeZones } from "@/lib/base/time/time-zone";
import { Prisma } from "@/prisma/generated/client";

import { campaignAddress, chooseAddressed, parseCampaignAddress } from "@/lib/campaign/address";
import places from "@/lib/base/i18n/messages/id/places.json";
import { targetSources, type Campaign, type ReportingUnit } from "@/lib/campaign/campaign";
import { subdistrictOfUnit, subdistrictsInOrder } from "@/lib/campaign/server/unplaced-queries";
import { askedParts } from "@/lib/campaign/report-parts";
import { periods, rhythms } from "@/lib/campaign/rhythm";
import { unitKinds } from "@/lib/campaign/unit-kind";
import { unitSetKinds } from "@/lib/campaign/unit-set/unit-set";
import { withWording } from "@/lib/campaign/wording";

const day = z.iso.date();

/** As answers of the API say it, beside the names of the kecamatan; pages say it in their language. */
const { subdistrict: unplacedName } = places.rest;

const campaignRow = z
  .object({
    districtCode: regionCode,
    districtName: z.string(),
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    legalBasis: z.string().nullable(),
    sourceName: z.string().nullable(),
    sourceUrl: z.string().nullable(),
    startsOn: day,
    endsOn: day,
    timeZone: z.enum(timeZones),
    reportCutOff: z.string(),
    isSample: z.boolean(),
    hasAnnounced: z.boolean(),
    isArchived: z.boolean(),
    decidingTargetSource: z.enum(targetSources),
    usualDeviations: z.number(),
    mostTargetShare: z.number(),
    noun: z.string(),
    act: z.string(),
    gives: z.string(),
    rhythm: z.enum(rhythms),
    period: z.enum(periods).nullable(),
    reportParts: z.array(z.enum(askedParts)),
    closedDays: z.array(z.object({ place: regionCode, day })),
    version: z.number(),
    rounds: z.array(
      z.object({
        number: z.number(),
        plannedStartsOn: day,
        plannedEndsOn: day,
        startsOn: day,
        endsOn: day,
        sweepingEndsOn: day.nullable(),
        minGapDays: z.number().nullable(),
        gapReason: z.string().nullable(),
        units: z.array(z.string()).nullable(),
      }),
    ),
    interventions: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        shortName: z.string(),
        goals: z.array(
          z.object({
            fromDay: day,
            share: z.string().transform(parseGoal).nullable(),
            scope: z.enum(goalScopes),
            decree: z.string().nullable(),
            reason: z.string().nullable(),
          }),
        ),
        targetGroups: z.array(z.string()),
        act: z.string().nullable(),
        gives: z.string().nullable(),
        groupsAdd: z.boolean(),
        follows: z.string().nullable(),
        minGapDays: z.number().nullable(),
      }),
    ),
    targetGroups: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        noun: z.string().nullable(),
        minMonths: z.number().nullable(),
        maxMonthsExclusive: z.number().nullable(),
        unitKinds: z.array(z.enum(unitKinds)),
      }),
    ),
    unitSets: z.array(
      z.object({
        kind: z.enum(unitSetKinds),
        code: z.string(),
        name: z.string(),
        opensOn: day.nullable(),
        closesOn: day.nullable(),
      }),
    ),
    unitEnds: z.array(
      z.object({
        unit: z.string(),
        name: z.string(),
        until: day,
        successors: z.array(z.object({ code: z.string(), name: z.string(), from: day.nullable() })),
      }),
    ),
    gates: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        terms: z.array(
          z.object({
            intervention: z.string(),
            targetGroup: z.string().nullable(),
            unitSet: z.object({ kind: z.enum(unitSetKinds), code: z.string() }).nullable(),
            atLeast: z.string().transform(parseGoal),
          }),
        ),
      }),
    ),
  })
  .transform((campaign): Campaign => withWording({ ...campaign, unplacedName }));

const unitEnds = Prisma.sql`
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
                     'unit', unit.code, 'name', unit.name, 'until', unit.reports_until,
                     'successors', (
                       SELECT coalesce(jsonb_agg(jsonb_build_object(
                                'code', successor.code, 'name', successor.name,
                                'from', successor.reports_from) ORDER BY successor.code), '[]')
                       FROM unit_successor AS succession
                       JOIN reporting_unit AS successor
                         ON successor.district_code = succession.district_code
                        AND successor.campaign_id = succession.campaign_id
                        AND successor.code = succession.successor_code
                       WHERE succession.district_code = unit.district_code
                         AND succession.campaign_id = unit.campaign_id
                         AND succession.unit_code = unit.code))
                   ORDER BY unit.reports_until, unit.code), '[]')
            FROM reporting_unit AS unit
            WHERE unit.district_code = campaign.district_code
              AND unit.campaign_id = campaign.id
              AND unit.reports_until IS NOT NULL) AS "unitEnds"`;

/**
 * A campaign that the actor may know of: one in their region, or the one of the kabupaten that
 * their region lies in. Another's is not found, so its existence is not told.
 *
 * @param address its slug, alone or with its kabupaten's code before it.
 * @throws {AmbiguousCampaign} when they may know of several with that slug.
 */
export async function findCampaign(actor: Actor, address: string): Promise<Campaign | null> {
  const named = parseCampaignAddress(address);
  if (!named) return null;
  const rows = await readRows(campaignRow)`
    SELECT campaign.district_code          AS "districtCode",
           region.name                     AS "districtName",
           campaign.id,
           slug,
           campaign.name,
           legal_basis                     AS "legalBasis",
           source_name                     AS "sourceName",
           source_url                      AS "sourceUrl",
           starts_on::text                 AS "startsOn",
           ends_on::text                   AS "endsOn",
           time_zone                       AS "timeZone",
           to_char(report_cut_off, 'HH24:MI') AS "reportCutOff",
           is_sample                       AS "isSample",
           EXISTS (
             SELECT FROM stated_total AS stated
             WHERE stated.district_code = campaign.district_code
               AND stated.campaign_id = campaign.id
               AND stated.removed_at IS NULL AND stated.is_cumulative) AS "hasAnnounced",
           archived_at IS NOT NULL         AS "isArchived",
           deciding_target_source          AS "decidingTargetSource",
           usual_deviations::float8        AS "usualDeviations",
           most_target_share::float8       AS "mostTargetShare",
           noun, act, gives, rhythm, period,
           report_parts                    AS "reportParts",
           (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('place', place_code, 'day', day)), '[]')
            FROM day_note
            WHERE day_note.district_code = campaign.district_code
              AND day_note.campaign_id = campaign.id AND closes) AS "closedDays",
           version::float8                 AS version,
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
                     'number', number,
                     'plannedStartsOn', planned_starts_on, 'plannedEndsOn', planned_ends_on,
                     'startsOn', starts_on, 'endsOn', ends_on, 'sweepingEndsOn', sweeping_ends_on,
                     'minGapDays', min_gap_days, 'gapReason', gap_reason,
                     'units', (
                       SELECT jsonb_agg(held.unit_code ORDER BY held.unit_code)
                       FROM round_unit AS held
                       WHERE held.district_code = round.district_code
                         AND held.campaign_id = round.campaign_id
                         AND held.round_number = round.number))
                   ORDER BY number), '[]')
            FROM round
            WHERE round.district_code = campaign.district_code
              AND round.campaign_id = campaign.id) AS rounds,
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
                     'code', code, 'name', intervention.name, 'shortName', short_name,
                     'goals', (
                       SELECT coalesce(jsonb_agg(jsonb_build_object(
                                'fromDay', from_day, 'share', share::text, 'scope', scope,
                                'decree', decree, 'reason', reason) ORDER BY goal.id), '[]')
                       FROM goal
                       WHERE goal.district_code = intervention.district_code
                         AND goal.campaign_id = intervention.campaign_id
                         AND goal.intervention_code = intervention.code),
                     'act', intervention.act, 'gives', intervention.gives,
                     'groupsAdd', groups_add,
                     'follows', follows, 'minGapDays', min_gap_days,
                     'targetGroups', (
                       SELECT coalesce(jsonb_agg(target_group.code ORDER BY target_group.position), '[]')
                       FROM intervention_target_group AS given
                       JOIN target_group
                         ON target_group.district_code = given.district_code
                        AND target_group.campaign_id = given.campaign_id
                        AND target_group.code = given.target_group_code
                       WHERE given.district_code = intervention.district_code
                         AND given.campaign_id = intervention.campaign_id
                         AND given.intervention_code = intervention.code))
                   ORDER BY position), '[]')
            FROM intervention
            WHERE intervention.district_code = campaign.district_code
              AND intervention.campaign_id = campaign.id) AS interventions,
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
                     'code', code, 'name', target_group.name, 'noun', target_group.noun,
                     'minMonths', min_months, 'maxMonthsExclusive', max_months_exclusive,
                     'unitKinds', unit_kinds)
                   ORDER BY position), '[]')
            FROM target_group
            WHERE target_group.district_code = campaign.district_code
              AND target_group.campaign_id = campaign.id) AS "targetGroups",
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
                     'kind', kind, 'code', code, 'name', unit_set.name,
                     'opensOn', opens_on, 'closesOn', closes_on)
                   ORDER BY kind, position), '[]')
            FROM unit_set
            WHERE unit_set.district_code = campaign.district_code
              AND unit_set.campaign_id = campaign.id) AS "unitSets",
           ${unitEnds},
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
                     'code', gate.code, 'name', gate.name,
                     'terms', (
                       SELECT coalesce(jsonb_agg(jsonb_build_object(
                                'intervention', intervention_code, 'targetGroup', target_group_code,
                                'unitSet', CASE WHEN set_kind IS NOT NULL THEN
                                  jsonb_build_object('kind', set_kind, 'code', set_code) END,
                                'atLeast', at_least::text) ORDER BY term.position), '[]')
                       FROM gate_term AS term
                       WHERE term.district_code = gate.district_code
                         AND term.campaign_id = gate.campaign_id AND term.gate_code = gate.code))
                   ORDER BY gate.position), '[]')
            FROM gate
            WHERE gate.district_code = campaign.district_code
              AND gate.campaign_id = campaign.id) AS gates
    FROM campaign
    JOIN region ON region.code = campaign.district_code
    WHERE slug = ${named.slug} AND ${isReadable(actor)}
    ORDER BY campaign.district_code
  `;
  return chooseAddressed(address, rows);
}

/** SQL condition: the actor may know of the campaign. Who is of one kabupaten reads its rows alone. */
function isReadable({ homeRegion }: Actor): Prisma.Sql {
  const district = districtOf(homeRegion);
  return district === null
    ? Prisma.sql`(${homeRegion} = ${nation} OR campaign.district_code LIKE ${`${homeRegion}.%`})`
    : Prisma.sql`campaign.district_code = ${district}`;
}

/** How an actor names a campaign that they may know of. */
export async function addressFor(
  actor: Actor,
  campaign: Pick<Campaign, "districtCode" | "slug">,
): Promise<string> {
  const { sharers } = await readRow(z.object({ sharers: z.int() }))`
    SELECT count(*)::int AS sharers FROM campaign
    WHERE slug = ${campaign.slug} AND ${isReadable(actor)}`;
  return campaignAddress(campaign, sharers);
}

/** What an actor may read of a kabupaten: the part that their region has in common with it, or their office. */
export function readablePlace(actor: Actor, districtCode: RegionCode): Place | null {
  if (actor.office !== null) return actor.homeRegion === districtCode ? ownPlace(actor) : null;
  if (isWithin(districtCode, actor.homeRegion)) return districtCode;
  return isWithin(actor.homeRegion, districtCode) ? actor.homeRegion : null;
}

const campaignTitle = z.object({
  /** Its address for the person: see `lib/campaign/address.ts`. */
  slug: z.string(),
  name: z.string(),
  districtCode: regionCode,
  districtName: z.string(),
  startsOn: day,
  endsOn: day,
  isSample: z.boolean(),
  rhythm: z.enum(rhythms),
  period: z.enum(periods).nullable(),
  isArchived: z.boolean(),
});

export type CampaignTitle = z.infer<typeof campaignTitle>;

/** The campaigns that an actor may know of, latest start first, those that were put away last. */
export async function listCampaigns(actor: Actor): Promise<CampaignTitle[]> {
  const rows = await readRows(campaignTitle.extend({ sharers: z.int() }))`
    SELECT slug,
           (count(*) OVER (PARTITION BY slug))::int AS sharers,
           campaign.name,
           district_code   AS "districtCode",
           region.name     AS "districtName",
           starts_on::text AS "startsOn",
           ends_on::text   AS "endsOn",
           is_sample       AS "isSample",
           rhythm, period,
           archived_at IS NOT NULL AS "isArchived"
    FROM campaign
    JOIN region ON region.code = district_code
    WHERE ${isReadable(actor)}
    ORDER BY archived_at IS NOT NULL, starts_on DESC, campaign.name
  `;
  return rows.map(({ sharers, ...title }) => ({ ...title, slug: campaignAddress(title, sharers) }));
}

const reportingUnit = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(unitKinds),
  regionCode,
  subdistrictCode: z.string(),
  office: z
    .string()
    .nullable()
    .transform((code) => code ?? undefined),
});

/** The units of a campaign in the grant's region, in the order of their codes. */
export async function listReportingUnits(
  grant: Grant<Permission>,
  campaign: Campaign,
): Promise<ReportingUnit[]> {
  return readRows(reportingUnit)`
    SELECT unit.code,
           unit.name,
           unit.kind,
           unit.region_code      AS "regionCode",
           ${subdistrictOfUnit}  AS "subdistrictCode",
           unit.office_code      AS office
    FROM reporting_unit AS unit
    WHERE unit.district_code = ${campaign.districtCode}
      AND unit.campaign_id = ${campaign.id}::uuid
      AND ${withinRegion(grant)}
    ORDER BY ${subdistrictsInOrder}, unit.code
  `;
}

/** What keeps a campaign from being deleted, and what would go with it. */
export async function campaignHoldings(
  grant: Grant<"campaign:manage">,
  { districtCode, id }: Pick<Campaign, "districtCode" | "id">,
): Promise<{ reports: number | null; targetSets: number }> {
  if (!isWithin(districtCode, grant.region)) return { reports: null, targetSets: 0 };
  const where = { districtCode, campaignId: id };
  const [reports, targetSets] = await Promise.all([
    db().submission.count({ where }),
    db().targetSet.count({ where }),
  ]);
  return { reports, targetSets };
}

/** Whether this installation holds invented figures; the sign-in page says so before anyone is known. */
export async function hasSampleCampaign(): Promise<boolean> {
  return (
    (await db().campaign.findFirst({ where: { isSample: true }, select: { id: true } })) !== null
  );
}
