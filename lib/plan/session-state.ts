import type { CalendarDay } from "@/lib/base/time/calendar-day";

/** Where a session stands: held, reporting, waiting for its report, planned, called off. */
export const sessionStates = ["held", "reporting", "waiting", "planned", "calledOff"] as const;

export type SessionState = (typeof sessionStates)[number];

/**
 * Where a session stands today. A report of its unit and day is what makes it held; on the day itself
 * it is reporting, since more may come. Nothing else is typed for it. One that was called off and
 * reported all the same was held.
 */
export function stateOf(
  session: { readonly day: CalendarDay; readonly calledOff: string | null },
  isReported: boolean,
  today: CalendarDay,
): SessionState {
  if (isReported) return session.day < today ? "held" : "reporting";
  if (session.calledOff !== null) return "calledOff";
  return session.day <= today ? "waiting" : "planned";
}
