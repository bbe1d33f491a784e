import { useLocale, useTranslations } from "next-intl";

import { ratioTenths } from "@/lib/coverage/percent";
import { formats } from "@/lib/base/i18n/format";
import { capital } from "@/components/monitor/coverage/coverage-title";
import type { CalendarCell } from "@/lib/monitor/completeness/calendar";

import type { DayData } from "./calendar-data";
import { CalendarWholeDays, type WholeDay } from "./calendar-whole-days";
import type { CompletenessProps } from "./completeness-props";
import type { ShownDay } from "./phone-days";

/** The whole, a bar a day, with the line from which a day counts. A phone has the counts instead. */
export function CalendarWhole({
  view,
  days,
  columns,
}: CompletenessProps & {
  readonly days: readonly ShownDay[];
  /** The same as columns of the calendar. */
  readonly columns: readonly DayData[];
}) {
  const t = useTranslations("completeness");
  const places = useTranslations("places");
  const format = formats(useLocale());
  const { total, root } = view;
  const hasCounts = root.rowsAre !== "unit";
  const share = (numerator: number, denominator: number) =>
    format.tenths(ratioTenths({ numerator, denominator }));

  function wholeDay({ day, received, expected, state }: CalendarCell): WholeDay {
    const height = expected === 0 ? 0 : Math.min(1, received / expected);
    return [
      t(expected === 0 ? "calendar.wholeSweeping" : "calendar.wholeCell", {
        day: format.monthDay(day),
        received: format.count(received),
        expected: format.count(expected),
        share: share(received, expected),
      }),
      format.count(received),
      Math.round(height * 1000) / 10,
      state === "complete" || state === "enough",
      expected > 0,
    ];
  }

  return (
    <tr className="days whole">
      <th scope="row" className="place">
        <span className="max-tablet:hidden">
          {root.kind === "district" ? t("calendar.whole") : root.name}
        </span>
        <span className="tablet:hidden">
          {t("calendar.reported", { noun: capital(places(`counted.${view.noun}`, { count: 1 })) })}
        </span>
      </th>
      {hasCounts ? (
        <td aria-hidden className="units">
          <span className="absolute top-0.5 right-1">{t("calendar.limit")}</span>
          <span className="absolute right-1 bottom-0.5">{format.count(total.units)}</span>
        </td>
      ) : null}
      <CalendarWholeDays
        days={columns}
        whole={days.map(({ index }) => {
          const cell = total.cells[index];
          return cell ? wholeDay(cell) : null;
        })}
      />
      <td className="sum">{share(total.received, total.expected)}</td>
      <td className="sum">{share(total.onTime, total.expected)}</td>
    </tr>
  );
}
