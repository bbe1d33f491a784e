import { z } from "zod";

import { unitCodeShape } from "@/lib/campaign/code";
import { eachMeasure } from "@/lib/campaign/measures";

import { partKinds } from "./part/part";
import { entryFigures } from "./schema";

/** One value that a cell had, or a choice that left it as it was. */
const cellValue = z.object({
  submission: z.string(),
  version: z.int(),
  /**
   * `count`: the numbers. `zero`: a zero report, which says 0 of every cell. `removed`: a correction
   * left the cell out. `kept`: in a conflict its sender kept the version of another.
   */
  kind: z.enum(["count", "zero", "removed", "kept"]),
  ...eachMeasure(() => z.int().nullable()),
  /** Name of who sent it; null: not known. */
  by: z.string().nullable(),
  receivedAt: z.string(),
  typedAt: z.string(),
  via: z.enum(["screen", "offline", "import", "api", "seed"]),
  figures: z.enum(entryFigures),
  reason: z.object({ code: z.string(), note: z.string().optional() }).nullable(),
  /** What was chosen where two versions stood against each other. */
  kept: z.enum(["mine", "theirs"]).nullable(),
  isAboveTargetConfirmed: z
    .boolean()
    .describe("Its sender said that counts far above the target population are right."),
});

export type CellValue = z.infer<typeof cellValue>;

/** Every value that a number besides tallies had in a report, newest first; null: it was taken away. */
export const partHistory = z.object({
  kind: z.enum(partKinds),
  code: z.string(),
  values: z.array(
    cellValue
      .pick({ submission: true, version: true, by: true, receivedAt: true, via: true })
      .extend({ count: z.int().nullable() }),
  ),
});

export type PartHistory = z.infer<typeof partHistory>;

/** What was decided about the report of a cell. */
const reportEvent = z.object({
  kind: z.enum(["verified", "returned", "withdrawn", "unverified"]),
  by: z.string().nullable(),
  at: z.string(),
  version: z.int().nullable(),
  /** Why it was returned. */
  reason: z.string().nullable(),
});

export type ReportEvent = z.infer<typeof reportEvent>;

/** Both lists are newest first. */
export const cellHistory = z.object({
  values: z.array(cellValue),
  events: z.array(reportEvent),
});

export type CellHistory = z.infer<typeof cellHistory>;

const code = z.string().regex(unitCodeShape);

export const historyQuery = z.strictObject({
  unit: code.describe("Code of a reporting unit."),
  day: z.iso.date().describe("Local day of the report, YYYY-MM-DD."),
  intervention: code.describe("Code of an intervention."),
  targetGroup: code.describe("Code of a target group."),
});
