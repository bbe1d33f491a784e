import { z } from "zod";

import { problem } from "@/lib/base/forms/problem";
import { nameText, noteText, storableText } from "@/lib/base/forms/storable-text";
import { limits } from "@/lib/base/limits";
import { recordSent } from "@/lib/campaign/record/schema";
import { isCalendarDay } from "@/lib/base/time/calendar-day";

import { answerStates, directiveKinds, reviews } from "./directive";
import { readMeasure } from "./measure";

const day = z
  .string()
  .trim()
  .min(1, problem("required"))
  .refine(isCalendarDay, problem("noSuchDay"));
const title = nameText.trim().min(1, problem("required")).max(160, problem("tooLong"));

function orNone(length: number) {
  return noteText
    .trim()
    .max(length, problem("tooLong"))
    .nullish()
    .transform((text) => text || null);
}

const directiveFields = z.object({
  kind: z.enum(directiveKinds),
  number: orNone(80),
  title,
  day,
  issuer: nameText.trim().min(1, problem("required")).max(120, problem("tooLong")),
  source: orNone(300),
  reviewOn: z
    .literal("")
    .transform(() => null)
    .or(day)
    .nullish()
    .transform((text) => text ?? null),
});

/** It is looked at again on its own day at the earliest. */
function judgeReviewDay(
  { day: issued, reviewOn }: { readonly day: string; readonly reviewOn: string | null },
  context: z.RefinementCtx,
): void {
  if (reviewOn !== null && reviewOn < issued) {
    context.addIssue({ code: "custom", path: ["reviewOn"], message: problem("reviewBeforeDay") });
  }
}

/** What a directive says of itself. */
export const directiveInput = directiveFields.superRefine(judgeReviewDay);

export type DirectiveInput = z.infer<typeof directiveInput>;

/** Whom it is addressed to, in this order. */
export const addresseesInput = z
  .array(
    z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("office"), office: storableText }),
      z.object({ kind: z.literal("subdistricts") }),
      z.object({ kind: z.literal("villages") }),
      z.object({ kind: z.literal("class"), name: title, office: storableText.nullable() }),
    ]),
  )
  .min(1, problem("atLeastOne"))
  .max(limits.directiveAddressees, problem("tooManyAddressees"));

export type AddresseesInput = z.infer<typeof addresseesInput>;

/** One order. */
export const orderInput = z.object({
  label: nameText.trim().min(1, problem("required")).max(20, problem("tooLong")),
  title,
  text: noteText.trim().min(1, problem("required")).max(4_000, problem("tooLong")),
  dueOn: day,
  /** A measure's key; "": it is only said. */
  measure: z
    .string()
    .trim()
    .refine((key) => key === "" || readMeasure(key) !== null, problem("wrongFormat"))
    .transform((key) => (key === "" ? null : readMeasure(key))),
  askedOf: z.array(z.int()).min(1, problem("atLeastOne")),
});

export type OrderInput = z.infer<typeof orderInput>;

/** A directive with whom it is addressed to and what it asks, as the API takes it at once. */
export const wholeDirectiveInput = directiveFields
  .extend({
    version: z
      .int()
      .min(0)
      .describe("Version of the draft that is replaced; 0: it is a new directive."),
    isOfCampaign: z
      .boolean()
      .default(true)
      .describe("false: it is about no campaign, so nothing of it can be measured."),
    addressees: addresseesInput.describe("Their positions are those of this list, from 1."),
    orders: z
      .array(
        orderInput.extend({
          label: orderInput.shape.label
            .optional()
            .describe("Default: KESATU, KEDUA, … of an instruction, else its number."),
          measure: orderInput.shape.measure
            .nullish()
            .transform((measure) => measure ?? null)
            .describe(
              "coverage:<intervention>, completeness, targets, sessions, stock, set:<kind>; null: only said.",
            ),
          askedOf: orderInput.shape.askedOf.describe("Positions of the addressees."),
        }),
      )
      .max(limits.directiveOrders)
      .default([]),
    isIssued: z
      .boolean()
      .default(false)
      .describe("true: it is issued at once, after which nothing of it can be changed."),
  })
  .superRefine(judgeReviewDay);

export type WholeDirectiveInput = z.infer<typeof wholeDirectiveInput>;

/** What whoever is asked says. */
export const answerInput = z.object({
  ...recordSent,
  state: z.enum(answerStates, problem("required")),
  text: noteText.trim().min(1, problem("required")).max(2_000, problem("tooLong")),
  evidence: noteText.trim().max(500, problem("tooLong")).default(""),
});

export type AnswerInput = z.infer<typeof answerInput>;

/** What whoever asked says of an answer; to send it back needs words. */
export const reviewInput = z
  .object({
    ...recordSent,
    review: z.enum(reviews, problem("required")),
    text: noteText.trim().max(2_000, problem("tooLong")).default(""),
  })
  .superRefine(({ review, text }, context) => {
    if (review === "returned" && text === "") {
      context.addIssue({ code: "custom", path: ["text"], message: problem("required") });
    }
  });

export type ReviewInput = z.infer<typeof reviewInput>;
