import { useLocale } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import type { CellLink } from "@/components/base/ui/data-table-row";
import { formats } from "@/lib/base/i18n/format";
import { addDays } from "@/lib/base/time/calendar-day";
import type { CoverageColumn } from "@/lib/monitor/coverage/columns";
import type { NumberOf } from "@/lib/monitor/source/address";

import type { CoverageProps } from "./coverage-props";

/**
 * Where the numbers of a column of the coverage table lead: of a row, or (null) of the whole, which its
 * own address names.
 */
export function useCoverageLinks({ params, view, links }: CoverageProps) {
  const link = useSentences("source.link", params.wording);
  const format = formats(useLocale());
  const eve = addDays(params.on, -1);

  return (column: CoverageColumn, place: "row" | null): CellLink | undefined => {
    const of = link("of", {
      intervention: params.intervention.shortName,
      place: place === null ? view.total.name : "{name}",
    });
    const to = (asked: Partial<NumberOf>) =>
      links.sources({ ...(place === null ? {} : { place: "{id}" }), ...asked });
    const count = "{text}";
    switch (column) {
      case "sasaran":
        return { href: to({ target: params.source }), name: link("people", { count, of }) };
      case "diimunisasi":
        return { href: to({}), name: link("doses", { count, of }) };
      case "belum":
        return { href: to({ isUnverified: true }), name: link("unverified", { count, of }) };
      case "cakupan":
        return { href: to({}), name: link("coverage", { coverage: count, of }) };
      case "kemarin":
        return place === null
          ? undefined
          : {
              href: to({ from: eve, to: eve }),
              name: link("day", { count, of, date: format.shortDay(eve) }),
            };
      default:
        return undefined;
    }
  };
}
