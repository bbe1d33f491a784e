import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { Banner } from "@/components/base/ui/banner";
import { formats } from "@/lib/base/i18n/format";
import { figureKeyOf, type Figure } from "@/lib/campaign/figure";
import type { TargetStep } from "@/lib/monitor/target-step";

/**
 * Says that another target population came to hold after the day in the past that is shown: later
 * days are divided by that.
 *
 * @param on the day that is shown.
 */
export function LaterTarget(props: { readonly steps: readonly TargetStep[]; readonly on: string }) {
  const t = useTranslations("coverage.laterTarget");
  const format = formats(useLocale());
  const later = props.steps.filter(({ day }) => day > props.on).at(-1);
  if (!later) return null;
  return (
    <div className="mt-3">
      <Banner
        kind="info"
        title={t("title", { date: format.day(later.day), on: format.day(props.on) })}
      >
        {t("text")}
      </Banner>
    </div>
  );
}

/** Says that a percentage fell because a target population grew on the day that is shown. */
export function NotByDoses(props: {
  readonly steps: readonly TargetStep[];
  readonly intervention: Figure;
  readonly on: string;
}) {
  const t = useSentences("coverage.laterTarget", props.intervention.wording);
  const format = formats(useLocale());
  const step = props.steps.find(
    (each) =>
      figureKeyOf(each) === props.intervention.key &&
      each.day === props.on &&
      each.after > each.before,
  );
  return step
    ? t("notByDoses", { before: format.count(step.before), after: format.count(step.after) })
    : null;
}
