import clsx from "clsx";
import { Clock } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { CoveragePanel } from "@/components/monitor/coverage/coverage-panel";
import { cardBlock, cardCell, cardHead, cardRow } from "@/components/base/ui/row-card";
import { ScrollRegion } from "@/components/base/ui/scroll-region";
import { formats } from "@/lib/base/i18n/format";
import { sourceAddress } from "@/lib/monitor/source/address";
import type { SourceReport } from "@/lib/monitor/source/shape";
import { localDay } from "@/lib/base/time/time-zone";
import { unitDayKeyOf } from "@/lib/report/report-key";

import { ReportStatusWord } from "./report-status";
import { SourcePages } from "./source-pages";
import { sourcesPerPage, type DosesReading, type SourceProps } from "./source-props";

const cell = clsx("h-8.5 border-b border-line px-2 py-0.5 whitespace-nowrap", cardCell);
const head = "border-b-2 border-line-strong px-2 py-1.5 font-medium whitespace-nowrap";
const first = "bg-surface text-left tablet:sticky tablet:left-0 tablet:z-10";

/** Every report that makes the number, by place and day, with the sum of all. */
export function ReportTable(props: SourceProps<DosesReading>) {
  const t = useTranslations("source");
  const format = formats(useLocale());
  const { campaign, params, reading } = props;
  const { reports, sums } = reading;
  const hasOthers = sums.allNonResidentDoses > 0;
  const isWide = reading.root.kind === "district";
  const isPaged = sums.reports > sourcesPerPage;
  const sum = (pick: (report: SourceReport) => number) =>
    format.count(reports.reduce((total, report) => total + pick(report), 0));

  if (sums.reports === 0) {
    return (
      <p className="mt-6 text-ink2">{t(params.of.isUnverified ? "noneUnverified" : "none")}</p>
    );
  }
  return (
    <CoveragePanel title={t("table.title")} className="mt-5">
      <ScrollRegion label={t("table.title")} className="mt-3 overflow-y-auto tablet:max-h-[85dvh]">
        <table className="source-reports">
          <thead className={clsx("text-note text-ink2", cardHead)}>
            <tr>
              {(
                [
                  "place",
                  "day",
                  "doses",
                  ...(hasOthers ? (["nonResidents"] as const) : []),
                  "status",
                  "by",
                  "received",
                  "via",
                  "version",
                ] as const
              ).map((key) => (
                <th
                  key={key}
                  scope="col"
                  className={clsx(
                    head,
                    "sticky top-0 bg-surface",
                    key === "place" ? "left-0 z-20" : "z-10",
                    key === "doses" || key === "nonResidents" ? "text-right" : "text-left",
                  )}
                >
                  {t(`table.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reports.map((report) => (
              <tr key={unitDayKeyOf(report)}>
                <th scope="row">
                  <span>{report.name}</span>
                  {isWide && report.subdistrictName !== report.name ? (
                    <small>{report.subdistrictName}</small>
                  ) : null}
                </th>
                <td>
                  <a
                    href={`${sourceAddress(campaign, params.of, {
                      halaman: params.page > 1 ? params.page : "",
                      laporan: unitDayKeyOf(report),
                    })}#laporan`}
                    aria-label={t("link.report", {
                      place: report.name,
                      date: format.shortDay(report.day),
                    })}
                  >
                    {format.shortDay(report.day)}
                  </a>
                </td>
                <td className="doses">
                  {format.count(report.doses)}
                  {report.isZero ? <small>{t("table.zero")}</small> : null}
                </td>
                {hasOthers ? (
                  <td className={clsx("others", noteClass(report.nonResidentDoses > 0))}>
                    <span>{t("table.nonResidents")} </span>
                    {format.count(report.nonResidentDoses)}
                  </td>
                ) : null}
                <td className={noteClass(true)}>
                  <ReportStatusWord status={report.status} />
                </td>
                <td className={noteClass(report.submittedBy !== null)}>
                  {report.submittedBy ?? "–"}
                </td>
                <td className={noteClass(true)}>
                  <Received report={report} timeZone={campaign.timeZone} />
                </td>
                <td className={clsx("text-ink2", noteClass(report.via !== null))}>
                  {report.via === null ? "–" : t(`via.${report.via}`)}
                </td>
                <td className={clsx("text-ink2", noteClass(report.version > 1))}>
                  {report.version > 1 ? t("table.corrected", { count: report.version - 1 }) : "–"}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot className={cardBlock}>
            {isPaged ? (
              <tr className={clsx(cardRow, "max-tablet:justify-between")}>
                <Foot label={t("table.pageTotal")} hasOthers={hasOthers} isStrong={false}>
                  {[sum(({ doses }) => doses), sum(({ nonResidentDoses }) => nonResidentDoses)]}
                </Foot>
              </tr>
            ) : null}
            <tr className={clsx(cardRow, "font-semibold max-tablet:justify-between")}>
              <Foot label={t("table.total")} hasOthers={hasOthers} isStrong>
                {[format.count(sums.allDoses), format.count(sums.allNonResidentDoses)]}
              </Foot>
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
      <SourcePages campaign={campaign} params={params} all={sums.reports} />
    </CoveragePanel>
  );
}

/** A cell of the lines under a card's first; a phone leaves out one that has nothing to say. */
function noteClass(isSaid: boolean): string {
  return isSaid ? "note" : "note unsaid";
}

function Foot(props: {
  readonly label: string;
  readonly hasOthers: boolean;
  readonly isStrong: boolean;
  readonly children: readonly [string, string];
}) {
  const [doses, others] = props.children;
  const weight = props.isStrong ? "font-semibold" : "font-normal text-ink2";
  return (
    <>
      <th scope="row" colSpan={2} className={clsx(cell, first, weight)}>
        {props.label}
      </th>
      <td className={clsx(cell, weight, "text-right")}>{doses}</td>
      {props.hasOthers ? (
        <td className={clsx(cell, weight, "text-right max-tablet:hidden")}>{others}</td>
      ) : null}
      <td colSpan={5} className={clsx(cell, "max-tablet:hidden")} />
    </>
  );
}

/** "17.05 WIB", with the date when it is not the report's; and whether that was after the cut-off. */
function Received(props: {
  readonly report: SourceReport;
  readonly timeZone: SourceProps["campaign"]["timeZone"];
}) {
  const t = useTranslations("source.table");
  const format = formats(useLocale());
  const { report, timeZone } = props;
  const day = localDay(report.receivedAt, timeZone);
  return (
    <>
      {day === report.day ? "" : `${format.shortDay(day)}, `}
      {format.time(report.receivedAt, timeZone)}
      {report.isOnTime ? null : (
        <span className="late">
          <Clock aria-hidden />
          {t("late")}
        </span>
      )}
    </>
  );
}
