import { z } from "zod";

import { targetSources } from "@/lib/campaign/campaign";
import { unitSetKinds } from "@/lib/campaign/unit-set/unit-set";
import { limits } from "@/lib/base/limits";
import { problem } from "@/lib/base/forms/problem";
import { districtCode } from "@/lib/base/region/code";
import { places } from "@/lib/monitor/place";
import { isCalendarDay } from "@/lib/base/time/calendar-day";

/** A day in a query: a text of the right form names a day that may still not exist. */
const askedDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { message: problem("wrongFormat"), abort: true })
  .refine(isCalendarDay, { message: problem("noSuchDay"), abort: true })
  .describe("Counts up to and including this local day. Default: today, where the campaign is.");

/** Which part of a campaign an answer is about. */
const filters = {
  intervention: z.string().optional().describe("Code of an intervention. Default: all."),
  targetGroup: z.string().optional().describe("Code of a target group. Default: all together."),
  round: z.coerce
    .number(problem("wholeNumber"))
    .int(problem("wholeNumber"))
    .optional()
    .describe("Number of a round. Default: the round of `asOf`."),
  asOf: askedDay.optional(),
  source: z
    .enum(targetSources)
    .optional()
    .describe("Whose count of the target population. Default: the one that decides."),
};

const setKind = z
  .enum(unitSetKinds)
  .optional()
  .describe(
    "With `by=set`, and needed then: which sets. Units in no set of the kind are the last row, `-`.",
  );

export const trendQuery = z.strictObject({
  by: z
    .literal("set")
    .optional()
    .describe("A day of each set of units. Default: the caller's region as a whole."),
  kind: setKind,
  ...filters,
});

/** Which notes on days are asked for. */
export const dayNotesQuery = z.strictObject({
  round: z.coerce
    .number(problem("wholeNumber"))
    .int(problem("wholeNumber"))
    .optional()
    .describe("Number of a round. Default: every round."),
});

export const dayNoteQuery = z.strictObject({ id: z.uuid().describe("Of the note.") });

export const coverageQuery = z.strictObject({
  by: z
    .enum(places)
    .optional()
    .describe(
      "What a row is. Default: subdistrict, or unit for someone whose region is a subdistrict or village.",
    ),
  kind: setKind,
  ...filters,
  split: z.literal("targetGroup").optional().describe("A row for each target group."),
});

export const sourcesQuery = coverageQuery.extend({
  code: z
    .string()
    .optional()
    .describe("Code of a row of coverage, read with the same `by`. Default: the caller's region."),
  from: askedDay.describe("Counts from this local day on. Default: the whole round.").optional(),
  status: z
    .literal("unverified")
    .optional()
    .describe("Only reports that nobody has verified yet. Default: all."),
  limit: z.coerce
    .number(problem("wholeNumber"))
    .int(problem("wholeNumber"))
    .min(1)
    .max(1000)
    .optional()
    .describe("Reports in one answer. Default: 200."),
  offset: z.coerce
    .number(problem("wholeNumber"))
    .int(problem("wholeNumber"))
    .min(0)
    .max(10_000_000)
    .optional()
    .describe("Reports that are left out at the beginning. Default: 0."),
});

export const changeQuery = z.strictObject({
  dryRun: z
    .enum(["true", "false"])
    .optional()
    .describe("true: say what would change, store nothing."),
  reason: z
    .string()
    .max(limits.reasonLetters)
    .optional()
    .describe("Why; needed once the campaign has reports. It stands in the audit trail."),
});

export const officesQuery = z.strictObject({
  districtCode: z
    .string()
    .regex(/^\d{2}\.\d{2}$/, problem("unknownRegion"))
    .pipe(districtCode)
    .describe("The kabupaten or kota whose register it is."),
});

export const deleteQuery = z.strictObject({
  dryRun: z
    .stringbool({ truthy: ["true"], falsy: ["false"] })
    .optional()
    .describe("true: say what would go, delete nothing."),
});

export const importQuery = z.strictObject({
  dryRun: z
    .stringbool({ truthy: ["true"], falsy: ["false"] })
    .optional()
    .describe("true: check every row and store nothing."),
});
