import "server-only";

import { z } from "zod";

import { unitKinds } from "@/lib/campaign/unit-kind";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { storedReport } from "@/lib/report/schema";
import { Prisma } from "@/prisma/generated/client";
import { columnKey } from "@/lib/campaign/schema/fields";
import { columnKeySql } from "@/lib/campaign/server/column-key-queries";

import { storedReportSql } from "./stored-report-queries";

/**
 * The parts of what is known of a batch, each with the type of its rows. They read `asked` (id, unit,
 * day and round of each report), `place` (unit, day and round once), `taken` and `summed`, as their
 * statement names them.
 * A unit, round and day are an exact range of a key: `OFFSET 0` keeps the planner at it, whatever the
 * tables hold.
 */
type Scope = { readonly grant: Grant<"tally:submit">; readonly campaign: Campaign };

const ofPlace = { unit: z.string(), day: z.iso.date() };

function ofCampaign({ districtCode, id }: Campaign, table?: string): Prisma.Sql {
  const of = table === undefined ? Prisma.empty : Prisma.raw(`${table}.`);
  return Prisma.sql`${of}district_code = ${districtCode} AND ${of}campaign_id = ${id}::uuid`;
}

export const unitRow = z.object({ unit: z.string(), kind: z.enum(unitKinds) });

/** The units of the batch within the grant's region. */
export function unitRows({ grant, campaign }: Scope): Prisma.Sql {
  return Prisma.sql`
    SELECT unit.code AS unit, unit.kind FROM reporting_unit AS unit
    WHERE ${ofCampaign(campaign, "unit")}
      AND unit.code IN (SELECT unit FROM asked)
      AND ${withinRegion(grant)}`;
}

export const submissionRow = z.object({
  id: z.string(),
  content: z.string(),
  version: z.int(),
  kept: z.enum(["mine", "theirs"]).nullable(),
});

/** Submissions that came before under the ids of the batch. */
export function submissionRows({ campaign }: Scope): Prisma.Sql {
  return Prisma.sql`
    SELECT id, content, version, conflict_kept AS kept FROM submission
    WHERE ${ofCampaign(campaign)} AND id = ANY (ARRAY(SELECT id FROM asked))`;
}

export const reportRow = z.object({ ...ofPlace, standing: storedReport });

/** The reports that stand at the batch's units and days. */
export function knownReportRows({ grant, campaign }: Scope): Prisma.Sql {
  return Prisma.sql`
    SELECT report.unit_code AS unit, report.day, ${storedReportSql(grant)} AS standing
    FROM place
    CROSS JOIN LATERAL (
      SELECT * FROM daily_report
      WHERE ${ofCampaign(campaign)}
        AND round_number = place.round
        AND unit_code = place.unit
        AND daily_report.day = place.day
      OFFSET 0) AS report
    LEFT JOIN app_user ON app_user.id = report.submitted_by`;
}

export const rememberedRow = z.object({ ...ofPlace, submissions: z.int() });

/** Submissions that are remembered of the version that stands, where they are more than its own. */
export function rememberedRows({ campaign }: Scope): Prisma.Sql {
  return Prisma.sql`
    SELECT place.unit, place.day, sent.submissions
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
      WHERE ${ofCampaign(campaign, "report")}
        AND report.round_number = place.round
        AND report.unit_code = place.unit
        AND report.day = place.day
      OFFSET 0) AS sent
    WHERE sent.submissions > 1`;
}

export const lastVersionRow = z.object({ ...ofPlace, version: z.int() });

/** The last version that each unit and day ever had. */
export function lastVersionRows({ campaign }: Scope): Prisma.Sql {
  return Prisma.sql`
    SELECT place.unit, place.day, sent.version
    FROM place
    CROSS JOIN LATERAL (
      SELECT max(version) AS version FROM submission
      WHERE ${ofCampaign(campaign)} AND unit_code = place.unit AND day = place.day) AS sent
    WHERE sent.version IS NOT NULL`;
}

export const reopeningRow = z.object({ ...ofPlace, from: z.string(), until: z.string() });

/** When the batch's days were opened again. */
export function reopeningRows({ campaign }: Scope): Prisma.Sql {
  return Prisma.sql`
    SELECT place.unit, place.day, reopening.decided_at AS from, reopening.opens_until AS until
    FROM place
    JOIN reporting_unit AS unit ON ${ofCampaign(campaign, "unit")} AND unit.code = place.unit
    JOIN day_reopening AS reopening
      ON reopening.district_code = unit.district_code
     AND reopening.campaign_id = unit.campaign_id
     AND reopening.place_code = unit.subdistrict_code
     AND reopening.day = place.day
     AND reopening.decision = 'opened'`;
}

export const doseRow = z.object({
  ...ofPlace,
  cell: columnKey,
  doses: z.int(),
  takenLater: z.int(),
  later: z.object({ day: z.iso.date(), doses: z.int() }).nullable(),
});

/** Of each cell of `summed`: the doses before the day, and of later days. */
export function knownDoseRows({ campaign }: Scope): Prisma.Sql {
  return Prisma.sql`
    SELECT unit, day, cell, doses, greatest(0, -lowest) AS "takenLater",
           CASE WHEN typed_on IS NOT NULL THEN
             jsonb_build_object('day', typed_on, 'doses', typed_doses) END AS later
    FROM (
      SELECT unit, day, cell,
             coalesce(sum(residents) FILTER (WHERE given_on < day), 0)::int AS doses,
             min(later)::int AS lowest,
             min(typed_on) AS typed_on,
             (sum(residents) FILTER (WHERE given_on <= typed_on))::int AS typed_doses
      FROM (
        SELECT place.*, tally.day AS given_on, tally.residents,
               ${columnKeySql} AS cell,
               sum(tally.residents) FILTER (WHERE tally.day > place.day) OVER (
                 PARTITION BY place.unit, place.day, intervention_code, target_group_code
                 ORDER BY tally.day) AS later,
               min(tally.day) FILTER (WHERE tally.day = ANY (place."typedDays")) OVER (
                 PARTITION BY place.unit, place.day, intervention_code, target_group_code
               ) AS typed_on
        FROM summed AS place
        CROSS JOIN LATERAL (
          SELECT * FROM tally
          WHERE ${ofCampaign(campaign)}
            AND round_number = place.round
            AND unit_code = place.unit
            AND tally.day <> place.day
          OFFSET 0) AS tally) AS other
      GROUP BY 1, 2, 3
      HAVING bool_or("isCumulative") OR min(later) < 0 OR min(typed_on) IS NOT NULL
    ) AS given`;
}

/** Cells of days that take doses back, which are few: read once, and not for each place. */
export function takenRows({ campaign }: Scope): Prisma.Sql {
  return Prisma.sql`
    SELECT round_number AS round, unit_code AS unit, day FROM tally
    WHERE ${ofCampaign(campaign)} AND residents < 0`;
}

/**
 * Where other days of a unit are added up: for cumulative figures, and where a day after the reported
 * one takes doses back (`taken`) or was typed cumulatively; such submissions have an index of their own.
 */
export function summedRows({ campaign }: Scope): Prisma.Sql {
  return Prisma.sql`
    SELECT place.*, typed.days AS "typedDays"
    FROM place
    CROSS JOIN LATERAL (
      SELECT array_agg(sent.day) AS days
      FROM (
        SELECT id, day FROM submission
        WHERE ${ofCampaign(campaign)}
          AND unit_code = place.unit
          AND submission.day > place.day
          AND figures = 'cumulative'
        OFFSET 0) AS sent
      CROSS JOIN LATERAL (
        SELECT FROM daily_report
        WHERE ${ofCampaign(campaign)}
          AND round_number = place.round
          AND unit_code = place.unit
          AND daily_report.day = sent.day
          AND submission_id = sent.id
        OFFSET 0) AS report) AS typed
    WHERE "isCumulative" OR typed.days IS NOT NULL OR EXISTS (
      SELECT FROM taken
      WHERE taken.round = place.round AND taken.unit = place.unit AND taken.day > place.day)`;
}
