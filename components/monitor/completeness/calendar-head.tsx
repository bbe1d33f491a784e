import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import { weekday } from "@/lib/base/time/calendar-day";

import type { CompletenessProps } from "./completeness-props";
import { phoneClass, type ShownDay } from "./phone-days";
import { pinnedComplete, pinnedOnTime } from "./pinned-sums";

/** Months over days; each day leads to itself, and a dot says that there is a note on it. */
export function CalendarHead({
  view,
  links,
  notes,
  days,
}: CompletenessProps & { readonly days: readonly ShownDay[] }) {
  const t = useTranslations("completeness");
  const kinds = useTranslations("dayNote");
  const format = formats(useLocale());
  const hasCounts = view.root.rowsAre === "subdistrict";
  const months = new Map<string, { day: string; length: number }>();
  for (const { day } of days) {
    const month = months.get(day.slice(0, 7)) ?? { day, length: 0 };
    months.set(day.slice(0, 7), { ...month, length: month.length + 1 });
  }
  const side = "bg-surface px-1 text-right align-bottom text-axis font-medium text-ink2";

  return (
    <thead>
      <tr className="max-tablet:hidden" aria-hidden>
        <td colSpan={hasCounts ? 2 : 1} />
        {[...months].map(([key, { day, length }]) => (
          <td
            key={key}
            colSpan={length}
            className="max-w-0 border-b border-line text-axis whitespace-nowrap text-ink2"
          >
            {/* Days that are scrolled past leave their month's name in sight. */}
            <span className="sticky left-20">{format.month(day)}</span>
          </td>
        ))}
        <td colSpan={2} />
      </tr>
      <tr>
        <th
          scope="col"
          className="sticky left-0 z-10 bg-surface text-left align-middle text-axis font-medium text-ink2"
        >
          <span className="tablet:sr-only">
            {t(`nounHeads.${hasCounts ? "subdistrict" : view.noun}`)}
          </span>
        </th>
        {hasCounts ? (
          <th scope="col" className="max-tablet:hidden">
            <span className="sr-only">{t("table.units", { noun: t(`nouns.${view.noun}`) })}</span>
          </th>
        ) : null}
        {days.map((shown) => {
          const { day } = shown;
          const isChosen = day === view.day;
          const own = notes.filter((note) => note.day === day);
          const told = own.map(
            ({ placeName, kind, note }) =>
              `${placeName}: ${kinds("line", { kind: kinds(`kinds.${kind}`), note })}`,
          );
          return (
            <th key={day} scope="col" className={clsx("p-0", phoneClass(shown))}>
              <a
                href={links.to({ day })}
                aria-current={isChosen ? "date" : undefined}
                aria-label={[t("calendar.openDay", { day: format.weekdayDay(day) }), ...told].join(
                  "; ",
                )}
                title={told.join("; ") || undefined}
                className={clsx(
                  "relative grid min-h-11 min-w-6 place-items-center content-center rounded-cell text-axis leading-4 font-normal no-underline tablet:min-h-9",
                  isChosen
                    ? "bg-brand font-semibold text-on-brand"
                    : weekday(day) === 0
                      ? "text-error"
                      : "text-ink2",
                )}
              >
                <span>{format.weekdayLetter(day)}</span>
                <span className="font-medium">{format.dayNumber(day)}</span>
                {own.length > 0 ? (
                  <span
                    aria-hidden
                    className={clsx(
                      "absolute -bottom-0.5 size-1.5 rounded-pill",
                      isChosen ? "bg-on-brand" : "bg-ink",
                    )}
                  />
                ) : null}
              </a>
            </th>
          );
        })}
        <th scope="col" data-pinned className={`${side} ${pinnedComplete}`}>
          {t("calendar.complete")}
        </th>
        <th scope="col" data-pinned className={`${side} ${pinnedOnTime}`}>
          {t("calendar.onTime")}
        </th>
      </tr>
    </thead>
  );
}
