import { z } from "zod";

import { problem } from "@/lib/base/forms/problem";
import { nameText, noteText, storableText } from "@/lib/base/forms/storable-text";
import { limits } from "@/lib/base/limits";
import { recordSent } from "@/lib/campaign/record/schema";
import { code, unitCode } from "@/lib/campaign/schema/fields";

import { directions, indicatorMeasures } from "./indicator";
import { periodKinds, readPeriod, periodKey } from "./period";

/** "2024-S1": a period by its key. */
export const periodText = z
  .string()
  .trim()
  .refine((text) => {
    const period = readPeriod(text);
    return period !== null && periodKey(period) === text;
  }, problem("noSuchPeriod"));

/** As many digits before and behind the sign as the database keeps. */
const amount = z
  .number(problem("notANumber"))
  .min(0, problem("negative"))
  .max(limits.indicatorValue, problem("tooLargeNumber"))
  .refine((value) => Number.isInteger(Math.round(value * 1e6) / 100), problem("tooManyDecimals"));

const goal = z.object({
  period: periodText,
  /** Code of the unit that it is asked of; all together when absent. */
  unit: unitCode.nullish().transform((text) => text ?? null),
  value: amount,
});

/** What an indicator is. */
export const indicatorInput = z
  .object({
    ...recordSent,
    code,
    name: nameText.trim().min(1, problem("required")).max(120, problem("tooLong")),
    measure: z.enum(indicatorMeasures, problem("required")),
    direction: z.enum(directions, problem("required")),
    period: z.enum(periodKinds, problem("required")),
    /** What a count counts, "kasus". */
    counted: nameText
      .trim()
      .max(limits.campaignWordLength, problem("tooLong"))
      .nullish()
      .transform((text) => text || null),
    /** Code of the office that answers for it. */
    office: storableText.nullish().transform((text) => text ?? null),
    /** What later periods are compared with. */
    baseline: periodText.nullish().transform((text) => text ?? null),
    /** Its place in lists; the last when absent. */
    position: z
      .int(problem("wholeNumber"))
      .min(1, problem("positionRange"))
      .max(999, problem("positionRange"))
      .nullish()
      .transform((position) => position ?? null),
    goals: z.array(goal).max(limits.indicatorGoals, problem("tooManyGoals")).default([]),
  })
  .superRefine(({ period, baseline, goals }, context) => {
    const isOfKind = (key: string) => readPeriod(key)?.kind === period;
    const reject = (path: (string | number)[], name: Parameters<typeof problem>[0]) => {
      context.addIssue({ code: "custom", path, message: problem(name) });
    };
    if (baseline !== null && !isOfKind(baseline)) reject(["baseline"], "periodOfIndicator");
    const named = goals.map((each) => `${each.period} ${each.unit ?? ""}`);
    goals.forEach((each, index) => {
      if (!isOfKind(each.period)) reject(["goals", index, "period"], "periodOfIndicator");
      if (named.indexOf(named[index] ?? "") < index)
        reject(["goals", index, "period"], "goalTwice");
    });
  });

export type IndicatorInput = z.infer<typeof indicatorInput>;

/** What a unit had in a period; without any number it is taken back. */
export const indicatorValueInput = z.object({
  ...recordSent,
  indicator: z.uuid(problem("wrongFormat")),
  unit: unitCode,
  period: periodText,
  value: amount.nullish().transform((number) => number ?? null),
  numerator: amount.nullish().transform((number) => number ?? null),
  denominator: amount.nullish().transform((number) => number ?? null),
  /** Where it was read. */
  source: noteText
    .trim()
    .max(300, problem("tooLong"))
    .nullish()
    .transform((text) => text || null),
  /** What was questioned is right: more than 100 %, or a numerator above its denominator. */
  isConfirmed: z.boolean().default(false),
});

export type IndicatorValueInput = z.infer<typeof indicatorValueInput>;
