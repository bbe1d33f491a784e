import { useLocale, useTranslations } from "next-intl";

import { ratioTenths } from "@/lib/coverage/percent";
import { formats } from "@/lib/base/i18n/format";

import type { CompletenessProps } from "./completeness-props";
import { phoneClass, type ShownDay } from "./phone-days";

/** The whole, a bar a day, with the line from which a day counts. A phone has the counts instead. */
export function CalendarWhole({
  view,
  days,
}: CompletenessProps & { readonly days: readonly ShownDay[] }) {
  const t = useTranslations("completeness");
  const format = formats(useLocale());
  const { total, root } = view;
  const hasCounts = root.rowsAre === "subdistrict";
  const share = (numerator: number, denominator: number) =>
    format.tenths(ratioTenths({ numerator, denominator }));

  return (
    <tr className="days whole">
      <th scope="row" className="place">
        <span className="max-tablet:hidden">
          {root.kind === "district" ? t("calendar.whole") : root.name}
        </span>
        <span className="tablet:hidden">
          {t("calendar.reported", { noun: t(`nounHeads.${view.noun}`) })}
        </span>
      </th>
      {hasCounts ? (
        <td aria-hidden className="units">
          <span className="absolute top-0.5 right-1">{t("calendar.limit")}</span>
          <span className="absolute right-1 bottom-0.5">{format.count(total.units)}</span>
        </td>
      ) : null}
      {days.map((shown) => {
        const cell = total.cells[shown.index];
        if (!cell) return <td key={shown.day} className={phoneClass(shown)} />;
        const height = cell.expected === 0 ? 0 : Math.min(1, cell.received / cell.expected);
        const isFirm = cell.state === "complete" || cell.state === "enough";
        return (
          <td key={shown.day} className={phoneClass(shown)}>
            <span className="sr-only">
              {t(cell.expected === 0 ? "calendar.wholeSweeping" : "calendar.wholeCell", {
                day: format.monthDay(cell.day),
                received: format.count(cell.received),
                expected: format.count(cell.expected),
                share: share(cell.received, cell.expected),
              })}
            </span>
            <span aria-hidden className="bar">
              <i
                style={{ height: `${String(Math.round(height * 1000) / 10)}%` }}
                className={isFirm ? "firm" : "open"}
              />
              {cell.expected > 0 ? <i className="limit" /> : null}
            </span>
            <span aria-hidden className="count">
              {format.count(cell.received)}
            </span>
          </td>
        );
      })}
      <td className="sum">{share(total.received, total.expected)}</td>
      <td className="sum">{share(total.onTime, total.expected)}</td>
    </tr>
  );
}
