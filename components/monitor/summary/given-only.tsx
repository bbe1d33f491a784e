import { useLocale } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import type { Wording } from "@/lib/base/i18n/wording";
import { formats } from "@/lib/base/i18n/format";
import type { Assessment } from "@/lib/monitor/assessment";

/** What was given where no target population of the place itself divides it: its coverage is a dash. */
export function GivenOnly(props: { readonly assessment: Assessment; readonly wording: Wording }) {
  const t = useSentences("summary.parts", props.wording);
  const format = formats(useLocale());
  const { assessment } = props;
  if (!assessment.hasReported || assessment.targetPopulation !== null) return null;
  return (
    <small className="text-ink2">
      {t("given", { count: format.count(assessment.dosesAdministered) })}
    </small>
  );
}
