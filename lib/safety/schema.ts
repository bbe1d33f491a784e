import { z } from "zod";

import { problem } from "@/lib/base/forms/problem";
import { nameText, noteText, storableText } from "@/lib/base/forms/storable-text";
import { limits } from "@/lib/base/limits";
import { isCalendarDay } from "@/lib/base/time/calendar-day";
import { recordSent } from "@/lib/campaign/record/schema";
import { reasonCodes } from "@/lib/report/part/part";

import { adverseEventStates, batchCode, seriousCriteria } from "./adverse-event";
import { isNameLike } from "./name-like";

const day = z
  .string()
  .trim()
  .min(1, problem("required"))
  .refine(isCalendarDay, problem("noSuchDay"));

/** A local day and hour of the campaign's zone: "2026-06-04T10:00". */
const moment = z
  .string()
  .trim()
  .min(1, problem("required"))
  .refine((text) => text === "" || isMoment(text), problem("noSuchMoment"))
  .describe("Local to the campaign, without a zone: 2026-06-04T10:00.");

function isMoment(text: string): boolean {
  return /^.{10}T([01]\d|2[0-3]):[0-5]\d$/.test(text) && isCalendarDay(text.slice(0, 10));
}

const code = storableText.trim().min(1, problem("required")).max(120, problem("tooLong"));
const words = nameText.trim().min(1, problem("required")).max(120, problem("tooLong"));

/**
 * One adverse event. Nobody is named: a text that may hold a name is asked about, and stored as it is once
 * whoever wrote it says that it holds none (`isNoName`).
 */
export const adverseEventInput = z
  .object({
    ...recordSent,
    unit: code,
    day,
    foundAt: moment,
    interventions: z.array(code).min(1, problem("atLeastOne")).max(limits.campaignInterventions),
    batch: nameText
      .transform(batchCode)
      .pipe(z.string().max(40, problem("tooLong")))
      .default(""),
    targetGroup: code.nullable().default(null),
    isSerious: z.boolean(problem("required")),
    onsetHours: z
      .int(problem("wholeNumber"))
      .min(0, problem("negative"))
      .max(limits.onsetHours, problem("wrongFormat"))
      .nullable()
      .default(null),
    signs: noteText
      .trim()
      .min(1, problem("required"))
      .max(limits.reasonLetters, problem("tooLong")),
    isNoName: z.boolean().default(false),
    toldDistrictAt: moment
      .nullable()
      .default(null)
      .describe("null: this tells it; of a correction: as it stands."),
    criteria: z
      .array(z.enum(seriousCriteria))
      .optional()
      .describe("This and what follows is decided by safety:review; left out: as it stands."),
    toldProvinceAt: moment.nullable().optional(),
    toldNationAt: moment.nullable().optional(),
    state: z.enum(adverseEventStates).optional(),
  })
  .superRefine((event, context) => {
    const add = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    if (!event.isNoName && isNameLike(event.signs)) add("signs", problem("nameLike"));
    if (!event.isSerious && (event.criteria ?? []).length > 0) {
      add("isSerious", problem("criteriaOfSerious"));
    }
    // What cannot be read is said by itself.
    if (!isMoment(event.foundAt)) return;
    for (const field of ["toldDistrictAt", "toldProvinceAt", "toldNationAt"] as const) {
      const told = event[field] ?? "";
      if (isMoment(told) && told < event.foundAt) add(field, problem("beforeFound"));
    }
    if (isCalendarDay(event.day) && event.foundAt.slice(0, 10) < event.day) {
      add("foundAt", problem("beforeGiven"));
    }
  });

export type AdverseEventInput = z.infer<typeof adverseEventInput>;

const houseInput = z
  .object({
    number: z.int().min(1).max(limits.assessmentHouses),
    people: z
      .int(problem("wholeNumber"))
      .min(1, problem("tooManyInHouse"))
      .max(limits.housePeople, problem("tooManyInHouse")),
    reached: z.int(problem("wholeNumber")).min(0, problem("negative")),
    reason: z.enum(reasonCodes, problem("wrongFormat")).nullable().default(null),
  })
  .superRefine(({ people, reached }, context) => {
    if (reached > people) {
      context.addIssue({ code: "custom", path: ["reached"], message: problem("moreReached") });
    }
  })
  // A reason that stands beside a house in which nobody was missed is of nobody.
  .transform((house) => ({ ...house, reason: house.reached < house.people ? house.reason : null }));

/** Houses of a place that were visited: those of a number that is sent twice are wrong. */
export const rapidAssessmentInput = z.object({
  ...recordSent,
  unit: code,
  day,
  intervention: code,
  location: words,
  assessor: words.describe("A role or a team, not a person's name."),
  houses: z
    .array(houseInput)
    .min(1, problem("atLeastOne"))
    .max(limits.assessmentHouses)
    .superRefine((houses, context) => {
      const numbers = houses.map(({ number }) => number);
      const twice = numbers.findIndex((number, at) => numbers.indexOf(number) < at);
      if (twice >= 0) {
        context.addIssue({
          code: "custom",
          path: [twice, "number"],
          message: problem("codeTwice"),
        });
      }
    }),
});

export type RapidAssessmentInput = z.infer<typeof rapidAssessmentInput>;

/** What an assessment must show in a campaign. */
export const passMarkInput = z
  .object({
    houses: z.coerce
      .number()
      .pipe(
        z
          .int(problem("wholeNumber"))
          .min(1, problem("tooManyHouses"))
          .max(limits.assessmentHouses, problem("tooManyHouses")),
      ),
    repeatFrom: z.coerce
      .number()
      .pipe(z.int(problem("wholeNumber")).min(1, problem("tooManyHouses"))),
  })
  .superRefine(({ houses, repeatFrom }, context) => {
    if (repeatFrom > houses) {
      context.addIssue({ code: "custom", path: ["repeatFrom"], message: problem("tooManyHouses") });
    }
  });
