"use client";

import { clsx } from "clsx";
import { useEffect, useRef, useState, type ReactNode } from "react";

/** A table that scrolls sideways by itself can be reached and scrolled with the keyboard. */
const reachable = 0;

/**
 * What lies out of sight to the right: nothing, or how many columns, 0 where there are no heads; and
 * how wide the sums are that stay in sight at the end.
 */
type Beyond = { readonly columns: number; readonly pinned: number } | null;

/**
 * The one part of a page that may be wider than the screen. It says by itself, above its heads, that
 * something lies to the right, and how many columns.
 *
 * @param label Its name; absent where links inside make it reachable by keyboard already.
 * @param startsAt "current": it opens scrolled to the column that is marked as the chosen date, also
 * when a narrower window leaves no room for all any more.
 * @param isFilling It is as high as a column of other things leaves room for.
 */
export function ScrollRegion(props: {
  readonly label?: string;
  readonly startsAt?: "current";
  readonly isFilling?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const region = useRef<HTMLDivElement>(null);
  const [beyond, setBeyond] = useState<Beyond>(null);
  const { startsAt } = props;

  useEffect(() => {
    const element = region.current;
    if (!element) return;
    let isWider = false;
    const measure = () => {
      const wasWider = isWider;
      isWider = element.scrollWidth > element.clientWidth;
      if (startsAt === "current" && isWider && !wasWider) scrollToCurrent(element);
      const next = beyondOf(element);
      setBeyond((last) =>
        last?.columns === next?.columns && last?.pinned === next?.pinned ? last : next,
      );
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    element.addEventListener("scroll", measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", measure);
    };
  }, [startsAt]);

  return (
    <div className={clsx("relative min-w-0", props.isFilling && "flex min-h-0 flex-col")}>
      <div
        ref={region}
        {...(props.label !== undefined && {
          role: "region",
          "aria-label": props.label,
          tabIndex: reachable,
        })}
        className={clsx("relative overflow-x-auto", props.className)}
      >
        {props.children}
      </div>
      {beyond ? (
        <span
          aria-hidden
          data-beyond={beyond.columns}
          style={{ right: beyond.pinned }}
          className="pointer-events-none absolute inset-y-0 z-20 w-6 bg-linear-to-l from-surface to-transparent print:hidden"
        >
          <span className="absolute right-0 bottom-full rounded-pill border border-line-strong bg-surface px-1.5 text-axis font-semibold whitespace-nowrap text-ink2">
            {beyond.columns > 0 ? `+${String(beyond.columns)} ` : ""}→
          </span>
        </span>
      ) : null}
    </div>
  );
}

/** Sums at the end that stay in sight, and so are never beyond it. */
const pinned = "[data-pinned]";

function pinnedWidth(element: HTMLElement): number {
  return [...element.querySelectorAll<HTMLElement>(`thead ${pinned}`)].reduce(
    (sum, { offsetWidth }) => sum + offsetWidth,
    0,
  );
}

function scrollToCurrent(element: HTMLElement): void {
  const current = element.querySelector('[aria-current="date"]');
  if (!current) return;
  const end = element.getBoundingClientRect().right - pinnedWidth(element);
  element.scrollLeft += Math.max(0, current.getBoundingClientRect().right - end + 8);
}

function beyondOf(element: HTMLElement): Beyond {
  // Where its rows are cards nothing scrolls.
  if (getComputedStyle(element).overflowX === "visible") return null;
  if (element.scrollLeft + element.clientWidth >= element.scrollWidth - 4) return null;
  const width = pinnedWidth(element);
  const end = element.getBoundingClientRect().right - width;
  const heads = [...element.querySelectorAll<HTMLElement>(`thead th[scope="col"]:not(${pinned})`)];
  // A column that is cut by more than half is not in sight.
  const isBeyond = (head: HTMLElement) => {
    const { left, right, width } = head.getBoundingClientRect();
    return width > 0 && (left + right) / 2 > end;
  };
  return { columns: heads.filter(isBeyond).length, pinned: width };
}
