import clsx from "clsx";
import { TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import { otherSource, type TargetSource } from "@/lib/campaign/campaign";
import type { Assessment } from "@/lib/monitor/assessment";

import { byOtherSource } from "./other-source";

/**
 * "lain 92,1% (−0,9)" under a coverage in a table: by the source that does not decide here, flagged where
 * the two lie more than a point apart; nothing where it has no target population.
 */
export function OtherFigure({ assessment }: { readonly assessment: Assessment }) {
  const t = useTranslations("coverage.other");
  const format = formats(useLocale());
  const other = byOtherSource(assessment);
  if (other === null) return null;
  return (
    <small className={clsx("other-figure", other.isLarge && "far")}>
      {other.isLarge ? <TriangleAlert aria-label={t("far")} /> : null}
      {t("figure", {
        coverage: format.coverage(other),
        points: format.points(other.tenths),
      })}
    </small>
  );
}

/** Which source those small figures go by, under their table; nothing where there are none. */
export function OtherKey(props: {
  readonly of: readonly (Assessment | null)[];
  /** The source that decides. */
  readonly source: TargetSource;
}) {
  const t = useTranslations("coverage.other");
  const names = useTranslations("common.targetSources");
  const { of, source } = props;
  if (!of.some((each) => each !== null && byOtherSource(each) !== null)) return null;
  return (
    <p className="mt-2 text-axis text-ink3">{t("key", { source: names(otherSource(source)) })}</p>
  );
}
