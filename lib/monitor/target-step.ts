import type { CalendarDay } from "@/lib/base/time/calendar-day";

/** A day from which another target population holds: people of the boxes that changed, before and after. */
export type TargetStep = {
  readonly intervention: string;
  /** null: the groups together; never of groups that do not add. */
  readonly targetGroup: string | null;
  readonly day: CalendarDay;
  readonly before: number;
  readonly after: number;
};

/**
 * The target population that an earlier day was divided by.
 *
 * @param steps of the place and intervention.
 * @param on the day for which `people` is known.
 */
export function peopleOn(
  steps: readonly TargetStep[],
  day: CalendarDay,
  { people, on }: { readonly people: number | null; readonly on: CalendarDay },
): number | null {
  if (people === null) return null;
  return steps
    .filter((step) => day < step.day && step.day <= on)
    .reduce((sum, { before, after }) => sum - after + before, people);
}
