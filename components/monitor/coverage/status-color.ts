import type { StatusWord } from "@/lib/monitor/assessment";

/** The colours of a status, as classes. */
type StatusColors = {
  /** For shapes and bars, in SVG. */
  readonly fill: string;
  /** The same as the background of a box. */
  readonly background: string;
  /** For words. */
  readonly text: string;
  /** Behind the words of a badge or cell. */
  readonly tint: string;
  /** The edge of a tinted cell. */
  readonly border: string;
};

const behind: StatusColors = {
  fill: "fill-behind-fill",
  background: "bg-behind-fill",
  text: "text-behind",
  tint: "bg-behind-tint",
  border: "border-behind-fill",
};

const unknown: StatusColors = {
  // Not `fill-none`, which is Tailwind's own word for no fill at all.
  fill: "fill-line-strong",
  background: "bg-none-tint",
  text: "text-none",
  tint: "bg-none-tint",
  border: "border-line-strong",
};

/** They come third, after the word and the shape. */
export const statusColors: Readonly<Record<StatusWord, StatusColors>> = {
  reached: {
    fill: "fill-reached-fill",
    background: "bg-reached-fill",
    text: "text-reached",
    tint: "bg-reached-tint",
    border: "border-reached-fill",
  },
  onTrack: {
    fill: "fill-ontrack-fill",
    background: "bg-ontrack-fill",
    text: "text-ontrack",
    tint: "bg-ontrack-tint",
    border: "border-ontrack-fill",
  },
  doubtful: {
    fill: "fill-warn",
    background: "bg-warn",
    text: "text-warn",
    tint: "bg-warn-tint",
    border: "border-warn",
  },
  behind,
  missed: behind,
  // A quantity without a verdict.
  noGoal: {
    fill: "fill-ink2",
    background: "bg-ink2",
    text: "text-ink2",
    tint: "bg-sunken",
    border: "border-line-strong",
  },
  unknown,
  notJudged: unknown,
};
