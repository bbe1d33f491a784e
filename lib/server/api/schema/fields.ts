import { z } from "zod";

import { isCalendarDay } from "@/lib/base/time/calendar-day";
import { problem } from "@/lib/base/forms/problem";
import { notAddedReasons } from "@/lib/campaign/figure";

export const day = z.iso
  .date(problem("wrongFormat"))
  .refine(isCalendarDay, problem("noSuchDay"))
  .describe("Local calendar day, YYYY-MM-DD.");

export const count = z.int().min(0);

export const groupOfFigure = z
  .string()
  .nullable()
  .describe(
    "null: the groups that were asked for together. Groups that do not add are never together: each " +
      "has rows of its own (notAdded).",
  );

/** Interventions without a total, each with why. */
export const notAdded = z
  .array(
    z.object({
      intervention: z.string(),
      total: z.null(),
      reason: z
        .enum(notAddedReasons)
        .describe(
          "unlike: the groups count unlike nouns. overlapping: one person may be in several of them.",
        ),
      inWords: z.object({ id: z.string(), en: z.string() }),
    }),
  )
  .describe(
    "Interventions whose groups do not add: rows and totals are by group, and there is no total of them. " +
      "As a file of all groups: /cakupan/csv with intervensi, semua-kelompok=ya.",
  );
