import { addDays, daysBetween, type CalendarDay } from "@/lib/base/time/calendar-day";

import type { StockAnswers } from "./answers";
import type { Outlook } from "./run-out";

type LinePoint = { readonly at: number; readonly value: number };

export type ChartLines = {
  /** Days from the first day to the right end. */
  readonly end: number;
  readonly recent: readonly LinePoint[];
  readonly required: readonly LinePoint[];
  /** Where what is left of batches falls away. */
  readonly cliffs: readonly {
    readonly at: number;
    readonly day: CalendarDay;
    readonly from: number;
    readonly to: number;
  }[];
  /** The campaign's last day; null: it lies outside. */
  readonly last: number | null;
};

/** A chart of more days says less. */
const maxDays = 240;

/** The lines of a stock from a day on: as it is used now, and as the goal asks for. */
export function chartLines(
  { atRecent, atRequired }: Pick<StockAnswers, "atRecent" | "atRequired">,
  { from, lastDay }: { readonly from: CalendarDay; readonly lastDay: CalendarDay },
): ChartLines {
  const at = (day: CalendarDay) => daysBetween(from, day) + 1;
  const ends = [atRecent, atRequired].flatMap((seen) =>
    seen === null ? [] : seen.emptyOn === null ? maxDays : at(seen.emptyOn),
  );
  const last = at(lastDay);
  const used = Math.max(7, ...ends.map((each) => each + 2));
  // A last day that is far beyond would press the lines against the edge.
  const end = Math.min(
    maxDays,
    ends.length === 0 || last <= 3 * used ? Math.max(used, last + 1) : used,
  );
  const points = (seen: Outlook | null) =>
    seen === null
      ? []
      : cut(
          seen.line.map(({ day, doses }) => ({ at: at(day), value: doses })),
          end,
        );
  const recent = points(atRecent);
  const cliffs = recent.flatMap((point, index) => {
    const before = recent[index - 1];
    return before?.at === point.at && before.value > point.value
      ? [{ at: point.at, day: addDays(from, point.at - 1), from: before.value, to: point.value }]
      : [];
  });
  return {
    end,
    recent,
    required: points(atRequired),
    cliffs,
    last: last >= 0 && last <= end ? last : null,
  };
}

/** A line up to the right end, where it goes on beyond it. */
function cut(points: readonly LinePoint[], end: number): readonly LinePoint[] {
  const inside = points.filter(({ at }) => at <= end);
  const next = points.find(({ at }) => at > end);
  const before = inside.at(-1);
  if (!next || !before || before.at === end) return inside;
  const share = (end - before.at) / (next.at - before.at);
  return [...inside, { at: end, value: before.value + (next.value - before.value) * share }];
}
