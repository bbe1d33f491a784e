import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { formats } from "@/lib/base/i18n/format";
import type { Wording } from "@/lib/base/i18n/wording";
import type { JudgedAssessment } from "@/lib/safety/beside-coverage";
import type { PassMark } from "@/lib/safety/rapid-assessment";

/** What follows from an assessment, in one sentence. */
export function RapidVerdictLine(props: {
  readonly assessment: JudgedAssessment;
  readonly mark: PassMark;
}) {
  const t = useTranslations("rapidAssessments.detail.headline");
  const { verdict, houses, missed, unitName } = props.assessment;
  return t(verdict, {
    place: unitName,
    houses,
    reached: houses - missed,
    asked: props.mark.houses,
  });
}

/** What reports say of the place beside it, and that the two are never one. */
export function RapidSays(props: {
  readonly assessment: JudgedAssessment;
  readonly wording: Wording;
}) {
  const t = useSentences("rapidAssessments.detail", props.wording);
  const f = formats(useLocale());
  const { coverage, isDivergent, missed } = props.assessment;
  const counts = coverage && {
    coverage: f.coverage(coverage),
    done: coverage.dosesAdministered,
    all: coverage.targetPopulation ?? 0,
    missed,
  };
  return (
    <>
      {counts === null ? t("unknown") : t(isDivergent ? "says" : "agrees", counts)} {t("isNot")}
    </>
  );
}
