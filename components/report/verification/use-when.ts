import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import { addDays } from "@/lib/base/time/calendar-day";
import { localDay, localTime, type TimeZone } from "@/lib/base/time/time-zone";

/** The moment that a page is drawn at, and the clock that its people look at. */
export type ZonedMoment = { readonly now: Date; readonly zone: TimeZone };

/** An instant as it is told today: "14.12", "besok 08.15", "3 Jun 16.20". */
export function useWhen({ now, zone }: ZonedMoment): (instant: string) => string {
  const t = useTranslations("verification.when");
  const format = formats(useLocale());
  const today = localDay(now, zone);
  return (instant) => {
    const at = new Date(instant);
    const day = localDay(at, zone);
    const time = format.hour(localTime(at, zone));
    if (day === today) return t("today", { time });
    if (day === addDays(today, 1)) return t("tomorrow", { time });
    if (day === addDays(today, -1)) return t("yesterday", { time });
    return t("other", { day: format.shortDay(day), time });
  };
}
