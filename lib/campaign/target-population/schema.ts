import { z } from "zod";

import { targetSources } from "@/lib/campaign/campaign";
import { asOfDay, sinceDay } from "@/lib/campaign/schema/fields";
import { problem } from "@/lib/base/forms/problem";
import { noteText, storableText } from "@/lib/base/forms/storable-text";
import { isCalendarDay } from "@/lib/base/time/calendar-day";
import { readWrittenCount } from "@/lib/base/forms/written-count";
import { limits } from "@/lib/base/limits";

import { peopleLimit } from "./people";

/** Whose count it is, of which day, by which decree. */
export const targetSetTerms = z.object({
  source: z.enum(targetSources),
  asOf: asOfDay,
  /** The day from which the numbers decide; the date of the count when absent. */
  inForceFrom: z
    .string()
    .trim()
    .refine((day) => day === "" || isCalendarDay(day), problem("noSuchDay"))
    .nullable()
    .transform((day) => day || undefined)
    .optional(),
  decree: noteText
    .trim()
    .max(120, problem("tooLong"))
    .nullish()
    .transform((text) => text || undefined),
});

export type TargetSetTerms = z.infer<typeof targetSetTerms>;

/** Which number a form is about, and why it is changed. */
const numberForm = targetSetTerms.extend({
  kampanye: z.string(),
  unit: storableText,
  intervention: storableText,
  targetGroup: storableText,
  /** The round in which it is looked at. */
  round: z.coerce.number().pipe(z.int().min(1)),
  /** The number that was looked at; empty: there was none. */
  seen: z
    .string()
    .regex(/^\d{0,6}$/)
    .transform((text) => (text === "" ? null : Number(text))),
  reason: noteText.trim().min(1, problem("required")).max(300, problem("tooLong")),
});

/** One number that is corrected, as its form sends it. */
export const correctionForm = numberForm.extend({
  people: z.string().transform((text, context): number => {
    const read = readWrittenCount(text, { grouping: "dot", most: peopleLimit });
    if (read.kind === "count") return read.value;
    const isEmpty = read.kind === "empty";
    context.addIssue({
      code: "custom",
      message: problem(
        isEmpty ? "required" : read.reason === "negative" ? "negative" : "wholeNumber",
      ),
    });
    return z.NEVER;
  }),
});

export type TargetCorrection = Omit<z.infer<typeof correctionForm>, "kampanye">;

/** A figure of a kecamatan or the kabupaten that is withdrawn from a day on. */
export const withdrawalForm = numberForm.omit({ asOf: true }).extend({
  inForceFrom: sinceDay,
});

export type TargetWithdrawal = Omit<z.infer<typeof withdrawalForm>, "kampanye">;

/** What one row should be; describes it. Rows are checked one by one, by `checkRows`. */
const targetPopulationRow = z.object({
  /** Code of a reporting unit, or of a kecamatan or the kabupaten with a figure of its own. */
  unit: z.string(),
  intervention: z.string(),
  targetGroup: z.string(),
  /** Absent: the same people in every round. */
  round: z.int().min(1).nullish(),
  people: z.int().min(0),
});

/**
 * Body of `PUT …/target-populations`. The rows are left as they came, so that each bad one can be
 * named with its place and reason instead of rejecting the body as a whole.
 */
export const targetPopulationInput = targetSetTerms.extend({
  rows: z
    .array(z.unknown())
    .min(1, problem("atLeastOne"))
    .max(limits.targetCells, problem("tooManyRows"))
    .superRefine(rejectUnknownFields),
});

export type TargetPopulationInput = z.infer<typeof targetPopulationInput>;

/** Each row is judged by itself, but a field that no row has would be dropped unread. */
function rejectUnknownFields(rows: readonly unknown[], context: z.RefinementCtx): void {
  for (const [at, row] of rows.entries()) {
    if (typeof row !== "object" || row === null) continue;
    const keys = Object.keys(row).filter((key) => !Object.hasOwn(targetPopulationRow.shape, key));
    if (keys.length > 0) {
      context.addIssue({ code: "unrecognized_keys", keys, path: [at], input: { ...row } });
    }
  }
}
