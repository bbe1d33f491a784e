import { z } from "zod";

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
  /** People a day of late; null: none is known. */
  pace: z.number().nullable(),
});

/** A campaign's figures as they stood when a directive was issued: they are never read anew. */
export const frozenFigures = z.object({
  /** The day that they are of. */
  day: z.iso.date(),
  /** When they were read. */
  at: z.iso.datetime(),
  reports: z.object({ received: z.int(), due: z.int() }),
  figures: z.array(frozenFigure),
});

export type FrozenFigures = z.infer<typeof frozenFigures>;
