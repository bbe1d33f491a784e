import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";

import type { CoverageProps } from "./coverage-props";

/** Days that are named before the rest is counted. */
const maxNamed = 5;

/** Which days are left out of pace and forecast: "3 hari di bawah 75% … 24 Mei, 27 Mei, hari ini". */
export function OpenDaysSentence({ params, view }: CoverageProps) {
  const t = useTranslations("coverage.trend");
  const format = formats(useLocale());
  const days = view.trend.days.filter(({ isComplete }) => isComplete === false);
  const isOpenToday = view.calendar.phase === "running" && params.isToday;
  // The latest are the ones that a reader misses in today's pace.
  const named = days
    .slice(-maxNamed)
    .map(({ day }) => (isOpenToday && day === params.on ? t("openToday") : format.monthDay(day)));
  const rest = days.length - named.length;

  return (
    <span>
      {t(rest > 0 ? "openDaysMore" : "openDays", {
        count: days.length,
        days: named.join(", "),
        rest: format.count(rest),
      })}
    </span>
  );
}
