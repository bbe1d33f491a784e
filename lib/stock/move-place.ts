import { isCalendarDay, type CalendarDay } from "@/lib/base/time/calendar-day";

/** The place of a move in the ledger: what the next page begins after. */
export type MovePlace = { readonly day: CalendarDay; readonly at: string; readonly id: string };

/** As a text of an address. */
export function movePlaceText({ day, at, id }: MovePlace): string {
  return `${day}~${at}~${id}`;
}

/** What such a text names; null: nothing. */
export function readMovePlace(text: string | undefined): MovePlace | null {
  const [, day = "", at = "", id = ""] =
    /^(\d{4}-\d{2}-\d{2})~(\d{4}-\d{2}-\d{2}T[\d:.]{8,15}Z)~([0-9a-f-]{36})$/.exec(text ?? "") ??
    [];
  return isCalendarDay(day) && !Number.isNaN(Date.parse(at)) ? { day, at, id } : null;
}
