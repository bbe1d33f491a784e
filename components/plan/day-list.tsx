import { ChevronLeft, ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { ButtonLink } from "@/components/base/ui/button-link";
import { formats } from "@/lib/base/i18n/format";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { LoadBar } from "./load-bar";
import { SessionCell } from "./session-cell";
import type { WeekProps } from "./week-table";

/** One day on a phone, by team, with the days before and after it. */
export function DayList(
  props: WeekProps & {
    readonly day: CalendarDay;
    /** The addresses of the day before and of the day after. */
    readonly before: string;
    readonly after: string;
  },
) {
  const t = useTranslations("schedule");
  const format = formats(useLocale());
  const { day } = props;
  const rows = props.rows.flatMap((row) => {
    const own = row.sessions.filter((session) => session.day === day);
    return own.length === 0 ? [] : [{ ...row, own }];
  });
  return (
    <section
      aria-label={t("day.list", { day: format.weekdayDay(day) })}
      className="tablet:hidden print:hidden"
    >
      <div className="flex items-center justify-between gap-2">
        <ButtonLink href={props.before} size="phone" scroll={false} aria-label={t("day.before")}>
          <ChevronLeft aria-hidden className="size-5" />
        </ButtonLink>
        <h2 className="text-center text-panel font-semibold">{format.weekdayDay(day)}</h2>
        <ButtonLink href={props.after} size="phone" scroll={false} aria-label={t("day.after")}>
          <ChevronRight aria-hidden className="size-5" />
        </ButtonLink>
      </div>
      {rows.length === 0 ? <p className="mt-4 text-dense text-ink2">{t("day.none")}</p> : null}
      <ul className="mt-3 grid gap-3">
        {rows.map((row) => (
          <li key={row.key} className="rounded-panel border border-line bg-surface p-3">
            <div className="mb-2 grid grid-cols-[1fr_5.5rem] items-start gap-3">
              <p className="min-w-0 text-dense wrap-anywhere">
                <b className="font-semibold">{row.name ?? t("noTeam")}</b>
                {row.base ? (
                  <span className="block text-note text-ink3">{props.nameOf(row.base)}</span>
                ) : null}
              </p>
              <p className="text-right text-note text-ink2">
                <LoadBar load={row.load} />
              </p>
            </div>
            {row.own.map((session) => (
              <SessionCell key={session.id} session={session} view={props.view} slug={props.slug} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
