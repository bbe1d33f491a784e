import { z } from "zod";

import { sessionModes } from "@/lib/plan/plan";
import { sessionStates } from "@/lib/plan/session-state";

import { count, day } from "./fields";
import { nextPage } from "./records";

const version = z.int().describe("What a change of it names.");
const targetGroups = z.array(z.string()).describe("Codes; empty: every group.");
const mode = z.enum(sessionModes);

export const strategyAnswer = z.object({
  id: z.uuid(),
  version,
  place: z
    .string()
    .describe(
      "Code of the kabupaten, a kecamatan or a unit; of a set kind/code. The narrowest wins.",
    ),
  targetGroups,
  mode,
  isWithdrawn: z.boolean().describe("true: it no longer holds."),
});

export const teamAnswer = z.object({
  id: z.uuid(),
  version,
  name: z.string(),
  base: z.string().describe("Code of the kecamatan that it works in; of the kabupaten: in all."),
  peoplePerDay: count,
  isClosed: z.boolean().describe("true: it works no longer."),
});

export const sessionAnswer = z.object({
  id: z.uuid(),
  version,
  unit: z.string(),
  unitName: z.string(),
  day,
  mode,
  targetGroups,
  team: z.uuid().nullable(),
  teamName: z.string().nullable(),
  planned: count.nullable().describe("People that it is meant for; null: nobody said."),
  calledOff: z.string().nullable().describe("Why it is not held; null: it is."),
  state: z
    .enum(sessionStates)
    .describe(
      "held: its unit reported the day. reporting: that day is today. waiting: no report yet.",
    ),
  served: count.describe("People whom the day's report counts in its groups."),
});

export const strategiesAnswer = z.object({ strategies: z.array(strategyAnswer), next: nextPage });
export const teamsAnswer = z.object({ teams: z.array(teamAnswer), next: nextPage });
export const sessionsAnswer = z.object({
  today: day,
  sessions: z.array(sessionAnswer),
  next: nextPage,
});
