import clsx from "clsx";
import { X } from "lucide-react";

import type { CalendarCell } from "@/lib/monitor/completeness-calendar";

/** A corner less: what came late. Said by shape, as everything here. */
const cut = "[clip-path:polygon(0_0,calc(100%-0.5rem)_0,100%_0.5rem,100%_100%,0_100%)]";
const stripes = "bg-[repeating-linear-gradient(135deg,var(--stripe)_0_3px,var(--surface)_3px_7px)]";

/**
 * The device's own few colours leave no fills: what is whole is then a filled box of its ink, and
 * every other state keeps an edge.
 */
const forcedFull = "forced-colors:[forced-color-adjust:none] forced-colors:bg-[CanvasText]";
const forcedEdge = "forced-colors:border forced-colors:border-solid";

const looks: Record<CalendarCell["state"], string> = {
  complete: `bg-full ${forcedFull}`,
  enough: `bg-part text-ink ${forcedEdge}`,
  below: `border border-line-strong font-semibold text-ink ${stripes}`,
  nothing: "border-2 border-behind-fill bg-surface font-semibold text-behind",
  notExpected: "border border-dashed border-line-strong text-ink3",
};

/** The drawing of one place's day. What it means is said by whoever puts it somewhere. */
export function CellMark(props: {
  readonly cell: Pick<CalendarCell, "state" | "isLate" | "missing" | "received">;
  readonly className?: string;
}) {
  const { state, isLate, missing, received } = props.cell;
  return (
    <span
      aria-hidden
      className={clsx(
        "relative grid place-items-center rounded-cell text-axis leading-none [print-color-adjust:exact]",
        looks[state],
        state === "complete" && isLate && cut,
        props.className,
      )}
    >
      {state === "complete" ? null : state === "notExpected" ? received : missing}
      {isLate && state !== "complete" ? (
        <svg viewBox="0 0 8 8" className="absolute top-0 right-0 size-2 fill-ink">
          <path d="M0 0h8v8z" />
        </svg>
      ) : null}
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
  return (
    <span
      aria-hidden
      className={clsx(
        "grid place-items-center rounded-cell [print-color-adjust:exact]",
        hasReported
          ? clsx("bg-full", forcedFull, isLate && cut)
          : state === "notExpected"
            ? "border border-dashed border-line-strong"
            : "border border-line-strong bg-surface text-ink2",
        props.className,
      )}
    >
      {!hasReported && state !== "notExpected" ? <X className="size-3" /> : null}
    </span>
  );
}
