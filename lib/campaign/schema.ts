import { z } from "zod";

import { goalScopes } from "@/lib/coverage/dated-goal";
import { findGoal } from "@/lib/coverage/goal";
import { problem } from "@/lib/base/forms/problem";
import { nameText, noteText } from "@/lib/base/forms/storable-text";
import { limits } from "@/lib/base/limits";
import { districtCode, regionCode } from "@/lib/base/region/code";
import { daysBetween, isCalendarDay } from "@/lib/base/time/calendar-day";
import { timeZones } from "@/lib/base/time/time-zone";
import type { ColumnKey } from "./column-key";

import { targetSources } from "./campaign";
import { periods, rhythms, type Period, type Rhythm } from "./rhythm";
import { unitKinds } from "./unit-kind";
import { unitCodeShape } from "./code";
import { followProblems } from "./predecessor";
import { roundProblems } from "./round-order";
import { countColumns } from "./size";
import { overlappingUnit } from "./unit-levels";
import { checkUnitSets, unitSetsInput } from "./unit-set/schema";

/** A day that exists. "2021-06-31" is rejected as what it is, not as a badly written one. */
export const calendarDay = z
  .string()
  .trim()
  .min(1, { error: problem("required"), abort: true })
  .refine(isCalendarDay, { error: problem("noSuchDay"), abort: true });

/** A code of `lib/base/i18n/wording.ts`, or words as they shall stand in sentences. */
const word = nameText
  .trim()
  .max(limits.campaignWordLength, problem("tooLong"))
  .nullish()
  .transform((text) => text || undefined);

const shortText = nameText.trim().min(1, problem("required")).max(120, problem("tooLong"));

const optionalText = noteText
  .trim()
  .max(300, problem("tooLong"))
  .transform((text) => text || undefined)
  .optional();

/** A code of an intervention or group: it stands in addresses and files, so it is plain. */
const code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/, problem("codeFormat"));

/** A key that the database made (`columnKeySql`). */
export const columnKey = z.string<ColumnKey>();

const unitCode = z.string().trim().regex(unitCodeShape, problem("codeFormat"));

const campaignSlug = z
  .string()
  .trim()
  .max(80, problem("tooLong"))
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, problem("slugFormat"));

/** "16:00": a local hour and minute. */
const cutOff = z
  .string()
  .trim()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, problem("hourFormat"));

/** A goal up to 1 %, in ten-thousandths: a share that was typed where a percentage is meant. */
const likelyShare = 100;

/** "0,955%": less than 1 %, written out as what was typed in the field of a percentage. */
const isShareInPercent = (text: string) => /^0*[.,]0*[1-9]\d*\s*%$/.test(text);

/** A share above 0 and at most 1 with at most four decimals, as text: 0.95 has no exact double. */
const goal = z
  .string()
  .trim()
  // "0,95" typed for 95 %: everyone would have reached it. No campaign means 1 % or less.
  .refine((text) => !isShareInPercent(text) && (findGoal(text) ?? 1 + likelyShare) > likelyShare, {
    message: problem("goalAsShare"),
    abort: true,
  })
  .refine((text) => findGoal(text) !== null, problem("goalRange"));

/** Days between something and what comes before it, at least; no number: none are asked. */
const minGapDays = z
  .int(problem("wholeNumber"))
  .min(1, problem("gapRange"))
  .max(limits.campaignDays, problem("gapRange"))
  .nullish()
  .transform((days) => days ?? undefined);

const roundInput = z.object({
  number: z.int(problem("wholeNumber")).min(1).max(limits.campaignRounds),
  startsOn: calendarDay,
  endsOn: calendarDay,
  /** Last of the catch-up days after `endsOn`. */
  sweepingEndsOn: calendarDay.nullish().transform((day) => day ?? undefined),
  /** From the last day of the round before to its first. */
  minGapDays,
  /** Why it keeps fewer; needed where it does. */
  gapReason: optionalText.nullish().transform((text) => text ?? undefined),
  /** Codes of the units that it is held in, or of kecamatan for all of theirs; every unit when absent. */
  units: z
    .array(unitCode)
    .min(1, problem("atLeastOne"))
    .max(limits.campaignUnits, problem("tooManyUnits"))
    .nullish()
    .transform((codes) => codes ?? undefined),
});

export const interventionInput = z.object({
  code,
  name: shortText,
  /** What a column head has room for; the name when absent. */
  shortName: nameText.trim().min(1).max(24, problem("tooLong")).optional(),
  /** null: none. */
  coverageGoal: goal.nullable(),
  /** Of what it is a share; "whole" when absent. */
  goalScope: z.enum(goalScopes).optional(),
  /** From which day it holds: when absent, a first goal from the campaign's, another one from today. */
  goalFrom: calendarDay.nullish().transform((day) => day ?? undefined),
  /** By which letter or decree. */
  goalDecree: optionalText.nullable().transform((text) => text ?? undefined),
  /** Why it is another than before; needed where it is. */
  goalReason: optionalText.nullable().transform((text) => text ?? undefined),
  /** Codes of the groups it is given to; every group when absent. */
  targetGroups: z.array(code).min(1, problem("atLeastOne")).optional(),
  /** What is done to people, and what they get; as the campaign says when absent. */
  act: word,
  gives: word,
  /** Whether its groups are different people, so that they have a total: see `whyNotAdded`. */
  groupsAdd: z.boolean().default(true),
  /** Code of the intervention that it comes after in each person; none when absent. */
  follows: code.nullish().transform((text) => text ?? undefined),
  /** Between the two. */
  minGapDays,
});

const gateInput = z.object({
  code,
  name: shortText,
  terms: z
    .array(
      z.object({
        intervention: code,
        /** All groups of the intervention when absent. */
        targetGroup: code.nullish().transform((group) => group ?? undefined),
        atLeast: goal,
      }),
    )
    .min(1, problem("atLeastOne"))
    .max(limits.campaignGateTerms, problem("tooManyGates")),
});

const months = z
  .int(problem("wholeNumber"))
  .min(0, problem("negative"))
  .max(limits.campaignAgeMonths, problem("tooManyMonths"))
  .nullish()
  .transform((count) => count ?? undefined);

/** How many people of any age live where a unit works; null: not known any more. */
const inhabitantsInput = z.object({
  code: unitCode,
  people: z
    .int(problem("wholeNumber"))
    .min(0, problem("negative"))
    .max(99_999_999, problem("wholeNumber"))
    .nullable(),
});

const targetGroupInput = z.object({
  code,
  name: shortText,
  /** What its people are called; as the campaign says when absent. */
  noun: word,
  /** Ages in whole months, from this one on and below that one. */
  minMonths: months,
  maxMonthsExclusive: months,
});

const reportingUnitInput = z.object({
  code: unitCode,
  name: shortText,
  kind: z.enum(unitKinds),
  regionCode: z
    .string()
    .trim()
    .regex(/^\d{2}\.\d{2}[\d.]*$/, problem("unknownRegion"))
    .pipe(regionCode),
});

/** What a campaign has besides its kabupaten, units and parts. */
const campaignTerms = z.object({
  name: shortText,
  legalBasis: optionalText,
  startsOn: calendarDay,
  endsOn: calendarDay,
  reportCutOff: cutOff,
  decidingTargetSource: z.enum(targetSources),
  /** Deviations (MAD) from the usual beyond which a day's count is a finding of `/mutu`. */
  usualDeviations: z
    .number(problem("deviationRange"))
    .min(1, problem("deviationRange"))
    .max(20, problem("deviationRange"))
    .optional(),
  /** Largest share of a unit's inhabitants that its target population may be. */
  mostTargetShare: z
    .number(problem("shareRange"))
    // As many decimals as the database keeps: less would be 0 there.
    .min(0.0001, problem("shareRange"))
    .max(1, problem("shareRange"))
    .optional(),
  /** Whom it counts, what is done to them and what they get: "child", "immunized", "dose" when absent. */
  noun: word,
  act: word,
  gives: word,
  /** How often its units owe a report, with the period of "periods"; "daily" when absent. */
  rhythm: z.enum(rhythms).optional(),
  period: z
    .enum(periods)
    .nullish()
    .transform((period) => period ?? undefined),
});

/** The lists of a campaign, checked against each other and against its dates by `checkParts`. */
const campaignParts = campaignTerms.extend({
  rounds: z
    .array(roundInput)
    .min(1, problem("atLeastOne"))
    .max(limits.campaignRounds, problem("tooManyRounds")),
  interventions: z
    .array(interventionInput)
    .min(1, problem("atLeastOne"))
    .max(limits.campaignInterventions, problem("tooManyInterventions")),
  targetGroups: z
    .array(targetGroupInput)
    .min(1, problem("atLeastOne"))
    .max(limits.campaignTargetGroups, problem("tooManyTargetGroups")),
  /** Units taken together. When absent: none of a new campaign, and those that stand of another. */
  unitSets: unitSetsInput.optional(),
  /** None when absent. */
  gates: z.array(gateInput).max(limits.campaignGates, problem("tooManyGates")).optional(),
});

const reportingUnits = z
  .array(reportingUnitInput)
  .min(1, problem("atLeastOne"))
  .max(limits.campaignUnits, problem("tooManyUnits"))
  .optional();

/**
 * Everything of a new campaign; the body of `POST /api/v1/campaigns` and what the form sends.
 * Without `reportingUnits` every village of the kabupaten reports, coded by its area code.
 */
export const campaignInput = campaignParts
  .extend({
    slug: campaignSlug,
    districtCode: z
      .string()
      .trim()
      .regex(/^\d{2}\.\d{2}$/, problem("unknownRegion"))
      .pipe(districtCode),
    timeZone: z.enum(timeZones),
    /** Invented figures: every screen, export and print then says DATA CONTOH. */
    isSample: z.boolean(),
    reportingUnits,
  })
  .superRefine(checkParts);

/** The same as `GET /api/v1/campaigns/{slug}` answers it: nothing of it is left to be filled in. */
export const campaignDefinition = campaignParts.extend({
  slug: campaignSlug,
  districtCode: z.string(),
  timeZone: z.enum(timeZones),
  isSample: z.boolean(),
  reportingUnits: z.array(reportingUnitInput),
});

export type CampaignInput = z.infer<typeof campaignInput>;

/** What may change of a campaign that exists: its kabupaten, address and zone may not. */
export const campaignChange = campaignParts
  .extend({
    /** Units to add. */
    reportingUnits,
    /** Units that stand, by their codes, with another name, kind or area. */
    changedUnits: z.array(reportingUnitInput).max(limits.campaignUnits).optional(),
    /** Codes of units to take out. */
    removedUnits: z.array(unitCode),
    /** Of the units that are named; the others keep what they have. */
    inhabitants: z
      .array(inhabitantsInput)
      .max(limits.campaignUnits, problem("tooManyUnits"))
      .optional(),
  })
  .superRefine(checkParts);

export type CampaignChange = z.infer<typeof campaignChange>;

function checkParts(
  input: z.infer<typeof campaignParts> & { reportingUnits?: z.infer<typeof reportingUnits> },
  context: z.RefinementCtx,
): void {
  const reject = (path: (string | number)[], name: Parameters<typeof problem>[0]) =>
    context.addIssue({ code: "custom", path, message: problem(name) });

  for (const [path, name] of termProblems(input)) reject([path], name);
  for (const { index, field, name } of roundProblems(input.rounds, input)) {
    reject(["rounds", index, field], name);
  }
  const lists = {
    interventions: input.interventions,
    targetGroups: input.targetGroups,
    reportingUnits: input.reportingUnits ?? [],
    gates: input.gates ?? [],
  };
  for (const [list, parts] of Object.entries(lists)) {
    for (const index of repeated(parts.map((part) => part.code))) {
      reject([list, index, "code"], "codeTwice");
    }
  }
  input.targetGroups.forEach(({ minMonths, maxMonthsExclusive }, index) => {
    if (maxMonthsExclusive !== undefined && maxMonthsExclusive <= (minMonths ?? 0)) {
      reject(["targetGroups", index, "maxMonthsExclusive"], "agesOrder");
    }
  });
  const twice = overlappingUnit(lists.reportingUnits);
  if (twice !== null) reject(["reportingUnits", twice, "regionCode"], "levelsOverlap");
  checkUnitSets(input.unitSets ?? [], reject);
  if (countColumns(input) > limits.campaignColumns) reject(["interventions"], "tooManyColumns");
  const groups = new Set(input.targetGroups.map((group) => group.code));
  input.interventions.forEach((intervention, index) => {
    if (intervention.targetGroups?.some((group) => !groups.has(group))) {
      reject(["interventions", index, "targetGroups"], "unknownGroup");
    }
    const { goalFrom } = intervention;
    if (goalFrom !== undefined && goalFrom > input.endsOn) {
      reject(["interventions", index, "goalFrom"], "outsideCampaign");
    }
  });
  lists.gates.forEach(({ terms }, gate) => {
    terms.forEach(({ intervention, targetGroup }, index) => {
      const given = input.interventions.find((each) => each.code === intervention);
      const path = ["gates", gate, "terms", index];
      if (!given) reject([...path, "intervention"], "unknownIntervention");
      else if (
        targetGroup !== undefined &&
        !(given.targetGroups ?? [...groups]).includes(targetGroup)
      ) {
        reject([...path, "targetGroup"], "unknownGroup");
      }
    });
  });
  for (const { index, name } of followProblems(input.interventions)) {
    reject(["interventions", index, "follows"], name);
  }
}

/** What is wrong between a campaign's own two dates, and between its rhythm and period. */
function termProblems({
  startsOn,
  endsOn,
  rhythm,
  period,
}: {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly rhythm?: Rhythm | undefined;
  readonly period?: Period | undefined;
}): (["endsOn", "endsBeforeStart" | "campaignTooLong"] | ["period", "periodOfRhythm"])[] {
  const days = daysBetween(startsOn, endsOn);
  return [
    ...(days < 0 ? ([["endsOn", "endsBeforeStart"]] as const) : []),
    ...(days >= limits.campaignDays ? ([["endsOn", "campaignTooLong"]] as const) : []),
    ...((rhythm === "periods") === (period !== undefined)
      ? []
      : ([["period", "periodOfRhythm"]] as const)),
  ].map(([...each]) => each);
}

/** Places in the list where a code stands that stood before. Codes are compared without case. */
function repeated(codes: readonly string[]): number[] {
  const plain = codes.map((each) => each.toLowerCase());
  return plain.flatMap((each, index) => (plain.indexOf(each) < index ? [index] : []));
}
