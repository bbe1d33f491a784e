import { z } from "zod";

import { problem } from "@/lib/base/forms/problem";
import { nameText, noteText, storableText } from "@/lib/base/forms/storable-text";
import { isCalendarDay } from "@/lib/base/time/calendar-day";
import { recordSent } from "@/lib/campaign/record/schema";

import { sessionModes } from "./plan";

const code = storableText.trim().min(1, problem("required")).max(80, problem("tooLong"));
const targetGroups = z.array(code).max(100, problem("tooLong"));
const mode = z.enum(sessionModes, problem("required"));

function people(most: number) {
  return z
    .int(problem("wholeNumber"))
    .min(1, problem("atLeastOne"))
    .max(most, problem("wrongFormat"));
}

/** How those of a place are reached. */
export const strategyInput = z.object({
  ...recordSent,
  /** A code of the kabupaten, a kecamatan or a unit; of a set "kind/code". */
  place: code,
  targetGroups,
  mode,
  isWithdrawn: z.boolean(),
});

export type StrategyInput = z.infer<typeof strategyInput>;

export const teamInput = z.object({
  ...recordSent,
  name: nameText.trim().min(1, problem("required")).max(80, problem("tooLong")),
  /** A kecamatan, or the kabupaten. */
  base: code,
  peoplePerDay: people(9_999),
  isClosed: z.boolean(),
});

export type TeamInput = z.infer<typeof teamInput>;

export const sessionInput = z.object({
  ...recordSent,
  unit: code,
  day: z.string().trim().min(1, problem("required")).refine(isCalendarDay, problem("noSuchDay")),
  mode,
  targetGroups,
  team: z.uuid().nullable(),
  planned: people(99_999).nullable(),
  /** Why it is not held; null: it is. */
  calledOff: noteText.trim().min(1, problem("required")).max(500, problem("tooLong")).nullable(),
});

export type SessionInput = z.infer<typeof sessionInput>;

/** A session of a proposal, as its page sends the ones that stay ticked. */
export const proposedInput = sessionInput.omit({ sent: true, version: true, calledOff: true });

/** A team that goes elsewhere for some days, or (`team` null) a new one. */
export const teamMoveInput = z
  .object({
    sent: recordSent.sent,
    team: z
      .literal("")
      .transform(() => null)
      .or(z.uuid()),
    name: nameText.trim().max(80, problem("tooLong")).default(""),
    to: code,
    perDay: z.coerce.number(problem("wholeNumber")).pipe(people(9_999)),
    from: sessionInput.shape.day,
    until: sessionInput.shape.day,
  })
  .superRefine(({ team, name, from, until }, context) => {
    if (team === null && name === "") {
      context.addIssue({ code: "custom", path: ["name"], message: problem("required") });
    }
    if (until < from) {
      context.addIssue({ code: "custom", path: ["until"], message: problem("endsBeforeStart") });
    }
  });

export type TeamMoveInput = z.infer<typeof teamMoveInput>;
