"use client";

import clsx from "clsx";
import { CircleCheck } from "lucide-react";
import { useEffect, useState } from "react";

/** One line after a success, with one thing to do about it. It goes after 12 s, not while it is in use. */
export function Toast(props: {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Above a dock of buttons. */
  readonly isRaised?: boolean;
  readonly onGone: () => void;
}) {
  const [isHeld, setHeld] = useState(false);
  const { onGone } = props;

  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(onGone, 12_000);
    return () => clearTimeout(timer);
  }, [isHeld, onGone]);

  return (
    <div
      role="status"
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      className={clsx(
        "fixed inset-x-4 z-40 mx-auto flex min-h-11 max-w-120 items-center gap-2.5 rounded-control bg-ink px-4 text-dense text-canvas",
        props.isRaised ? "bottom-34 desktop:bottom-20" : "bottom-20 desktop:bottom-6",
      )}
    >
      <CircleCheck aria-hidden className="size-5 shrink-0 opacity-80" />
      <span className="grow py-2">{props.text}</span>
      {props.action ? (
        <button
          type="button"
          // Its press leaves no row: what it takes back must not go because of it.
          onMouseDown={(event) => event.preventDefault()}
          onClick={props.action.run}
          className="min-h-11 px-1 font-semibold underline focus-visible:outline-canvas"
        >
          {props.action.label}
        </button>
      ) : null}
    </div>
  );
}
