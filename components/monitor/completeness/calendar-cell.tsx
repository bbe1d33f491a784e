import clsx from "clsx";

import type { CalendarCell } from "@/lib/monitor/completeness/calendar";

type Cell = Pick<CalendarCell, "state" | "isLate" | "missing" | "received">;

/** How a place's day looks, as `calendar-mark` of the style sheet has it, and what stands in it. */
export function partMark({ state, isLate, missing, received }: Cell) {
  return {
    look: clsx(state, isLate && "late"),
    text: state === "complete" ? null : state === "notExpected" ? received : missing,
  };
}

/** The same of a single unit: reported, late, or not. */
export function unitMark({ state, isLate, received }: Cell) {
  if (received > 0) return { look: clsx("complete", isLate && "late"), text: null };
  const isAwaited = state !== "notExpected";
  return { look: isAwaited ? "missing" : "notExpected", text: isAwaited ? "×" : null };
}

/** The drawing alone, where words beside it say what it means. */
export function CalendarMark(props: {
  readonly mark: ReturnType<typeof partMark | typeof unitMark>;
  readonly className?: string;
}) {
  return (
    <span aria-hidden className={clsx("calendar-mark", props.mark.look, props.className)}>
      {props.mark.text}
    </span>
  );
}
