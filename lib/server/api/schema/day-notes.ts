import { z } from "zod";

import { dayNoteChoices, dayNoteInput } from "@/lib/campaign/day-note/schema";
import { periods, rhythms } from "@/lib/campaign/rhythm";

import { day } from "./fields";

/** How often a unit owes a report. */
export const rhythmFields = {
  rhythm: z
    .enum(rhythms)
    .describe(
      "daily: a unit owes a report of each service day that is not closed. sessions: of the days on " +
        "which it reports. periods: once in each period.",
    ),
  period: z.enum(periods).nullable().describe("Of the rhythm periods; null: of no other."),
};

export const dayNotesAnswer = z.object({
  ...rhythmFields,
  notes: z
    .array(
      z.object({
        id: z.uuid(),
        place: z.string().describe("Code of the kabupaten, or of one of its kecamatan."),
        placeName: z.string(),
        day,
        kind: z
          .enum(dayNoteChoices)
          .describe(
            "closed: nobody works there that day; no report is owed, no service day counted.",
          ),
        note: z.string(),
      }),
    )
    .describe("Those that concern the caller's region, by day and place."),
});

export type DayNotesAnswer = z.infer<typeof dayNotesAnswer>;

export const dayNoteBody = dayNoteInput.extend({
  id: z
    .uuid()
    .optional()
    .describe(
      "The note's id, by who sends it: the same note with the same id is written once, and answered " +
        "as replayed. Default: the server's.",
    ),
});

export const dayNoteWritten = z.object({
  id: z.uuid(),
  replayed: z.boolean().describe("true: the note stood already, and nothing was written."),
});

export const dayNoteRemoved = z.object({ id: z.uuid() });
