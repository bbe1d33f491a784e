import { z } from "zod";

import { problem } from "@/lib/base/forms/problem";
import { nameText, noteText } from "@/lib/base/forms/storable-text";
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

/** What a directive says of itself. */
export const directiveInput = z
  .object({
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
  })
  .superRefine(({ day: issued, reviewOn }, context) => {
    if (reviewOn !== null && reviewOn < issued) {
      context.addIssue({ code: "custom", path: ["reviewOn"], message: problem("reviewBeforeDay") });
    }
  });

export type DirectiveInput = z.infer<typeof directiveInput>;

/** Whom it is addressed to, in this order. */
export const addresseesInput = z
  .array(
    z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("office"), office: z.string() }),
      z.object({ kind: z.literal("subdistricts") }),
      z.object({ kind: z.literal("villages") }),
      z.object({ kind: z.literal("class"), name: title, office: z.string().nullable() }),
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
