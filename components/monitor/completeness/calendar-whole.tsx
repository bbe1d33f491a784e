import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";

import { ratioTenths } from "@/lib/coverage/percent";
import { formats } from "@/lib/base/i18n/format";

import type { CompletenessProps } from "./completeness-props";
import { phoneClass, type ShownDay } from "./phone-days";
import { pinnedComplete, pinnedOnTime } from "./pinned-sums";

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
  const figure = "bg-surface px-1 text-right align-middle font-semibold";

  return (
    <tr>
      <th
        scope="row"
        className="sticky left-0 z-10 bg-surface pr-2 text-left align-middle font-semibold max-tablet:text-axis max-tablet:font-normal max-tablet:text-ink2"
      >
        <span className="max-tablet:hidden">
          {root.kind === "district" ? t("calendar.whole") : root.name}
        </span>
        <span className="tablet:hidden">
          {t("calendar.reported", { noun: t(`nounHeads.${view.noun}`) })}
        </span>
      </th>
      {hasCounts ? (
        <td
          aria-hidden
          className="relative h-11 pl-8 text-right text-axis text-ink3 max-tablet:hidden"
        >
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
          <td key={shown.day} className={clsx("p-0", phoneClass(shown))}>
            <span className="sr-only">
              {t(cell.expected === 0 ? "calendar.wholeSweeping" : "calendar.wholeCell", {
                day: format.monthDay(cell.day),
                received: format.count(cell.received),
                expected: format.count(cell.expected),
                share: share(cell.received, cell.expected),
              })}
            </span>
            <span aria-hidden className="relative mx-px block h-11 max-tablet:hidden">
              <span
                style={{ height: `${height * 100}%` }}
                className={clsx(
                  "absolute inset-x-0 bottom-0 rounded-t-cell [print-color-adjust:exact]",
                  isFirm
                    ? "bg-ink2 forced-colors:bg-[CanvasText] forced-colors:[forced-color-adjust:none]"
                    : "border border-ink2 bg-[repeating-linear-gradient(135deg,var(--ink2)_0_2px,var(--surface)_2px_5px)]",
                )}
              />
              {cell.expected > 0 ? (
                <span className="absolute -inset-x-0.5 top-1/4 border-t-2 border-ink" />
              ) : null}
            </span>
            <span aria-hidden className="block text-center text-axis text-ink2 tablet:hidden">
              {format.count(cell.received)}
            </span>
          </td>
        );
      })}
      <td className={`${figure} ${pinnedComplete}`}>{share(total.received, total.expected)}</td>
      <td className={`${figure} ${pinnedOnTime}`}>{share(total.onTime, total.expected)}</td>
    </tr>
  );
}
