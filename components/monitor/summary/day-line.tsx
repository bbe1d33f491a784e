import { useLocale, useTranslations } from "next-intl";

import { lastDay } from "@/lib/campaign/calendar";
import type { Campaign } from "@/lib/campaign/campaign";
import { formats } from "@/lib/base/i18n/format";
import type { Summary } from "@/lib/monitor/summary/summary";
import { daysBetween } from "@/lib/base/time/calendar-day";

/** "Hari ke-18 dari 31 · Kamis, 4 Juni 2026 · 14 hari tersisa, termasuk hari ini" */
export function DayLine(props: { readonly summary: Summary; readonly campaign: Campaign }) {
  const t = useTranslations("summary");
  const format = formats(useLocale());
  const { round, calendar, today, base, isPast } = props.summary;
  const { phase, day, days } = calendar;
  const isOpen = phase === "running" || phase === "sweeping";
  const parts = [
    isPast ? t("day.past", { date: format.shortDay(today) }) : null,
    props.campaign.rounds.length > 1
      ? t("roundOf", { number: round.number, count: props.campaign.rounds.length })
      : null,
    phase === "running" ? t("day.running", { day, days }) : null,
    phase !== "before" && calendar.closed > 0 ? t("day.closed", { count: calendar.closed }) : null,
    phase === "before"
      ? t("day.before", {
          days: daysBetween(today, round.startsOn),
          date: format.day(round.startsOn),
        })
      : null,
    phase === "sweeping" ? t("day.sweeping", { date: format.day(lastDay(round)) }) : null,
    phase === "ended" ? t("day.ended", { date: format.day(lastDay(round)) }) : null,
    phase === "ended" ? null : format.longDay(today),
    isOpen && !isPast
      ? t(base.isLookedAt ? "day.leftFromTomorrow" : "day.leftWithToday", { count: base.daysLeft })
      : null,
  ];
  return parts.filter((part) => part !== null).join(" · ");
}
