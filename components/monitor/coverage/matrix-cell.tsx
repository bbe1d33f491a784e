import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";

import { NumberLink } from "@/components/monitor/source/number-link";
import { formats } from "@/lib/base/i18n/format";
import type { Assessment } from "@/lib/monitor/standing";
import { hasCoverage, statusWord } from "@/lib/monitor/standing";

import { statusColors } from "./status-color";
import { StatusShape } from "./status-shape";

/** Tint, shape, coverage, and the children still needed; an outline where there is no data. */
export function MatrixCell(props: {
  readonly standing: Assessment | null;
  /** The reports behind it. */
  readonly href: string;
  /** The intervention's short name. */
  readonly name: string;
}) {
  const t = useTranslations("coverage.matrix");
  const status = useTranslations("common.status");
  const link = useTranslations("source.link");
  const format = formats(useLocale());
  const { standing } = props;
  if (standing === null) {
    return (
      <td className="not-given">
        <span aria-hidden>–</span>
        <span className="sr-only">{t("notGiven")}</span>
      </td>
    );
  }
  const isUnknown = standing.status === "unknown";
  return (
    <td
      className={clsx(
        isUnknown
          ? "unknown"
          : standing.isFarBehind
            ? "bg-behind-tint2"
            : statusColors[statusWord(standing)].tint,
      )}
    >
      <span>
        <StatusShape status={statusWord(standing)} size={12} label={status(statusWord(standing))} />
        {!hasCoverage(standing) ? (
          <b>–</b>
        ) : (
          <NumberLink
            href={props.href}
            name={link("coverage", {
              coverage: format.coverage(standing),
              of: link("of", { intervention: props.name, place: standing.name }),
            })}
          >
            {format.coverage(standing)}
          </NumberLink>
        )}
        <i>{format.count(standing.needed)}</i>
      </span>
    </td>
  );
}
