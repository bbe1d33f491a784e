import { useLocale } from "next-intl";
import { useSentences } from "@/components/base/use-sentences";
import type { ReactNode } from "react";

import { NumberLink } from "@/components/monitor/source/number-link";
import { formats } from "@/lib/base/i18n/format";
import type { PlaceRow } from "@/lib/monitor/coverage/rows";
import type { NumberOf } from "@/lib/monitor/source/address";

import type { CoverageProps } from "./coverage-props";

/** A number of one row, or of the total, with the way to what is behind it. */
export function PlaceNumber(
  props: CoverageProps & {
    readonly row: PlaceRow;
    readonly kind: "doses" | "coverage" | "unverified" | "people" | "day";
    readonly count: number;
    /** Of a number of one day. */
    readonly day?: string;
    readonly children: ReactNode;
  },
) {
  const t = useSentences("source.link", props.params.wording);
  const format = formats(useLocale());
  const { params, view, links, row, kind, day } = props;
  const of = t("of", { intervention: params.intervention.shortName, place: row.name });
  const count = format.count(props.count);
  const asked: Partial<NumberOf> = {
    // The whole is what the address names, which for all that may be read is nothing.
    ...(row === view.total ? {} : { place: row.code }),
    ...(kind === "unverified" ? { isUnverified: true } : {}),
    ...(kind === "people" ? { target: params.source } : {}),
    ...(day === undefined ? {} : { from: day, to: day }),
  };
  return (
    <NumberLink
      href={links.sources(asked)}
      name={
        kind === "day"
          ? t("day", { count, of, date: format.shortDay(day ?? "") })
          : kind === "coverage"
            ? t("coverage", { coverage: format.coverage(row), of })
            : t(kind, { count, of })
      }
    >
      {props.children}
    </NumberLink>
  );
}
