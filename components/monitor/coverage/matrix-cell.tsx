import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";

import { NumberLink } from "@/components/monitor/source/number-link";
import { useSentences } from "@/components/base/use-sentences";
import type { Wording } from "@/lib/base/i18n/wording";
import { formats } from "@/lib/base/i18n/format";
import type { Assessment } from "@/lib/monitor/assessment";
import { hasCoverage, statusWord } from "@/lib/monitor/assessment";

import { OtherFigure } from "./other-figure";
import { statusColors } from "./status-color";
import { StatusShape } from "./status-shape";

/** Tint, shape, coverage, and the children still needed; an outline where there is no data. */
export function MatrixCell(props: {
  readonly assessment: Assessment | null;
  /** The reports behind it. */
  readonly href: string;
  /** The intervention's short name. */
  readonly name: string;
  readonly wording: Wording;
}) {
  const t = useSentences("coverage.matrix", props.wording);
  const status = useTranslations("common.status");
  const link = useSentences("source.link", props.wording);
  const format = formats(useLocale());
  const { assessment } = props;
  if (assessment === null) {
    return (
      <td className="not-given">
        <span aria-hidden>–</span>
        <span className="sr-only">{t("notGiven")}</span>
      </td>
    );
  }
  const isUnknown = assessment.status === "unknown";
  return (
    <td
      className={clsx(
        isUnknown
          ? "unknown"
          : assessment.isFarBehind
            ? "bg-behind-tint2"
            : statusColors[statusWord(assessment)].tint,
      )}
    >
      <span>
        <StatusShape
          status={statusWord(assessment)}
          size={12}
          label={status(statusWord(assessment))}
        />
        {!hasCoverage(assessment) ? (
          <b>–</b>
        ) : (
          <NumberLink
            href={props.href}
            name={link("coverage", {
              coverage: format.coverage(assessment),
              of: link("of", { intervention: props.name, place: assessment.name }),
            })}
          >
            {format.coverage(assessment)}
          </NumberLink>
        )}
        {assessment.hasReported && assessment.targetPopulation === null ? (
          <i>
            <NumberLink
              href={props.href}
              name={link("doses", {
                count: format.count(assessment.dosesAdministered),
                of: link("of", { intervention: props.name, place: assessment.name }),
              })}
            >
              {t("given", { count: format.count(assessment.dosesAdministered) })}
            </NumberLink>
          </i>
        ) : (
          <i>
            {assessment.coverageGoal === null ? null : `${format.count(assessment.needed)} · `}
            {format.count(assessment.remaining)}
          </i>
        )}
      </span>
      <OtherFigure assessment={assessment} />
    </td>
  );
}
