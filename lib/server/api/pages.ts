import { z } from "zod";

import { AppError } from "@/lib/base/errors";
import { isCalendarDay, type CalendarDay } from "@/lib/base/time/calendar-day";

/** The rows of a page out of one more than it shows, and what the next page is asked with. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => string,
): { readonly shown: Row[]; readonly next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { shown, next: last && rows.length > limit ? cursorOf(last) : null };
}

/** @throws {AppError} `invalid` for what no page named. */
export function readIdCursor(after: string | undefined): string | null {
  if (after === undefined) return null;
  const id = z.uuid().safeParse(after);
  if (!id.success) throw new AppError("invalid", "no cursor", "after");
  return id.data;
}

/** "2021-10-14 …": a day and an id. @throws {AppError} `invalid` for what no page named. */
export function readDayCursor(
  after: string | undefined,
): { readonly day: CalendarDay; readonly id: string } | null {
  if (after === undefined) return null;
  const [day = "", id = ""] = after.split(" ");
  if (!isCalendarDay(day)) throw new AppError("invalid", "no cursor", "after");
  return { day, id: readIdCursor(id) ?? "" };
}
