import { z } from "zod";

import { problem } from "@/lib/base/forms/problem";
import { noteText } from "@/lib/base/forms/storable-text";
import { regionCode } from "@/lib/base/region/code";
import { isCalendarDay } from "@/lib/base/time/calendar-day";

/** Why a day was unlike the others. */
export const dayNoteKinds = ["weather", "stockOut", "holiday", "other"] as const;

type DayNoteKind = (typeof dayNoteKinds)[number];

/** What the form offers: the kinds, and a holiday on which the place is closed. */
export const dayNoteChoices = [...dayNoteKinds, "closed"] as const;

/** The choice that a note is. */
export function choiceOf({
  kind,
  closes,
}: Pick<DayNote, "kind" | "closes">): (typeof dayNoteChoices)[number] {
  return closes ? "closed" : kind;
}

/** What a note says: short, because it stands beside a line in a chart. */
export const dayNoteInput = z.object({
  /** The kabupaten, or one of its kecamatan. */
  place: regionCode,
  day: z.string().trim().refine(isCalendarDay, problem("noSuchDay")),
  kind: z
    .enum(dayNoteChoices)
    .describe("closed: a holiday on which nobody works there; no report is owed."),
  note: noteText.trim().min(1, problem("required")).max(120, problem("tooLong")),
});

export type DayNoteInput = z.infer<typeof dayNoteInput>;

/** A new note, or with an id a change of one. */
export const sentDayNote = dayNoteInput.extend({
  kampanye: z.string(),
  id: z.union([z.literal(""), z.uuid()]).optional(),
});

export const sentRemoval = z.object({ kampanye: z.string(), id: z.uuid() });

export type DayNote = {
  readonly id: string;
  readonly placeCode: string;
  readonly placeName: string;
  readonly day: string;
  readonly kind: DayNoteKind;
  /** Nobody works in the place that day: no report is owed, and no service day counted. */
  readonly closes: boolean;
  readonly note: string;
};
