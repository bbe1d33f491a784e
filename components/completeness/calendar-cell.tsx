import clsx from "clsx";

import type { CalendarCell } from "@/lib/monitor/completeness-calendar";

/**
 * The drawing of one place's day: `calendar-mark` of the style sheet, since a calendar has hundreds.
 * What it means is said by whoever puts it somewhere.
 */
export function CellMark(props: {
  readonly cell: Pick<CalendarCell, "state" | "isLate" | "missing" | "received">;
  readonly className?: string;
}) {
  const { state, isLate, missing, received } = props.cell;
  return (
    <span aria-hidden className={clsx("calendar-mark", state, isLate && "late", props.className)}>
      {state === "complete" ? null : state === "notExpected" ? received : missing}
    </span>
  );
}

/** The same of a single unit: reported, late, or not. */
export function UnitMark(props: {
  readonly cell: Pick<CalendarCell, "state" | "isLate" | "received">;
  readonly className?: string;
}) {
  const { state, isLate, received } = props.cell;
  const hasReported = received > 0;
  const look = hasReported ? "complete" : state === "notExpected" ? "notExpected" : "missing";
  return (
    <span
      aria-hidden
      className={clsx("calendar-mark", look, hasReported && isLate && "late", props.className)}
    >
      {look === "missing" ? "×" : null}
    </span>
  );
}
