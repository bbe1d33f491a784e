import clsx from "clsx";
import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { HeadCell, NumberCell, RowHead, ScrollTable, TableHead } from "@/components/base/ui/table";
import { formats } from "@/lib/base/i18n/format";
import { sourceAddress } from "@/lib/monitor/source/address";
import type { OpenedReport } from "@/lib/monitor/source/server/report";
import type { CellHistory, CellValue } from "@/lib/report/history-schema";
import { changeReasons } from "@/lib/report/schema";
import { localDay, type TimeZone } from "@/lib/base/time/time-zone";
import { columnKeyOf } from "@/lib/campaign/column-key";

import { PartHistories } from "./part-histories";
import { noteClass } from "./note-class";
import { ReportStatusWord } from "./report-status";
import type { SourceProps } from "./source-props";

/** One report: where it stands, and every value that each of its cells ever had. */
export function ReportPanel(
  props: Omit<SourceProps, "reading"> & { readonly opened: OpenedReport | null },
) {
  const t = useTranslations("source.report");
  const format = formats(useLocale());
  const { campaign, params, opened } = props;
  const close = (
    <a
      href={sourceAddress(campaign, params.of, { halaman: params.page > 1 ? params.page : "" })}
      className="inline-flex min-h-11 items-center gap-1.5 text-dense underline underline-offset-3 tablet:min-h-7 print:hidden"
    >
      <X aria-hidden className="size-4" />
      {t("close")}
    </a>
  );
  if (opened === null) {
    return (
      <p id="laporan" className="mt-5 flex flex-wrap items-center gap-x-4 text-ink2">
        {t("missing")} {close}
      </p>
    );
  }

  const { report, cells } = opened;
  const groupName = (code: string) =>
    campaign.targetGroups.find((group) => group.code === code)?.name ?? code;
  const shortName = (code: string) =>
    campaign.interventions.find((each) => each.code === code)?.shortName ?? code;
  return (
    <div id="laporan" className="mt-5 scroll-mt-4">
      <Panel
        title={t("title", { place: report.name, date: format.day(report.day) })}
        actions={close}
      >
        <div className="mt-1 text-dense">
          <ReportStatusWord status={report.status} />
          <ReportEvents events={cells[0]?.history.events ?? []} timeZone={campaign.timeZone} />
        </div>
        <ScrollTable look="dense-table" onPhone="cards" label={t("history")} frame="mt-3">
          <TableHead>
            {(["cell", "value", "nonResidents", "history"] as const).map((key) => (
              <HeadCell
                key={key}
                isNumber={key === "value" || key === "nonResidents"}
                className="whitespace-nowrap"
              >
                {t(key)}
              </HeadCell>
            ))}
          </TableHead>
          <tbody>
            {cells.map(({ intervention, targetGroup, history }) => {
              const now = history.values.find(({ kind }) => kind !== "kept");
              return (
                <tr key={columnKeyOf({ intervention, targetGroup })} className="align-top">
                  <RowHead>
                    {shortName(intervention)}, {groupName(targetGroup)}
                  </RowHead>
                  <NumberCell className="font-semibold">
                    <Value value={now} />
                  </NumberCell>
                  <NumberCell
                    className={clsx("text-ink2", noteClass((now?.nonResidents ?? 0) > 0))}
                  >
                    <span className="tablet:hidden">{t("nonResidents")} </span>
                    {format.count(now?.nonResidents ?? null)}
                  </NumberCell>
                  <td className="max-tablet:basis-full tablet:min-w-64">
                    <ol className="space-y-1">
                      {history.values.map((value) => (
                        <ValueLine
                          key={value.submission}
                          value={value}
                          timeZone={campaign.timeZone}
                        />
                      ))}
                    </ol>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </ScrollTable>
        {opened.parts.length > 0 ? (
          <PartHistories
            parts={opened.parts}
            interventions={campaign.interventions}
            timeZone={campaign.timeZone}
          />
        ) : null}
      </Panel>
    </div>
  );
}

/** A number, or why there is none. */
function Value({ value }: { readonly value: CellValue | undefined }) {
  const t = useTranslations("source.report.kinds");
  const format = formats(useLocale());
  if (value === undefined) return "–";
  return value.residents === null || value.kind === "kept"
    ? t(value.kind)
    : format.count(value.residents);
}

/** "41 · Lurah Selat Hilir, 4 Jun, 16.02 WIB · layar isian · alasan: salah ketik" */
function ValueLine({
  value,
  timeZone,
}: {
  readonly value: CellValue;
  readonly timeZone: TimeZone;
}) {
  const t = useTranslations("source");
  const reasons = useTranslations("audit.reasons");
  const format = formats(useLocale());
  const at = new Date(value.receivedAt);
  const code = changeReasons.find((each) => each === value.reason?.code);
  const reason = [code ? reasons(code) : value.reason?.code, value.reason?.note]
    .filter((part) => part !== undefined && part !== "")
    .join(": ");
  return (
    <li>
      <b className="font-semibold">
        <Value value={value} />
      </b>
      <span className="text-ink2">
        {" · "}
        {value.by ?? t("report.someone")}, {format.shortDay(localDay(at, timeZone))},{" "}
        {format.time(at, timeZone)} · {t(`via.${value.via}`)}
        {reason === "" ? "" : ` · ${t("report.reason", { reason })}`}
      </span>
    </li>
  );
}

/** When it was verified or returned, by whom and why, latest first. */
function ReportEvents(props: {
  readonly events: CellHistory["events"];
  readonly timeZone: TimeZone;
}) {
  const t = useTranslations("source.report");
  const format = formats(useLocale());
  if (props.events.length === 0) return null;
  return (
    <ol className="mt-1 space-y-0.5 text-ink2">
      {props.events.map(({ kind, by, at, reason }) => {
        const when = new Date(at);
        return (
          <li key={`${kind} ${at}`}>
            {t(`events.${kind}`)}: {by ?? t("someone")},{" "}
            {format.shortDay(localDay(when, props.timeZone))}, {format.time(when, props.timeZone)}
            {reason ? ` · ${t("reason", { reason })}` : ""}
          </li>
        );
      })}
    </ol>
  );
}
