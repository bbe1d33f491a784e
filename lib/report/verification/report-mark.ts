import { z } from "zod";

import { unitCodeShape } from "@/lib/campaign/code";
import { reportStatuses, type ReportStatus } from "@/lib/report/schema";
import { isCalendarDay } from "@/lib/base/time/calendar-day";

/** A report as a screen showed it: what is done to it holds for this version and status only. */
export type ReportMark = {
  readonly unit: string;
  /** Local day, "2026-06-04". */
  readonly day: string;
  readonly version: number;
  readonly status: ReportStatus;
};

/** As a form sends it: "62.03.01.1007~2026-06-04~1~submitted". */
export function markText({ unit, day, version, status }: ReportMark): string {
  return [unit, day, version, status].join("~");
}

const markParts = z.tuple([
  z.string().regex(unitCodeShape),
  z.string().refine(isCalendarDay),
  z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
  z.enum(reportStatuses),
]);

/** Marks of a form, with white space between them; null when one of them cannot be read. */
export function readMarks(text: string): ReportMark[] | null {
  const sent = text.split(/\s+/).filter((part) => part !== "");
  const read = z.array(markParts).safeParse(sent.map((part) => part.split("~")));
  return read.success
    ? read.data.map(([unit, day, version, status]) => ({ unit, day, version, status }))
    : null;
}
