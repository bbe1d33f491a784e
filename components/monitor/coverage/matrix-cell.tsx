import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";

import { NumberLink } from "@/components/monitor/source/number-link";
import { formats } from "@/lib/base/i18n/format";
import type { Standing } from "@/lib/monitor/standing";
import { hasCoverage, statusWord } from "@/lib/monitor/standing";

import { statusColors } from "./status-color";
import { StatusShape } from "./status-shape";

/** Tint, shape, coverage, and the children still needed; an outline where there is no data. */
export function MatrixCell(props: {
  readonly standing: Standing | null;
  /** The reports behind it. */
  readonly href: string;
  /** The intervention's short name. */
  readonly name: string;
  readonly isTotal?: boolean;
}) {
  const t = useTranslations("coverage.matrix");
  const status = useTranslations("common.status");
  const link = useTranslations("source.link");
  const format = formats(useLocale());
  const { standing } = props;
  if (standing === null) {
    return (
      <td className="rounded-cell px-2 text-ink3">
        <span aria-hidden>–</span>
        <span className="sr-only">{t("notGiven")}</span>
      </td>
    );
  }
  const isUnknown = standing.status === "unknown";
  return (
    <td
      className={clsx(
        "h-8 rounded-cell px-2",
        isUnknown
          ? "border border-dashed border-line-strong"
          : standing.isFarBehind
            ? "bg-behind-tint2"
            : statusColors[statusWord(standing)].tint,
        !isUnknown && "print:border print:border-line-strong",
        props.isTotal && "font-semibold",
      )}
    >
      <span className="flex items-center gap-1.5">
        <StatusShape status={statusWord(standing)} size={12} label={status(statusWord(standing))} />
        {!hasCoverage(standing) ? (
          <span className="font-semibold">–</span>
        ) : (
          <NumberLink
            href={props.href}
            name={link("coverage", {
              coverage: format.coverage(standing),
              of: link("of", { intervention: props.name, place: standing.name }),
            })}
            className="font-semibold"
          >
            {format.coverage(standing)}
          </NumberLink>
        )}
        <span className="ml-auto pl-2 text-note text-ink2">{format.count(standing.needed)}</span>
      </span>
    </td>
  );
}
