import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import { baseDayOf } from "@/lib/monitor/assessment";

import type { CoverageProps } from "./coverage-props";

/** What the trend says, in words: where it stands, and where it is heading. */
export function TrendSentence({ params, view }: CoverageProps) {
  const t = useTranslations("coverage.trend");
  const format = formats(useLocale());
  const { trend, total, calendar } = view;
  const people = trend.targetPopulation ?? 0;
  const goal = format.goal(total.coverageGoal);
  if (trend.now === null) {
    return calendar.phase === "before"
      ? t("notStarted", { date: format.day(params.round.startsOn) })
      : t("none");
  }
  if (people === 0) return null;
  if (total.coverageGoal === null) {
    const coverage = format.coverage(total);
    return calendar.phase === "ended"
      ? t("endedNoGoal", { coverage })
      : t("noGoal", { day: format.shortDay(params.on), coverage });
  }
  if (calendar.phase === "ended") return t("ended", { coverage: format.coverage(total), goal });

  const now = t("now", {
    day: format.shortDay(params.on),
    coverage: format.coverage(total),
    ideal: format.tenths(view.runningTenths),
    base: format.shortDay(
      baseDayOf(total, { round: params.round, on: params.on }) ?? params.round.startsOn,
    ),
  });
  const heading = trend.forecast
    ? t("forecast", {
        range: format.percentRange(
          trend.forecast.to.low / people,
          trend.forecast.to.high / people,
          total.coverageGoal,
        ),
        goal,
      })
    : total.verdict.forecast === null
      ? t("forecastLater")
      : "";
  return [now, heading, trend.now.isOpen && total.units > 1 ? t("openDay") : ""]
    .filter(Boolean)
    .join(" ");
}
