import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { tallyOf, type ScheduledSession } from "@/lib/plan/schedule";

type HeadProps = {
  readonly sessions: readonly ScheduledSession[];
  readonly days: readonly CalendarDay[];
  readonly today: CalendarDay;
};

/** "35 dari 36 sesi terlaksana, 3.341 dari 3.690 orang terlayani." of the days that are over. */
export function ScheduleHeadline({ sessions, today }: HeadProps) {
  const t = useTranslations("schedule");
  const over = tallyOf(sessions.filter(({ day }) => day < today));
  if (over.sessions > 0) {
    return t(over.planned > 0 ? "headline" : "headlineNoPlan", {
      held: over.held,
      all: over.sessions,
      served: over.served,
      planned: over.planned,
    });
  }
  const all = tallyOf(sessions);
  if (all.sessions === 0) return t("headlineNone");
  return t(all.planned > 0 ? "headlineAhead" : "headlineAheadNoPlan", {
    sessions: all.sessions,
    planned: all.planned,
  });
}

/** Which week, which day today is, and how far today is. */
export function ScheduleIntro(props: HeadProps & { readonly week: string }) {
  const t = useTranslations("schedule");
  const format = formats(useLocale());
  const { sessions, days, today, week } = props;
  const isNow = days.includes(today);
  const ofToday = tallyOf(sessions.filter(({ day }) => day === today));
  return (
    <>
      {isNow ? t("noteToday", { week, today: format.weekdayDay(today) }) : t("note", { week })}
      {ofToday.sessions > 0
        ? ` ${t("todayLine", { reported: ofToday.held, all: ofToday.sessions, served: ofToday.served })}`
        : null}
    </>
  );
}
