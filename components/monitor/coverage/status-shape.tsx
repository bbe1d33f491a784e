import clsx from "clsx";
import type { StatusWord } from "@/lib/monitor/assessment";

type ShapeLooks = {
  /** In pixels. */
  readonly size?: number;
  /** Its name, where no word stands beside it; without one it is decoration. */
  readonly label?: string;
  readonly className?: string;
};

/** The shape of a coverage status. */
export function StatusShape({ status, ...looks }: ShapeLooks & { readonly status: StatusWord }) {
  return <Shape shape={shapes[status]} {...looks} />;
}

/**
 * Circle with a check, circle with a question mark, square with an arrow, diamond with a mark, thin
 * ring, dashed ring, square with a cross: told apart without colour, from 10 px up. What it draws stands once on the page, in
 * `StatusShapes`.
 */
export function Shape(props: ShapeLooks & { readonly shape: keyof typeof drawings }) {
  const size = props.size ?? 16;
  return (
    <svg
      width={size}
      height={size}
      {...(props.label ? { role: "img", "aria-label": props.label } : { "aria-hidden": true })}
      className={clsx("shape", props.className)}
    >
      <use href={`#s-${props.shape}`} />
    </svg>
  );
}

/** The drawings that `StatusShape` refers to: once on each page that has one. */
export function StatusShapes() {
  return (
    <svg aria-hidden width="0" height="0" className="absolute">
      {Object.entries(drawings).map(([shape, drawing]) => (
        <symbol key={shape} id={`s-${shape}`} viewBox="0 0 16 16">
          {drawing}
        </symbol>
      ))}
    </svg>
  );
}

/** Strokes of a mark, which `app/lists.css` draws. */
const glyph = { className: "status-glyph" } as const;

const outline = { stroke: "var(--none)", strokeWidth: "1.4" } as const;

const drawings = {
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
  behind: (
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
  ),
  noGoal: <circle cx="8" cy="8" r="6.6" fill="none" stroke="var(--none)" strokeWidth="1.4" />,
  waiting: (
    <>
      <circle cx="8" cy="8" r="6.6" fill="none" {...outline} />
      <path d="M8 4.4V8l2.4 1.5" fill="none" {...outline} />
    </>
  ),
  cannot: (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" rx="2" fill="none" {...outline} />
      <path d="M5 5l6 6M11 5l-6 6" {...outline} />
    </>
  ),
  unknown: (
    <circle
      cx="8"
      cy="8"
      r="6.6"
      fill="none"
      stroke="var(--none)"
      strokeWidth="1.9"
      strokeDasharray="2.6 1.55"
    />
  ),
} as const;

const shapes: Readonly<Record<StatusWord, keyof typeof drawings>> = {
  reached: "reached",
  onTrack: "onTrack",
  doubtful: "doubtful",
  behind: "behind",
  missed: "behind",
  noGoal: "noGoal",
  unknown: "unknown",
  notJudged: "unknown",
};
