import { useFormatter, useTranslations } from "next-intl";

import {
  followUpsIn,
  progressParts,
  type Progress,
  type ProgressPart,
} from "@/lib/directive/progress";

import { PartShape } from "./part-shape";

const looks: Readonly<Record<ProgressPart, { readonly fill: string; readonly stroke?: string }>> = {
  done: { fill: "var(--reached-fill)" },
  doing: { fill: "var(--ontrack-fill)" },
  late: { fill: "var(--behind-fill)" },
  open: { fill: "var(--surface)", stroke: "var(--line-strong)" },
  cannot: { fill: "url(#hatch-noGoal)", stroke: "var(--ink2)" },
};

/** A part that has anything is seen, however little of the whole it is. */
const minShare = 0.02;

/**
 * Follow-ups by where they stand: done, doing, late, open, cannot, always in this order. In SVG, so that
 * a print without backgrounds keeps it; the page draws `HatchPatterns` once.
 */
export function ProgressBar(props: {
  readonly progress: Progress;
  /** In pixels. */
  readonly height?: number;
}) {
  const t = useTranslations("followUps");
  const { progress } = props;
  const height = props.height ?? 8;
  return (
    <svg
      role="img"
      aria-label={t("progress", { ...progress, all: followUpsIn(progress) })}
      width="100%"
      height={height}
      className="block"
    >
      {sharesOf(progress).map(({ part, at, share }) => (
        <rect
          key={part}
          x={percent(at)}
          y={0.5}
          // A gap of the paper between two parts.
          width={percent(Math.max(share - 0.004, minShare / 2))}
          height={height - 1}
          rx="1"
          {...looks[part]}
        />
      ))}
    </svg>
  );
}

/** The same in words, with the shape of each part. */
export function ProgressLegend(props: { readonly progress: Progress }) {
  const t = useTranslations("followUps");
  const format = useFormatter();
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-dense">
      {progressParts
        .filter((part) => props.progress[part] > 0)
        .map((part) => (
          <li key={part} className="inline-flex items-center gap-2">
            <PartShape part={part} />
            <span className={part === "late" ? "font-semibold text-behind" : undefined}>
              <strong className="font-semibold">{format.number(props.progress[part])}</strong>{" "}
              {t(`of.${part}`)}
            </span>
          </li>
        ))}
    </ul>
  );
}

function sharesOf(progress: Progress) {
  const all = followUpsIn(progress);
  const parts = progressParts.filter((part) => progress[part] > 0);
  const raised = parts.map((part) => Math.max(progress[part] / all, minShare));
  const sum = raised.reduce((total, share) => total + share, 0);
  return parts.map((part, index) => ({
    part,
    at: raised.slice(0, index).reduce((total, share) => total + share, 0) / sum,
    share: (raised[index] ?? 0) / sum,
  }));
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
