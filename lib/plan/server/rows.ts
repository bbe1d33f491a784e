import "server-only";

import { z } from "zod";

import { sessionModes } from "@/lib/plan/plan";

export const strategyRow = z.object({
  id: z.uuid(),
  place: z.string(),
  targetGroups: z.array(z.string()),
  mode: z.enum(sessionModes),
  isWithdrawn: z.boolean(),
  version: z.int(),
});

export const teamRow = z.object({
  id: z.uuid(),
  name: z.string(),
  base: z.string(),
  peoplePerDay: z.int(),
  isClosed: z.boolean(),
  version: z.int(),
});

export const sessionRow = z.object({
  id: z.uuid(),
  unit: z.string(),
  unitName: z.string(),
  /** Its kecamatan; the kabupaten's own code where it lies in none. */
  subdistrict: z.string(),
  day: z.iso.date(),
  mode: z.enum(sessionModes),
  targetGroups: z.array(z.string()),
  team: z.uuid().nullable(),
  teamName: z.string().nullable(),
  planned: z.int().nullable(),
  calledOff: z.string().nullable(),
  version: z.int(),
  isReported: z.boolean(),
  /** What the report of its unit and day counts, column by column. */
  counts: z.array(z.object({ intervention: z.string(), targetGroup: z.string(), people: z.int() })),
});

/** A session with its report, as pages and answers show it. */
export type SessionRow = z.infer<typeof sessionRow>;
