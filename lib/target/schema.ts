import { z } from "zod";

import { targetSources } from "@/lib/campaign/campaign";
import { calendarDay } from "@/lib/campaign/schema";
import { problem } from "@/lib/forms/problem";
import { noteText } from "@/lib/forms/storable-text";
import { limits } from "@/lib/limits";

/** Whose count it is, of which day, by which decree. */
export const targetSetTerms = z.object({
  source: z.enum(targetSources),
  asOf: calendarDay,
  decree: noteText
    .trim()
    .max(120, problem("tooLong"))
    .nullish()
    .transform((text) => text || undefined),
});

export type TargetSetTerms = z.infer<typeof targetSetTerms>;

/** What one row should be; describes it. Rows are checked one by one, by `checkRows`. */
export const targetPopulationRow = z.object({
  /** Code of a reporting unit. */
  unit: z.string(),
  intervention: z.string(),
  targetGroup: z.string(),
  /** Absent: the same people in every round. */
  round: z.int().min(1).nullish(),
  people: z.int().min(0),
});

/**
 * Body of `PUT …/target-populations`. The rows are left as they came, so that each bad one can be
 * named with its place and reason instead of refusing the body as a whole.
 */
export const targetPopulationInput = targetSetTerms.extend({
  rows: z
    .array(z.unknown())
    .min(1, problem("atLeastOne"))
    .max(limits.targetCells, problem("tooManyRows")),
});

export type TargetPopulationInput = z.infer<typeof targetPopulationInput>;
