import { z } from "zod";

import { indicatorMeasures } from "@/lib/indicator/indicator";

/** Of one figure of a campaign, in the hour in which a directive was issued. */
const frozenFigure = z.object({
  intervention: z.string(),
  targetGroup: z.string().nullable(),
  doses: z.int(),
  targetPopulation: z.int().nullable(),
  /** Still needed for the goal; null: no goal, or no target population. */
  needed: z.int().nullable(),
  /** People a day, rounded up, that the goal asks for; null: it is over, or there is none. */
  neededPerDay: z.int().nullable(),
  /** Days that are left for it; null: it is over, or there is no goal. */
  daysLeft: z.int().nullable().default(null),
  /** People a day of late; null: none is known. */
  pace: z.number().nullable(),
});

/** Of one stage of a campaign, in its first figure. */
const frozenStage = z.object({
  code: z.string(),
  name: z.string(),
  doses: z.int(),
  targetPopulation: z.int().nullable(),
});

/** An exact fraction, as texts: JSON knows no whole number of any size. */
const exactNumber = z.object({
  top: z.string().regex(/^-?\d+$/),
  bottom: z.string().regex(/^\d+$/),
});

/** Of one indicator over all units, in the newest period that was over. */
const frozenIndicator = z.object({
  id: z.uuid(),
  name: z.string(),
  measure: z.enum(indicatorMeasures),
  quantity: exactNumber.nullable(),
  /** How it went against its baseline; null: nothing could be compared. */
  verdict: z.enum(["better", "worse", "same", "changed", "mixed"]).nullable(),
});

/** A campaign's figures as they stood when a directive was issued: they are never read anew. */
export const frozenFigures = z.object({
  /** The day that they are of. */
  day: z.iso.date(),
  /** When they were read. */
  at: z.iso.datetime(),
  reports: z.object({ received: z.int(), due: z.int() }),
  figures: z.array(frozenFigure),
  stages: z.array(frozenStage).default([]),
  indicators: z.array(frozenIndicator).default([]),
});

export type FrozenFigures = z.infer<typeof frozenFigures>;
