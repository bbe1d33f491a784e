import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { isUnitCode } from "@/lib/campaign/code";
import type { Transaction } from "@/lib/server/db/client";
import { readRow } from "@/lib/server/db/read";
import { withinRegion } from "@/lib/account/region/server/scope-queries";

import type { Known } from "@/lib/report/batch";
import type { ReadReport } from "./read-report";
import { standingReport } from "@/lib/report/schema";
import { standingOf } from "./standing-queries";

const knownRow = z.object({
  units: z.array(z.string()),
  submissions: z.array(
    z.object({
      id: z.string(),
      content: z.string(),
      version: z.int(),
      kept: z.enum(["mine", "theirs"]).nullable(),
    }),
  ),
  reports: z.array(z.object({ unit: z.string(), day: z.iso.date(), standing: standingReport })),
  lastVersions: z.array(z.object({ unit: z.string(), day: z.iso.date(), version: z.int() })),
  remembered: z.array(z.object({ unit: z.string(), day: z.iso.date(), submissions: z.int() })),
  reopenings: z.array(
    z.object({ unit: z.string(), day: z.iso.date(), from: z.string(), until: z.string() }),
  ),
  doses: z.array(
    z.object({
      unit: z.string(),
      day: z.iso.date(),
      cell: z.string(),
      doses: z.int(),
      takenLater: z.int(),
      later: z.object({ day: z.iso.date(), doses: z.int() }).nullable(),
    }),
  ),
});

/**
 * What is known of the reports of a batch: their units within the grant's region, their ids, the
 * reports that stand at their units and days, the last version that each ever had, the days that
 * were opened again, and what cumulative figures are checked against. One statement, for the lock to
 * cover. Other days of a unit are read only for cumulative figures, and where a day after the
 * reported one takes doses back or was typed cumulatively; such submissions have an index of their own.
 */
export async function knownOf(
  tx: Transaction,
  grant: Grant<"tally:submit">,
  campaign: Campaign,
  reports: readonly ReadReport[],
): Promise<Omit<Known, "rooms">> {
  const asked = reports.flatMap(({ id, unit, day, round, cumulative }) =>
    isUnitCode(unit)
      ? [{ id, unit, round, day: round === null ? null : day, isCumulative: cumulative !== null }]
      : [],
  );
  const known = await readRow(knownRow, tx)`
    WITH asked AS MATERIALIZED (
      SELECT DISTINCT id, unit, day, round, "isCumulative"
      FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS r (
        id uuid, unit text, day date, round smallint, "isCumulative" boolean)
    ), place AS MATERIALIZED (
      SELECT unit, day, round, bool_or("isCumulative") AS "isCumulative" FROM asked GROUP BY 1, 2, 3
    ), taken AS MATERIALIZED (
      SELECT round_number AS round, unit_code AS unit, day FROM tally
      WHERE district_code = ${campaign.districtCode}
        AND campaign_id = ${campaign.id}::uuid
        AND residents < 0
    ), summed AS MATERIALIZED (
      SELECT place.*, typed.days AS "typedDays"
      FROM place
      CROSS JOIN LATERAL (
        SELECT array_agg(sent.day) AS days
        FROM (
          SELECT id, day FROM submission
          WHERE district_code = ${campaign.districtCode}
            AND campaign_id = ${campaign.id}::uuid
            AND unit_code = place.unit
            AND submission.day > place.day
            AND figures = 'cumulative'
          OFFSET 0) AS sent
        CROSS JOIN LATERAL (
          SELECT FROM daily_report
          WHERE district_code = ${campaign.districtCode}
            AND campaign_id = ${campaign.id}::uuid
            AND round_number = place.round
            AND unit_code = place.unit
            AND daily_report.day = sent.day
            AND submission_id = sent.id
          OFFSET 0) AS report) AS typed
      WHERE "isCumulative" OR typed.days IS NOT NULL OR EXISTS (
        SELECT FROM taken
        WHERE taken.round = place.round AND taken.unit = place.unit AND taken.day > place.day)
    )
    SELECT
      (SELECT coalesce(jsonb_agg(unit.code), '[]')
       FROM reporting_unit AS unit
       WHERE unit.district_code = ${campaign.districtCode}
         AND unit.campaign_id = ${campaign.id}::uuid
         AND unit.code IN (SELECT unit FROM asked)
         AND ${withinRegion(grant)}) AS units,
      (SELECT coalesce(jsonb_agg(jsonb_build_object(
                'id', id, 'content', content, 'version', version, 'kept', conflict_kept)), '[]')
       FROM submission
       WHERE district_code = ${campaign.districtCode}
         AND campaign_id = ${campaign.id}::uuid
         AND id = ANY (ARRAY(SELECT id FROM asked))) AS submissions,
      (SELECT coalesce(jsonb_agg(jsonb_build_object(
                'unit', report.unit_code, 'day', report.day,
                'standing', ${standingOf(grant)})), '[]')
       FROM place
       CROSS JOIN LATERAL (
         SELECT * FROM daily_report
         WHERE district_code = ${campaign.districtCode}
           AND campaign_id = ${campaign.id}::uuid
           AND round_number = place.round
           AND unit_code = place.unit
           AND daily_report.day = place.day
         OFFSET 0) AS report
       LEFT JOIN app_user ON app_user.id = report.submitted_by) AS reports,
      (SELECT coalesce(jsonb_agg(jsonb_build_object(
                'unit', place.unit, 'day', place.day, 'submissions', sent.submissions)), '[]')
       FROM place
       CROSS JOIN LATERAL (
         SELECT count(*) AS submissions
         FROM daily_report AS report
         JOIN submission
           ON submission.district_code = report.district_code
          AND submission.campaign_id = report.campaign_id
          AND submission.unit_code = report.unit_code
          AND submission.day = report.day
          AND submission.version = report.version
         WHERE report.district_code = ${campaign.districtCode}
           AND report.campaign_id = ${campaign.id}::uuid
           AND report.round_number = place.round
           AND report.unit_code = place.unit
           AND report.day = place.day
         OFFSET 0) AS sent
       WHERE sent.submissions > 1) AS remembered,
      (SELECT coalesce(jsonb_agg(jsonb_build_object(
                'unit', place.unit, 'day', place.day, 'version', sent.version)), '[]')
       FROM place
       CROSS JOIN LATERAL (
         SELECT max(version) AS version FROM submission
         WHERE district_code = ${campaign.districtCode}
           AND campaign_id = ${campaign.id}::uuid
           AND unit_code = place.unit
           AND day = place.day) AS sent
       WHERE sent.version IS NOT NULL) AS "lastVersions",
      (SELECT coalesce(jsonb_agg(jsonb_build_object(
                'unit', place.unit, 'day', place.day,
                'from', reopening.decided_at, 'until', reopening.opens_until)), '[]')
       FROM place
       JOIN reporting_unit AS unit
         ON unit.district_code = ${campaign.districtCode}
        AND unit.campaign_id = ${campaign.id}::uuid
        AND unit.code = place.unit
       JOIN day_reopening AS reopening
         ON reopening.district_code = unit.district_code
        AND reopening.campaign_id = unit.campaign_id
        AND reopening.place_code = unit.subdistrict_code
        AND reopening.day = place.day
        AND reopening.decision = 'opened') AS reopenings,
      (SELECT coalesce(jsonb_agg(jsonb_build_object(
                'unit', unit, 'day', day, 'cell', cell, 'doses', doses,
                'takenLater', greatest(0, -lowest),
                'later', CASE WHEN typed_on IS NOT NULL THEN
                  jsonb_build_object('day', typed_on, 'doses', typed_doses) END)), '[]')
       FROM (
         SELECT unit, day, cell,
                coalesce(sum(residents) FILTER (WHERE given_on < day), 0)::int AS doses,
                min(later)::int AS lowest,
                min(typed_on) AS typed_on,
                (sum(residents) FILTER (WHERE given_on <= typed_on))::int AS typed_doses
         FROM (
           SELECT place.*, tally.day AS given_on, tally.residents,
                  tally.intervention_code || '/' || tally.target_group_code AS cell,
                  sum(tally.residents) FILTER (WHERE tally.day > place.day) OVER (
                    PARTITION BY place.unit, place.day, intervention_code, target_group_code
                    ORDER BY tally.day) AS later,
                  min(tally.day) FILTER (WHERE tally.day = ANY (place."typedDays")) OVER (
                    PARTITION BY place.unit, place.day, intervention_code, target_group_code
                  ) AS typed_on
           FROM summed AS place
           CROSS JOIN LATERAL (
             SELECT * FROM tally
             WHERE district_code = ${campaign.districtCode}
               AND campaign_id = ${campaign.id}::uuid
               AND round_number = place.round
               AND unit_code = place.unit
               AND tally.day <> place.day
             OFFSET 0) AS tally) AS other
         GROUP BY 1, 2, 3
         HAVING bool_or("isCumulative") OR min(later) < 0 OR min(typed_on) IS NOT NULL
       ) AS given) AS doses
  `;
  return { ...known, units: new Set(known.units) };
}
