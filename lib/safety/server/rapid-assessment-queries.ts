import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import type { Campaign } from "@/lib/campaign/campaign";
import { placeName, subdistrictOfUnit } from "@/lib/campaign/server/unplaced-queries";
import { keptUnder } from "@/lib/campaign/unplaced";
import type { RapidCursor } from "@/lib/safety/cursor";
import { reasonCodes } from "@/lib/report/part/part";
import {
  rapidVerdicts,
  usualPassMark,
  type House,
  type PassMark,
  type RapidAssessment,
  type RapidVerdict,
} from "@/lib/safety/rapid-assessment";
import { readRows } from "@/lib/server/db/read";
import { Prisma } from "@/prisma/generated/client";

type ReportGrant = Grant<"safety:report">;

const rapidAssessment = z.object({
  id: z.uuid(),
  version: z.int(),
  unit: z.string(),
  unitName: z.string(),
  subdistrict: z.string(),
  subdistrictName: z.string(),
  day: z.iso.date(),
  intervention: z.string(),
  location: z.string(),
  assessor: z.string(),
  houses: z.int(),
  missed: z.int(),
  people: z.int(),
  reached: z.int(),
  isSample: z.boolean(),
});

function rapidColumns(campaign: Campaign): Prisma.Sql {
  return Prisma.sql`
    visit.id, visit.version, unit.code AS unit, unit.name AS "unitName",
    ${subdistrictOfUnit} AS subdistrict, ${placeName(campaign, "area")} AS "subdistrictName",
    visit.day::text AS day, visit.intervention_code AS intervention, visit.location, visit.assessor,
    visit.houses, visit.missed, visit.people, visit.reached, visit.is_demo AS "isSample"`;
}

/** What an assessment hangs on: its unit, and the kecamatan of that. */
const ofVisit = Prisma.sql`
  JOIN reporting_unit AS unit ON unit.district_code = visit.district_code
   AND unit.campaign_id = visit.campaign_id AND unit.code = visit.unit_code
  JOIN region AS area ON area.code = unit.subdistrict_code`;

/** SQL: the verdict (`rapidVerdictOf`) of so many houses, of them so many missed. */
function verdictSql(table: "visit" | "total", { houses, repeatFrom }: PassMark): Prisma.Sql {
  const of = Prisma.raw(table);
  return Prisma.sql`CASE WHEN ${of}.houses < ${houses}::int THEN 'incomplete'
    WHEN ${of}.missed * ${houses}::int <= (${repeatFrom}::int - 1) * ${of}.houses THEN 'pass'
    ELSE 'repeat' END`;
}

/** What assessments must show in a campaign. */
export async function readPassMark(
  _grant: ReportGrant,
  { districtCode, id }: Campaign,
): Promise<PassMark> {
  const [own] = await readRows(z.object({ houses: z.int(), repeatFrom: z.int() }))`
    SELECT houses, repeat_from AS "repeatFrom" FROM pass_mark
    WHERE district_code = ${districtCode} AND campaign_id = ${id}::uuid`;
  return own ?? usualPassMark;
}

/** Which assessments are listed; nothing said: all. */
export type RapidFilter = {
  readonly verdict: RapidVerdict | null;
  readonly subdistrict: string | null;
};

/** Assessments of the grant's part of a campaign, the newest first. @returns one more than a page holds. */
export async function listRapidAssessments(
  grant: ReportGrant,
  campaign: Campaign,
  { verdict, subdistrict }: RapidFilter,
  page: {
    readonly mark: PassMark;
    readonly after: RapidCursor | null;
    readonly perPage: number;
  },
): Promise<RapidAssessment[]> {
  const { after, mark } = page;
  const isAfter = after
    ? Prisma.sql`(visit.day, visit.id) < (${after.day}::date, ${after.id}::uuid)`
    : Prisma.sql`true`;
  const isOf =
    verdict === null ? Prisma.sql`true` : Prisma.sql`${verdictSql("visit", mark)} = ${verdict}`;
  const place = subdistrict === null ? null : keptUnder(subdistrict, campaign);
  return readRows(rapidAssessment)`
    SELECT ${rapidColumns(campaign)}
    FROM rapid_assessment AS visit ${ofVisit}
    WHERE visit.district_code = ${campaign.districtCode}
      AND visit.campaign_id = ${campaign.id}::uuid AND ${withinRegion(grant)}
      AND ${isAfter} AND ${isOf}
      AND (${place}::text IS NULL OR unit.subdistrict_code = ${place}::text)
    ORDER BY visit.day DESC, visit.id DESC
    LIMIT ${page.perPage + 1}`;
}

const house = z.object({
  number: z.int(),
  people: z.int(),
  reached: z.int(),
  reason: z.enum(reasonCodes).nullable(),
});

/** One assessment with its houses, for those in whose area it is; null: it is none of theirs. */
export async function readRapidAssessment(
  grant: ReportGrant,
  campaign: Campaign,
  id: string,
): Promise<{ readonly assessment: RapidAssessment; readonly houses: readonly House[] } | null> {
  const [assessment] = await readRows(rapidAssessment)`
    SELECT ${rapidColumns(campaign)}
    FROM rapid_assessment AS visit ${ofVisit}
    WHERE visit.district_code = ${campaign.districtCode}
      AND visit.campaign_id = ${campaign.id}::uuid AND visit.id = ${id}::uuid
      AND ${withinRegion(grant)}`;
  if (!assessment) return null;
  const houses = await readRows(house)`
    SELECT house.number, house.people, house.reached, house.reason
    FROM rapid_assessment_house AS house
    WHERE house.district_code = ${campaign.districtCode} AND house.assessment_id = ${id}::uuid
    ORDER BY house.number`;
  return { assessment, houses };
}

const verdictCount = z.object({ verdict: z.enum(rapidVerdicts), count: z.int() });
const assessedUnit = z.object({
  unit: z.string(),
  intervention: z.string(),
  repeats: z.boolean(),
});

/** Sums of the grant's part: assessments by verdict, and which units have any, in which intervention. */
export async function countRapidAssessments(
  grant: ReportGrant,
  campaign: Campaign,
  mark: PassMark,
): Promise<{
  readonly verdicts: Readonly<Record<RapidVerdict, number>>;
  readonly units: readonly z.infer<typeof assessedUnit>[];
}> {
  const ofTotal = Prisma.sql`
    FROM rapid_assessment_total AS total
    JOIN reporting_unit AS unit ON unit.district_code = total.district_code
     AND unit.campaign_id = total.campaign_id AND unit.code = total.unit_code
    WHERE total.district_code = ${campaign.districtCode}
      AND total.campaign_id = ${campaign.id}::uuid AND total.assessments > 0
      AND ${withinRegion(grant)}`;
  const [counts, units] = await Promise.all([
    readRows(verdictCount)`
      SELECT ${verdictSql("total", mark)} AS verdict, sum(total.assessments)::int AS count
      ${ofTotal} GROUP BY 1`,
    readRows(assessedUnit)`
      SELECT total.unit_code AS unit, total.intervention_code AS intervention,
             bool_or(${verdictSql("total", mark)} = 'repeat') AS repeats
      ${ofTotal} GROUP BY 1, 2`,
  ]);
  const countOf = (verdict: RapidVerdict) =>
    counts.find((each) => each.verdict === verdict)?.count ?? 0;
  return {
    verdicts: {
      pass: countOf("pass"),
      repeat: countOf("repeat"),
      incomplete: countOf("incomplete"),
    },
    units,
  };
}
