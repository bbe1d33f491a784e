import clsx from "clsx";
import { Clock } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { CoveragePanel } from "@/components/monitor/coverage/coverage-panel";
import { HeadCell, NumberCell, RowHead, ScrollTable, TableHead } from "@/components/base/ui/table";
import { formats } from "@/lib/base/i18n/format";
import { sourceAddress } from "@/lib/monitor/source/address";
import type { SourceReport } from "@/lib/monitor/source/shape";
import { localDay } from "@/lib/base/time/time-zone";
import { unitDayKeyOf } from "@/lib/report/report-key";

import { noteClass } from "./note-class";
import { ReportStatusWord } from "./report-status";
import { SourcePages } from "./source-pages";
import { sourcesPerPage, type DosesReading, type SourceProps } from "./source-props";

/** Every report that makes the number, by place and day, with the sum of all. */
export function ReportTable(props: SourceProps<DosesReading>) {
  const t = useSentences("source", props.params.wording);
  const format = formats(useLocale());
  const { campaign, params, reading } = props;
  const { reports, sums } = reading;
  const isSummed = reading.notAdded === null;
  const hasOthers = isSummed && sums.allNonResidentDoses > 0;
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
      <ScrollTable
        look="source-reports"
        onPhone="cards"
        label={t("table.title")}
        frame="mt-3"
        isTall
      >
        <TableHead>
          {columns
            .filter((key) => hasOthers || key !== "nonResidents")
            .filter((key) => isSummed || key !== "doses")
            .map((key) => (
              <HeadCell key={key} isNumber={key === "doses" || key === "nonResidents"}>
                {t(`table.${key}`)}
              </HeadCell>
            ))}
        </TableHead>
        <tbody>
          {reports.map((report) => (
            <ReportRow
              key={unitDayKeyOf(report)}
              {...props}
              report={report}
              hasOthers={hasOthers}
            />
          ))}
        </tbody>
        {isSummed ? (
          <tfoot>
            {isPaged ? (
              <Foot label={t("table.pageTotal")} hasOthers={hasOthers} isStrong={false}>
                {[sum(({ doses }) => doses), sum(({ nonResidentDoses }) => nonResidentDoses)]}
              </Foot>
            ) : null}
            <Foot label={t("table.total")} hasOthers={hasOthers} isStrong>
              {[format.count(sums.allDoses), format.count(sums.allNonResidentDoses)]}
            </Foot>
          </tfoot>
        ) : null}
      </ScrollTable>
      <SourcePages campaign={campaign} params={params} all={sums.reports} />
    </CoveragePanel>
  );
}

const columns = [
  "place",
  "day",
  "doses",
  "nonResidents",
  "status",
  "by",
  "received",
  "via",
  "version",
] as const;

function ReportRow({
  campaign,
  params,
  reading,
  report,
  hasOthers,
}: SourceProps<DosesReading> & { readonly report: SourceReport; readonly hasOthers: boolean }) {
  const t = useTranslations("source");
  const format = formats(useLocale());
  const isWide = reading.root.kind === "district";
  return (
    <tr>
      <RowHead>
        <span>{report.name}</span>
        {isWide && report.subdistrictName !== report.name ? (
          <small>{report.subdistrictName}</small>
        ) : null}
      </RowHead>
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
      {reading.notAdded === null ? (
        <td className="doses">
          {format.count(report.doses)}
          {report.isZero ? <small>{t("table.zero")}</small> : null}
        </td>
      ) : null}
      {hasOthers ? (
        <td className={clsx("others", noteClass(report.nonResidentDoses > 0))}>
          <span>{t("table.nonResidents")} </span>
          {format.count(report.nonResidentDoses)}
        </td>
      ) : null}
      <td className="note">
        <ReportStatusWord status={report.status} />
      </td>
      <td className={noteClass(report.submittedBy !== null)}>{report.submittedBy ?? "–"}</td>
      <td className="note">
        <Received report={report} timeZone={campaign.timeZone} />
      </td>
      <td className={clsx("text-ink2", noteClass(report.via !== null))}>
        {report.via === null ? "–" : t(`via.${report.via}`)}
      </td>
      <td className={clsx("text-ink2", noteClass(report.version > 1))}>
        {report.version > 1 ? t("table.corrected", { count: report.version - 1 }) : "–"}
      </td>
    </tr>
  );
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
    <tr>
      <RowHead colSpan={2} className={weight}>
        {props.label}
      </RowHead>
      <NumberCell className={weight}>{doses}</NumberCell>
      {props.hasOthers ? (
        <NumberCell className={clsx("unsaid", weight)}>{others}</NumberCell>
      ) : null}
      <td colSpan={5} className="unsaid" />
    </tr>
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
