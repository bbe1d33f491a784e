import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { useSentences } from "@/components/base/use-sentences";
import type { Wording } from "@/lib/base/i18n/wording";
import { formats } from "@/lib/base/i18n/format";
import type { PlaceNoun } from "@/lib/campaign/unit-kind";
import type { Assessment } from "@/lib/monitor/assessment";

const bold = (chunks: ReactNode) => <b className="font-semibold text-ink">{chunks}</b>;

/**
 * What is short of a goal of each unit, large, beside what the sum alone would be short of, small, and
 * why they differ. Nothing where the goal is one of the sum.
 */
export function EachPair(props: {
  readonly assessment: Pick<Assessment, "needed" | "eachUnit" | "coverageGoal">;
  readonly wording: Wording;
  /** What the units are. */
  readonly noun: PlaceNoun;
}) {
  const t = useSentences("coverage.each", props.wording);
  const nouns = useTranslations("places.nouns");
  const counted = useTranslations("places.counted");
  const format = formats(useLocale());
  const { needed, eachUnit, coverageGoal } = props.assessment;
  if (eachUnit === null || needed === null) return null;

  const { reached, units, neededOfSum, beyond } = eachUnit;
  const values = { noun: nouns(props.noun), goal: format.goal(coverageGoal) };
  const difference = format.count(needed - neededOfSum);
  const why = needed === neededOfSum ? "same" : beyond > 0 ? "beyond" : "rounding";
  return (
    <div
      role="group"
      aria-label={t("label", values)}
      className="mt-2 border-l-4 border-brand pl-3 text-note text-ink2 print:mt-1"
    >
      <p>
        {t.rich("reached", {
          ...values,
          b: bold,
          reached: format.count(reached),
          units: format.count(units),
        })}
      </p>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <b className="text-title font-semibold tracking-tight text-ink print:text-[1.2rem]">
          {format.count(needed)}
        </b>
        {t("each", values)}
      </p>
      <p>
        <b className="font-semibold text-ink">{format.count(neededOfSum)}</b> {t("whole", values)}
      </p>
      <p>
        {t(why, {
          ...values,
          difference,
          beyond: format.count(beyond),
          some: counted(props.noun, { count: beyond }),
        })}
      </p>
    </div>
  );
}
