import clsx from "clsx";
import { useTranslations } from "next-intl";

import { Shape } from "@/components/monitor/coverage/status-shape";
import type { RapidVerdict } from "@/lib/safety/rapid-assessment";

const shapes = { pass: "reached", repeat: "behind", incomplete: "unknown" } as const;

/** Shape and word of what follows from an assessment; the page draws `StatusShapes` once. */
export function VerdictWord(props: {
  readonly verdict: RapidVerdict;
  readonly houses: number;
  /** Houses that it takes. */
  readonly asked: number;
}) {
  const t = useTranslations("rapidAssessments");
  const { verdict, houses, asked } = props;
  return (
    <span className="inline-flex items-center gap-1.5">
      <Shape shape={shapes[verdict]} className="shrink-0 print:size-3" />
      <span className={clsx(verdict === "repeat" && "font-semibold text-behind")}>
        {verdict === "incomplete" ? t("incomplete", { houses, asked }) : t(`verdicts.${verdict}`)}
      </span>
    </span>
  );
}
