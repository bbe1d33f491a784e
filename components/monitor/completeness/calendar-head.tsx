import { useLocale, useTranslations } from "next-intl";

import { rowNoun } from "@/lib/monitor/completeness/view";
import { choiceOf } from "@/lib/campaign/day-note/schema";
import { formats } from "@/lib/base/i18n/format";
import { weekday } from "@/lib/base/time/calendar-day";

import type { CompletenessProps } from "./completeness-props";
import { phoneClass, type ShownDay } from "./phone-days";

/** Months over days; each day leads to itself, and a dot says that there is a note on it. */
export function CalendarHead({
  view,
  links,
  notes,
  days,
}: CompletenessProps & { readonly days: readonly ShownDay[] }) {
  const t = useTranslations("completeness");
  const places = useTranslations("places");
  const kinds = useTranslations("dayNote");
  const format = formats(useLocale());
  const hasCounts = view.root.rowsAre !== "unit";
  const months = new Map<string, { day: string; length: number }>();
  for (const { day } of days) {
    const month = months.get(day.slice(0, 7)) ?? { day, length: 0 };
    months.set(day.slice(0, 7), { ...month, length: month.length + 1 });
  }

  return (
    <thead>
      <tr className="months" aria-hidden>
        <td colSpan={hasCounts ? 2 : 1} />
        {[...months].map(([key, { day, length }]) => (
          <td key={key} colSpan={length} className="month">
            {/* Days that are scrolled past leave their month's name in sight. */}
            <span>{format.month(day)}</span>
          </td>
        ))}
        <td colSpan={2} />
      </tr>
      <tr className="days">
        <th scope="col" className="place">
          <span className="tablet:sr-only">{places(`heads.${rowNoun(view)}`)}</span>
        </th>
        {hasCounts ? (
          <th scope="col" className="units">
            <span className="sr-only">
              {t("table.units", { noun: places(`nouns.${view.noun}`) })}
            </span>
          </th>
        ) : null}
        {days.map((shown) => {
          const { day } = shown;
          const own = notes.filter((note) => note.day === day);
          const told = own.map(
            (each) =>
              `${each.placeName}: ${kinds("line", { kind: kinds(`kinds.${choiceOf(each)}`), note: each.note })}`,
          );
          return (
            <th key={day} scope="col" className={phoneClass(shown)}>
              <a
                href={links.to({ day })}
                aria-current={day === view.day ? "date" : undefined}
                aria-label={[t("calendar.openDay", { day: format.weekdayDay(day) }), ...told].join(
                  "; ",
                )}
                title={told.join("; ") || undefined}
                className={weekday(day) === 0 ? "sunday" : undefined}
              >
                <span>{format.weekdayLetter(day)}</span>
                <span>{format.dayNumber(day)}</span>
                {own.length > 0 ? <i aria-hidden /> : null}
              </a>
            </th>
          );
        })}
        <th scope="col" data-pinned className="sum">
          {t("calendar.complete")}
        </th>
        <th scope="col" data-pinned className="sum">
          {t("calendar.onTime")}
        </th>
      </tr>
    </thead>
  );
}
