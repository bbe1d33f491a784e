import clsx from "clsx";
import type { ReactNode } from "react";

import type { StatusWord } from "@/lib/monitor/standing";

/**
 * Circle with a check, circle with a question mark, square with an arrow, diamond with a mark, dashed
 * ring: told apart without colour, from 10 px up.
 *
 * @param size In pixels.
 * @param label Its name, where no word stands beside it; without one it is decoration.
 */
export function StatusShape(props: {
  readonly status: StatusWord;
  readonly size?: number;
  readonly label?: string;
  readonly className?: string;
}) {
  const size = props.size ?? 16;
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      {...(props.label ? { role: "img", "aria-label": props.label } : { "aria-hidden": true })}
      className={clsx("shape", props.className)}
    >
      {drawings[props.status]}
    </svg>
  );
}

/** Strokes of a mark, which `app/lists.css` draws: hundreds of rows have one. */
const glyph = { className: "status-glyph" } as const;

const behind = (
  <>
    <rect
      x="2.6"
      y="2.6"
      width="10.8"
      height="10.8"
      rx="1.2"
      transform="rotate(45 8 8)"
      className="fill-behind-fill"
    />
    <path d="M8 4.4v4.2M8 11.4v.1" {...glyph} />
  </>
);

const unknown = (
  <circle
    cx="8"
    cy="8"
    r="6.6"
    fill="none"
    stroke="var(--none)"
    strokeWidth="1.9"
    strokeDasharray="2.6 1.55"
  />
);

const drawings: Readonly<Record<StatusWord, ReactNode>> = {
  reached: (
    <>
      <circle cx="8" cy="8" r="7.75" className="fill-reached-fill" />
      <path d="M4.5 8.3 7 10.8l4.5-5.2" {...glyph} />
    </>
  ),
  onTrack: (
    <>
      <rect x="0.75" y="0.75" width="14.5" height="14.5" rx="2.5" className="fill-ontrack-fill" />
      <path d="M3.8 8h8M8.6 4.8 11.9 8l-3.3 3.2" {...glyph} />
    </>
  ),
  doubtful: (
    <>
      <circle cx="8" cy="8" r="7.75" className="fill-warn" />
      <path d="M5.6 6.2a2.4 2.4 0 1 1 3.5 2.1c-.8.4-1.1.8-1.1 1.5M8 12v.1" {...glyph} />
    </>
  ),
  behind,
  missed: behind,
  unknown,
  notJudged: unknown,
};
