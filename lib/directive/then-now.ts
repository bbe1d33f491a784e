import { addDays, type CalendarDay } from "@/lib/base/time/calendar-day";

import type { FrozenFigures } from "./frozen";

/** The last day that a meeting of a day knew of: of one that is over the day before, of one to come today. */
export function knownOn(day: CalendarDay, today: CalendarDay): CalendarDay {
  return day < today ? addDays(day, -1) : today;
}

type Figure = FrozenFigures["figures"][number];

/** A figure as it was and as it is. */
type ThenNow = { readonly before: Figure; readonly after: Figure };

/** The figures of then with the same ones of now, in the order of then; what is no more is left out. */
export function thenNow(before: FrozenFigures, after: FrozenFigures): readonly ThenNow[] {
  return before.figures.flatMap((figure) => {
    const same = after.figures.find(
      (each) =>
        each.intervention === figure.intervention && each.targetGroup === figure.targetGroup,
    );
    return same ? [{ before: figure, after: same }] : [];
  });
}
