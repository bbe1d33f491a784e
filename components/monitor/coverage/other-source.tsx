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
  /** Said only where the two are more than a point apart: a sheet has one page. */
  readonly isFarOnly?: boolean;
}) {
  const t = useTranslations("coverage");
  const names = useTranslations("common.targetSources");
  const format = formats(useLocale());
  const { assessment, source } = props;
  const otherTarget = hasCoverage(assessment) ? (assessment.otherTarget ?? null) : null;
  const difference = coverageDifference({ ...assessment, otherTarget });
  if (difference === null || (props.isFarOnly && !difference.isLarge)) return null;
  return t(difference.isLarge ? "otherSourceFar" : "otherSource", {
    source: names(otherSource(source)),
    coverage: format.coverage({ ...assessment, targetPopulation: otherTarget }),
    people: format.count(otherTarget),
    points: format.points(difference.tenths),
  });
}
