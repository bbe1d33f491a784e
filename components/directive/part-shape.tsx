import { useTranslations } from "next-intl";

import { Shape } from "@/components/monitor/coverage/status-shape";
import type { ProgressPart } from "@/lib/directive/progress";

const shapes = {
  done: "reached",
  doing: "onTrack",
  late: "behind",
  open: "noGoal",
  cannot: "cannot",
} as const satisfies Record<ProgressPart, string>;

/** Shape and word of where a follow-up stands; the page draws `StatusShapes` once. */
export function PartWord(props: {
  readonly part: ProgressPart;
  /** Days since its due day, of a late one: they are said instead of the word. */
  readonly daysLate?: number;
}) {
  const t = useTranslations("followUps");
  const { part, daysLate } = props;
  return (
    <span className="inline-flex items-center gap-2">
      <PartShape part={part} />
      <span className={part === "late" ? "font-semibold text-behind" : undefined}>
        {part === "late" && daysLate !== undefined
          ? t("daysLate", { days: daysLate })
          : t(`parts.${part}`)}
      </span>
    </span>
  );
}

/** The shape alone, as decoration: a word stands beside it. */
export function PartShape(props: { readonly part: ProgressPart; readonly size?: number }) {
  return (
    <Shape shape={shapes[props.part]} size={props.size ?? 16} className="shrink-0 print:size-3" />
  );
}
