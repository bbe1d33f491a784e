import clsx from "clsx";
import { Clock } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { ScrollRegion } from "@/components/base/ui/scroll-region";
import { formats } from "@/lib/base/i18n/format";
import { sourceAddress } from "@/lib/monitor/source/address";
import type { UnitDay } from "@/lib/monitor/coverage/unit";
import { routes, withQuery } from "@/lib/base/routes";
import { localDay } from "@/lib/base/time/time-zone";
import { columnKeyOf } from "@/lib/campaign/column-key";
import { unitDayKeyOf } from "@/lib/report/report-key";

import { CoveragePanel } from "./coverage-panel";
import type { CoverageProps } from "./coverage-props";

const cell = "border-b border-line px-2 py-1.5 whitespace-nowrap";

/** Every day of one unit: its numbers, whether it was nihil, missing or late, when and from whom. */
export function UnitDays({
  campaign,
  params,
  view,
  days,
  mayEnter,
}: CoverageProps & { readonly days: readonly UnitDay[]; readonly mayEnter: boolean }) {
  const t = useTranslations("coverage.days");
  const link = useTranslations("source.link");
  const format = formats(useLocale());
  const columns = campaign.interventions.flatMap((intervention) =>
    intervention.targetGroups.map((group) => {
      const column = { intervention: intervention.code, targetGroup: group };
      return { ...column, key: columnKeyOf(column) };
    }),
  );
  const groupName = (code: string) =>
    campaign.targetGroups.find((group) => group.code === code)?.name ?? code;
  const hasNonResidents = days.some(({ cells }) =>
    cells.some((each) => (each?.nonResidents ?? 0) > 0),
  );

  return (
    <CoveragePanel
      title={t("title")}
      note={`${t("note", { place: view.root.name })}${hasNonResidents ? ` ${t("nonResidentsNote")}` : ""}`}
      className="mt-5"
    >
      <ScrollRegion label={t("title")} className="mt-3 overflow-y-auto tablet:max-h-[85dvh]">
        <table className="w-full border-separate border-spacing-0 text-note">
          <thead className="text-ink2">
            <tr>
              <th
                rowSpan={2}
                scope="col"
                className={clsx(head, "left-0 z-20 text-left align-bottom")}
              >
                {t("day")}
              </th>
              {campaign.interventions.map((intervention) => (
                <th
                  key={intervention.code}
                  scope="colgroup"
                  colSpan={intervention.targetGroups.length}
                  className="sticky top-0 z-10 h-8 border-l border-line bg-surface px-2 text-center font-semibold text-ink"
                >
                  {intervention.shortName}
                </th>
              ))}
              <th
                rowSpan={2}
                scope="col"
                className={clsx(head, "z-10 border-l text-left align-bottom")}
              >
                {t("received")}
              </th>
              <th rowSpan={2} scope="col" className={clsx(head, "z-10 text-left align-bottom")}>
                {t("by")}
              </th>
            </tr>
            <tr>
              {columns.map(({ key, intervention, targetGroup }, index) => (
                <th
                  key={key}
                  scope="col"
                  className={clsx(
                    "sticky top-8 z-10 border-b-2 border-b-line-strong bg-surface px-2 py-1 text-right font-medium whitespace-nowrap",
                    columns[index - 1]?.intervention !== intervention && "border-l border-l-line",
                  )}
                >
                  {groupName(targetGroup)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.day} className={clsx(day.report === null && "text-ink3")}>
                <th
                  scope="row"
                  className={clsx(cell, "sticky left-0 bg-surface text-left font-medium")}
                >
                  {mayEnter ? (
                    <Link
                      href={withQuery(routes.entryOf(view.root.code), {
                        kampanye: campaign.slug,
                        hari: day.day,
                      })}
                      prefetch={false}
                      aria-label={t("open", { date: format.day(day.day) })}
                      className="underline underline-offset-3"
                    >
                      {format.shortDay(day.day)}
                    </Link>
                  ) : (
                    format.shortDay(day.day)
                  )}
                  {day.isSweeping ? <span className="text-ink3"> {t("sweeping")}</span> : null}
                </th>
                {columns.map(({ key, intervention }, index) => {
                  const counts = day.cells[index];
                  return (
                    <td
                      key={key}
                      className={clsx(
                        cell,
                        "text-right",
                        columns[index - 1]?.intervention !== intervention && "border-l",
                      )}
                    >
                      {counts ? (
                        <>
                          {format.count(counts.residents)}
                          {counts.nonResidents > 0 ? (
                            <span className="block text-axis text-ink3">
                              {t("nonResidents", { count: format.count(counts.nonResidents) })}
                            </span>
                          ) : null}
                        </>
                      ) : day.report?.isZero ? (
                        "0"
                      ) : (
                        ""
                      )}
                    </td>
                  );
                })}
                <td className={clsx(cell, "border-l")}>
                  {day.report === null ? (
                    t("missing")
                  ) : (
                    <>
                      <a
                        href={`${sourceAddress(
                          campaign,
                          {
                            place: view.root.code,
                            intervention: null,
                            round: params.round.number,
                            from: day.day,
                            to: day.day,
                          },
                          { laporan: unitDayKeyOf({ unit: view.root.code, day: day.day }) },
                        )}#laporan`}
                        title={link("report", {
                          place: view.root.name,
                          date: format.shortDay(day.day),
                        })}
                        className="inline-block py-0.5 text-inherit underline decoration-line-strong underline-offset-3 hover:decoration-current print:no-underline"
                      >
                        {localDay(day.report.receivedAt, campaign.timeZone) === day.day
                          ? ""
                          : `${format.shortDay(localDay(day.report.receivedAt, campaign.timeZone))}, `}
                        {format.time(day.report.receivedAt, campaign.timeZone)}
                      </a>
                      {day.report.isOnTime ? null : (
                        <span className="ml-2 inline-flex items-center gap-1 text-warn">
                          <Clock aria-hidden className="size-3.5" />
                          {t("late")}
                        </span>
                      )}
                      {day.report.isZero ? (
                        <span className="ml-2 text-ink2">{t("zero")}</span>
                      ) : null}
                      {day.report.version > 1 ? (
                        <span className="ml-2 text-ink3">
                          {t("corrected", { count: day.report.version - 1 })}
                        </span>
                      ) : null}
                    </>
                  )}
                </td>
                <td className={cell}>{day.report?.submittedBy ?? "–"}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="font-semibold">
              <th scope="row" className={clsx(cell, "sticky left-0 bg-surface text-left")}>
                {t("total")}
              </th>
              {columns.map(({ key, intervention }, index) => (
                <td
                  key={key}
                  className={clsx(
                    cell,
                    "text-right",
                    columns[index - 1]?.intervention !== intervention && "border-l",
                  )}
                >
                  {format.count(
                    days.reduce((sum, { cells }) => sum + (cells[index]?.residents ?? 0), 0),
                  )}
                </td>
              ))}
              <td colSpan={2} className={clsx(cell, "border-l")} />
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
    </CoveragePanel>
  );
}

const head = "sticky top-0 border-b-2 border-line-strong bg-surface px-2 py-1 font-medium";
