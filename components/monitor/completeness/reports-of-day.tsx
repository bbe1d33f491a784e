import { ChevronLeft, ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { HeadCell, PlainTable, RowHead, TableHead } from "@/components/base/ui/table";
import { formats } from "@/lib/base/i18n/format";
import { addDays } from "@/lib/base/time/calendar-day";
import { localDay, localTime, timeZoneNames } from "@/lib/base/time/time-zone";

import type { CompletenessProps } from "./completeness-props";

/** The day of one kecamatan: who reported when, in the order in which it came. */
export function ReportsOfDay({ campaign, params, view, links }: CompletenessProps) {
  const t = useTranslations("completeness.day");
  const places = useTranslations("places");
  const format = formats(useLocale());
  const { root, noun, round } = view;
  const reported = root.units
    .flatMap((unit) => (unit.receivedAt ? [{ ...unit, receivedAt: unit.receivedAt }] : []))
    .sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
  const previous = view.day > round.startsOn ? addDays(view.day, -1) : null;
  const next = view.day < params.until ? addDays(view.day, 1) : null;
  const step =
    "grid size-11 place-items-center rounded-control text-ink hover:bg-sunken tablet:size-9";

  return (
    <Panel
      title={t("title", { day: format.weekdayDay(view.day) })}
      note={t("received", {
        count: format.count(reported.length),
        noun: places(`counted.${noun}`, { count: reported.length }),
      })}
      actions={
        <nav aria-label={t("choose")} className="flex print:hidden">
          {previous ? (
            <a
              href={links.to({ day: previous })}
              aria-label={t("previous", { day: format.weekdayDay(previous) })}
              className={step}
            >
              <ChevronLeft aria-hidden className="size-5" />
            </a>
          ) : null}
          {next ? (
            <a
              href={links.to({ day: next })}
              aria-label={t("next", { day: format.weekdayDay(next) })}
              className={step}
            >
              <ChevronRight aria-hidden className="size-5" />
            </a>
          ) : null}
        </nav>
      }
    >
      {reported.length === 0 ? (
        <p className="mt-2 text-dense text-ink2">{t("receivedNone")}</p>
      ) : (
        <PlainTable
          look="dense-table"
          caption={t("title", { day: format.weekdayDay(view.day) })}
          className="mt-2"
        >
          <TableHead>
            <HeadCell>{places(`heads.${noun}`)}</HeadCell>
            <HeadCell>{t("at", { zone: timeZoneNames[campaign.timeZone] })}</HeadCell>
            <HeadCell>{t("by")}</HeadCell>
          </TableHead>
          <tbody>
            {reported.map((unit) => (
              <tr key={unit.code}>
                <RowHead className="font-normal">
                  {unit.name}
                  {unit.isZero ? <span className="text-ink3"> ({t("zero")})</span> : null}
                </RowHead>
                <td>
                  {localDay(unit.receivedAt, campaign.timeZone) === view.day
                    ? null
                    : `${format.shortDay(localDay(unit.receivedAt, campaign.timeZone))}, `}
                  {format.hour(localTime(unit.receivedAt, campaign.timeZone))}
                  {unit.isOnTime ? null : (
                    <span className="block text-axis font-medium text-behind">{t("late")}</span>
                  )}
                </td>
                <td className="wrap-anywhere text-ink2">{unit.sentBy ?? t("unknown")}</td>
              </tr>
            ))}
          </tbody>
        </PlainTable>
      )}
    </Panel>
  );
}
