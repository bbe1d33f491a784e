import { useLocale, useTranslations } from "next-intl";

import {
  GroupHead,
  HeadCell,
  NumberCell,
  RowHead,
  ScrollTable,
  TableHead,
} from "@/components/base/ui/table";
import { formats } from "@/lib/base/i18n/format";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import {
  rowsByMode,
  tallyOf,
  type ScheduledSession,
  type ScheduleRow,
  type ScheduleView,
} from "@/lib/plan/schedule";

import { LoadBar } from "./load-bar";
import { ModeIcon } from "./mode-icon";
import { SessionCell } from "./session-cell";

export type WeekProps = {
  readonly slug: string;
  readonly view: ScheduleView;
  readonly rows: readonly ScheduleRow[];
  readonly sessions: readonly ScheduledSession[];
  readonly days: readonly CalendarDay[];
  readonly today: CalendarDay;
  /** Days on which the whole area is closed. */
  readonly closed: readonly CalendarDay[];
  /** What a kecamatan, or the kabupaten, is called. */
  readonly nameOf: (code: string) => string;
};

/** A week: a row for each team, kecamatan or unit, a column for each day, and how full it was. */
export function WeekTable(props: WeekProps & { readonly label: string }) {
  const t = useTranslations("schedule");
  const format = formats(useLocale());
  const { days, today, view, rows, sessions } = props;
  const isToday = (day: CalendarDay) => (day === today ? { "data-today": "" } : {});
  return (
    <ScrollTable
      label={props.label}
      look="schedule"
      caption={props.label}
      frame="max-tablet:hidden"
    >
      <TableHead>
        <HeadCell>{t(`heads.${view}`)}</HeadCell>
        {days.map((day) => (
          <HeadCell key={day} {...isToday(day)}>
            {format.shortWeekday(day)} {format.dayNumber(day)}
          </HeadCell>
        ))}
        <HeadCell isNumber>{t("heads.load")}</HeadCell>
      </TableHead>
      {rowsByMode(rows).map(({ mode, rows: ofMode }) => (
        <tbody key={mode ?? ""}>
          <tr>
            <GroupHead colSpan={days.length + 2}>
              {mode ? t(`modes.${mode}`) : t("noMode")}
            </GroupHead>
          </tr>
          {ofMode.map((row) => (
            <WeekRow key={row.key} {...props} row={row} />
          ))}
        </tbody>
      ))}
      <tfoot>
        <tr>
          <RowHead>
            {view === "team"
              ? t("total", { count: rows.filter(({ key }) => key !== "").length })
              : t("totalRows")}
          </RowHead>
          {days.map((day) => {
            const { served, planned } = tallyOf(sessions.filter((session) => session.day === day));
            return (
              <td key={day} {...isToday(day)}>
                {day <= today && planned + served > 0 ? <b>{format.count(served)}/</b> : null}
                {planned > 0 ? format.count(planned) : null}
              </td>
            );
          })}
          <NumberCell>
            <LoadBar load={tallyOf(sessions.filter(({ day }) => day < today))} />
          </NumberCell>
        </tr>
      </tfoot>
    </ScrollTable>
  );
}

function WeekRow(props: WeekProps & { readonly row: ScheduleRow }) {
  const t = useTranslations("schedule");
  const { row, days, today, closed } = props;
  return (
    <tr>
      <RowHead>
        <span className="flex items-start gap-1.5">
          {row.mode ? (
            <ModeIcon mode={row.mode} className="mt-0.5 size-4 shrink-0 text-ink2" />
          ) : null}
          <span className="min-w-0 wrap-anywhere">
            <b>{row.name ?? t("noTeam")}</b>
            {row.base ? <small>{props.nameOf(row.base)}</small> : null}
          </span>
        </span>
      </RowHead>
      {days.map((day) => {
        const own = row.sessions.filter((session) => session.day === day);
        return (
          <td key={day} {...(day === today ? { "data-today": "" } : {})}>
            {own.map((session) => (
              <SessionCell key={session.id} session={session} view={props.view} slug={props.slug} />
            ))}
            {own.length === 0 && closed.includes(day) ? t("off") : null}
          </td>
        );
      })}
      <NumberCell>
        <LoadBar load={row.load} />
      </NumberCell>
    </tr>
  );
}
