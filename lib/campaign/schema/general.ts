import { z } from "zod";

import { problem } from "@/lib/base/forms/problem";
import { limits } from "@/lib/base/limits";
import { daysBetween } from "@/lib/base/time/calendar-day";

import { targetSources } from "../campaign";
import { askedParts, partsInOrder } from "../report-parts";
import { periods, rhythms, type Period, type Rhythm } from "../rhythm";
import {
  calendarDay,
  optionalName,
  optionalText,
  shortText,
  webAddress,
  word,
  type Reject,
} from "./fields";

export const campaignSlug = z
  .string()
  .trim()
  .max(80, problem("tooLong"))
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, problem("slugFormat"));

/** "16:00": a local hour and minute. */
const cutOff = z
  .string()
  .trim()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, problem("hourFormat"));

/** What a campaign has besides its kabupaten, units and parts. */
export const campaignTerms = z.object({
  name: shortText,
  legalBasis: optionalText,
  /** Where published figures come from that are not this kabupaten's own entry, and their page. */
  sourceName: optionalName,
  sourceUrl: webAddress,
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
  reportParts: z
    .array(z.enum(askedParts))
    .max(askedParts.length)
    .transform(partsInOrder)
    .optional()
    .describe(
      "What daily reports are asked for besides tallies: reasons why people were not reached, what sweeping found, vials opened; none when absent.",
    ),
});

/** What is wrong between a campaign's own two dates, and between its rhythm and period. */
export function checkTerms(
  {
    startsOn,
    endsOn,
    rhythm,
    period,
    sourceName,
    sourceUrl,
  }: {
    readonly startsOn: string;
    readonly endsOn: string;
    readonly rhythm?: Rhythm | undefined;
    readonly period?: Period | undefined;
    readonly sourceName?: string | undefined;
    readonly sourceUrl?: string | undefined;
  },
  reject: Reject,
): void {
  const days = daysBetween(startsOn, endsOn);
  if (days < 0) reject(["endsOn"], "endsBeforeStart");
  if (days >= limits.campaignDays) reject(["endsOn"], "campaignTooLong");
  if (sourceUrl !== undefined && sourceName === undefined) reject(["sourceName"], "required");
  if ((rhythm === "periods") !== (period !== undefined)) reject(["period"], "periodOfRhythm");
}
