import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import { otherSource, type TargetSource } from "@/lib/campaign/campaign";
import { coverageDifference } from "@/lib/coverage/difference";
import { hasCoverage, type Assessment } from "@/lib/monitor/assessment";

/**
 * "Menurut Pusdatin 92,1% dari 323.802, beda −0,9 poin.": the coverage by the source that does not decide
 * here; null where it has no target population.
 */
export function OtherSource(props: {
  readonly assessment: Assessment;
  /** The source that decides. */
  readonly source: TargetSource;
}) {
  const t = useTranslations("coverage");
  const names = useTranslations("common.targetSources");
  const format = formats(useLocale());
  const { assessment, source } = props;
  const other = byOtherSource(assessment);
  if (other === null) return null;
  return t(other.isLarge ? "otherSourceFar" : "otherSource", {
    source: names(otherSource(source)),
    coverage: format.coverage(other),
    people: format.count(other.targetPopulation),
    points: format.points(other.tenths),
  });
}

/** The coverage by the source that does not decide, and how far it lies; null where either has no target. */
export function byOtherSource(assessment: Assessment) {
  const otherTarget = hasCoverage(assessment) ? (assessment.otherTarget ?? null) : null;
  const difference = coverageDifference({ ...assessment, otherTarget });
  return difference && { ...assessment, ...difference, targetPopulation: otherTarget };
}
