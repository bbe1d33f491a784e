import type { AdverseEvent } from "./adverse-event";
import { deadlineHours, deadlineOf, dueAt, toldTo, type Deadline, type ToldTo } from "./deadline";

/** A deadline that is still open: somebody is to be told. */
export type OpenDeadline = {
  readonly event: AdverseEvent;
  readonly to: ToldTo;
  readonly deadline: Deadline;
  readonly due: Date;
  /** How much of its time is used up, from 0 to 1. */
  readonly used: number;
};

/** Open deadlines of events, those that are over longest first, then the nearest. */
export function openDeadlines(events: readonly AdverseEvent[], at: Date): OpenDeadline[] {
  return events
    .flatMap((event) =>
      toldTo.flatMap((to) => {
        const deadline = deadlineOf(event, to, at);
        if (deadline.state !== "running" && deadline.state !== "overdue") return [];
        const due = dueAt(event, to);
        const left = due.getTime() - at.getTime();
        const used = Math.min(1, Math.max(0, 1 - left / (deadlineHours[to] * 3_600_000)));
        return [{ event, to, deadline, due, used }];
      }),
    )
    .toSorted((a, b) => a.due.getTime() - b.due.getTime());
}
