import "server-only";

import { z } from "zod";

import type { Transaction } from "@/lib/server/db/client";
import { dateColumn, timeColumn } from "@/lib/server/db/calendar-column";
import { readRows } from "@/lib/server/db/read";
import { AppError } from "@/lib/base/errors";
import { cutText } from "@/lib/base/forms/storable-text";
import type { RegionCode } from "@/lib/base/region/code";

import type { HasRhythm } from "@/lib/campaign/rhythm";
import type { CampaignInput } from "@/lib/campaign/schema";

/** Key of a campaign's rows. */
export type CampaignKey = { readonly district: RegionCode; readonly id: string };

/**
 * What a campaign is and may be changed to be, as its row has it.
 *
 * @param former what data quality is judged by where the input does not say.
 */
export function termsOf(
  input: Pick<
    CampaignInput,
    | "name"
    | "legalBasis"
    | "sourceName"
    | "sourceUrl"
    | "startsOn"
    | "endsOn"
    | "reportCutOff"
    | "usualDeviations"
    | "mostTargetShare"
    | "noun"
    | "act"
    | "gives"
    | "rhythm"
    | "period"
    | "reportParts"
  >,
  former: {
    readonly usualDeviations: number;
    readonly mostTargetShare: number;
    readonly noun: string;
    readonly act: string;
    readonly gives: string;
    readonly reportParts: readonly string[];
  } & HasRhythm,
) {
  return {
    name: input.name,
    legalBasis: input.legalBasis ?? null,
    sourceName: input.sourceName ?? null,
    sourceUrl: input.sourceUrl ?? null,
    startsOn: dateColumn(input.startsOn),
    endsOn: dateColumn(input.endsOn),
    reportCutOff: timeColumn(input.reportCutOff),
    usualDeviations: input.usualDeviations ?? former.usualDeviations,
    mostTargetShare: input.mostTargetShare ?? former.mostTargetShare,
    noun: input.noun ?? former.noun,
    act: input.act ?? former.act,
    gives: input.gives ?? former.gives,
    rhythm: input.rhythm ?? former.rhythm,
    period: input.rhythm === undefined ? former.period : (input.period ?? null),
    reportParts: [...(input.reportParts ?? former.reportParts)],
  };
}

/**
 * Makes a campaign's rounds those of the list. A new round's plan is its dates; an old one keeps
 * the plan that it had when its dates move.
 *
 * @throws {AppError} `hasReports` (field `rounds.N.endsOn`) when reports would fall outside;
 * `inUse` (field `rounds`) when a round with reports is left out.
 */
export async function saveRounds(
  tx: Transaction,
  key: CampaignKey,
  rounds: CampaignInput["rounds"],
): Promise<void> {
  const given = JSON.stringify(rounds);
  const [stranded] = await readRows(z.object({ number: z.int(), isKept: z.boolean() }), tx)`
    SELECT report.round_number::int AS number, round.number IS NOT NULL AS "isKept"
    FROM daily_report AS report
    LEFT JOIN jsonb_to_recordset(${given}::jsonb) AS round (
      number smallint, "startsOn" date, "endsOn" date, "sweepingEndsOn" date)
      ON round.number = report.round_number
    WHERE report.district_code = ${key.district} AND report.campaign_id = ${key.id}::uuid
      AND (round.number IS NULL OR report.day NOT BETWEEN "startsOn"
           AND coalesce("sweepingEndsOn", "endsOn"))
    LIMIT 1`;
  if (stranded && !stranded.isKept) {
    throw new AppError("inUse", `round ${stranded.number} has reports`, "rounds");
  }
  if (stranded) {
    const place = rounds.findIndex(({ number }) => number === stranded.number);
    throw new AppError(
      "hasReports",
      `round ${stranded.number} has reports on other days`,
      `rounds.${place}.endsOn`,
    );
  }
  const numbers = rounds.map(({ number }) => number);
  await tx.round.deleteMany({ where: { ...partOf(key), number: { notIn: numbers } } });
  await tx.roundUnit.deleteMany({ where: partOf(key) });
  await tx.$executeRaw`
    INSERT INTO round (district_code, campaign_id, number, planned_starts_on, planned_ends_on,
                       starts_on, ends_on, sweeping_ends_on, min_gap_days, gap_reason)
    SELECT ${key.district}, ${key.id}::uuid, number, "startsOn", "endsOn", "startsOn", "endsOn",
           "sweepingEndsOn", "minGapDays", "gapReason"
    FROM jsonb_to_recordset(${given}::jsonb) AS round (
      number smallint, "startsOn" date, "endsOn" date, "sweepingEndsOn" date,
      "minGapDays" smallint, "gapReason" text)
    ON CONFLICT (district_code, campaign_id, number) DO UPDATE
      SET starts_on = excluded.starts_on, ends_on = excluded.ends_on,
          sweeping_ends_on = excluded.sweeping_ends_on, min_gap_days = excluded.min_gap_days,
          gap_reason = excluded.gap_reason`;
}

/**
 * Makes a campaign's interventions, target groups and what is given to whom those of the lists,
 * in their order. An intervention that names no groups is given to every one.
 *
 * @throws {AppError} `inUse` (field `interventions`) when a box is left out that a report or a
 * target population uses.
 */
export async function saveColumns(
  tx: Transaction,
  key: CampaignKey,
  parts: Pick<CampaignInput, "interventions" | "targetGroups">,
): Promise<void> {
  const groups = parts.targetGroups.map(({ code }) => code);
  const given = parts.interventions.flatMap(({ code, targetGroups }) =>
    (targetGroups ?? groups).map((targetGroup) => ({ intervention: code, targetGroup })),
  );
  await dropColumns(tx, key, JSON.stringify(given));
  const left = parts.interventions.map(({ code }) => code);
  // What goes may be followed by what stays; whom it follows then is written below.
  await tx.intervention.updateMany({ where: partOf(key), data: { follows: null } });
  await tx.intervention.deleteMany({ where: { ...partOf(key), code: { notIn: left } } });
  await tx.targetGroup.deleteMany({ where: { ...partOf(key), code: { notIn: groups } } });

  const interventions = parts.interventions.map((each) => ({
    ...each,
    shortName: each.shortName ?? cutText(each.name, 24).trim(),
  }));
  await tx.$executeRaw`
    INSERT INTO target_group (
      district_code, campaign_id, code, name, noun, min_months, max_months_exclusive, unit_kinds,
      position)
    SELECT ${key.district}, ${key.id}::uuid, code, name, noun, min_months, max_months,
           coalesce(kinds, '{}'), place
    FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(parts.targetGroups)}::jsonb)
           AS (code text, name text, noun text, "minMonths" smallint,
               "maxMonthsExclusive" smallint, "unitKinds" text[]))
         WITH ORDINALITY AS part (code, name, noun, min_months, max_months, kinds, place)
    ON CONFLICT (district_code, campaign_id, code) DO UPDATE
      SET name = excluded.name, noun = excluded.noun, min_months = excluded.min_months,
          max_months_exclusive = excluded.max_months_exclusive,
          unit_kinds = excluded.unit_kinds, position = excluded.position`;
  await tx.$executeRaw`
    INSERT INTO intervention (
      district_code, campaign_id, code, name, short_name, act, gives, groups_add,
      follows, min_gap_days, position)
    SELECT ${key.district}, ${key.id}::uuid, code, name, short_name, act, gives, groups_add,
           follows, min_gap_days, place
    FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(interventions)}::jsonb)
           AS (code text, name text, "shortName" text, act text,
               gives text, "groupsAdd" boolean, follows text, "minGapDays" smallint))
         WITH ORDINALITY AS part (
           code, name, short_name, act, gives, groups_add, follows, min_gap_days, place)
    ON CONFLICT (district_code, campaign_id, code) DO UPDATE
      SET name = excluded.name, short_name = excluded.short_name,
          act = excluded.act, gives = excluded.gives,
          groups_add = excluded.groups_add, follows = excluded.follows,
          min_gap_days = excluded.min_gap_days, position = excluded.position`;
  await tx.interventionTargetGroup.createMany({
    data: given.map(({ intervention, targetGroup }) => ({
      ...partOf(key),
      interventionCode: intervention,
      targetGroupCode: targetGroup,
    })),
    skipDuplicates: true,
  });
}

/** What the rows of a campaign's parts have in common. */
export function partOf({ district, id }: CampaignKey) {
  return { districtCode: district, campaignId: id };
}

async function dropColumns(tx: Transaction, key: CampaignKey, given: string): Promise<void> {
  const used = await readRows(z.unknown(), tx)`
    SELECT FROM intervention_target_group AS box
    WHERE district_code = ${key.district} AND campaign_id = ${key.id}::uuid
      AND (intervention_code, target_group_code) NOT IN (
        SELECT intervention, "targetGroup" FROM jsonb_to_recordset(${given}::jsonb)
               AS given (intervention text, "targetGroup" text))
      AND (EXISTS (SELECT FROM tally
             WHERE tally.district_code = box.district_code AND tally.campaign_id = box.campaign_id
               AND tally.intervention_code = box.intervention_code
               AND tally.target_group_code = box.target_group_code)
        OR EXISTS (SELECT FROM target_population AS target
             WHERE target.district_code = box.district_code
               AND target.campaign_id = box.campaign_id
               AND target.intervention_code = box.intervention_code
               AND target.target_group_code = box.target_group_code)
        OR EXISTS (SELECT FROM region_target AS own
             WHERE own.district_code = box.district_code
               AND own.campaign_id = box.campaign_id
               AND own.intervention_code = box.intervention_code
               AND own.target_group_code = box.target_group_code))
    LIMIT 1`;
  if (used.length > 0) throw new AppError("inUse", "a box that is in use", "interventions");
  await tx.$executeRaw`
    DELETE FROM intervention_target_group
    WHERE district_code = ${key.district} AND campaign_id = ${key.id}::uuid
      AND (intervention_code, target_group_code) NOT IN (
        SELECT intervention, "targetGroup" FROM jsonb_to_recordset(${given}::jsonb)
               AS given (intervention text, "targetGroup" text))`;
}
