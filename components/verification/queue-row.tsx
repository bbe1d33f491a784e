import clsx from "clsx";
import { Lock, TriangleAlert, UserRound } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/i18n/format";
import { routes, withQuery } from "@/lib/routes";
import type { EntryColumn } from "@/lib/tally/entry-row";
import type { QueueCell, QueueReport } from "@/lib/verification/queue";
import { markText } from "@/lib/verification/report-mark";

import { deskForm } from "./desk-form";
import { SettleFields } from "./settle-fields";
import { useWhen, type Moment } from "./use-when";
import { WarningList } from "./warning-list";

/** One report: its numbers in a line, and under it what is to be looked at and who did what. */
export function QueueRow(props: {
  readonly report: QueueReport;
  readonly columns: readonly EntryColumn[];
  readonly slug: string;
  readonly moment: Moment;
}) {
  const t = useTranslations("verification.list");
  const act = useTranslations("verification.act");
  const format = formats(useLocale());
  const when = useWhen(props.moment);
  const { report, columns } = props;
  const day = format.weekdayDay(report.day);
  const cellOf = (key: string) => report.cells.find((cell) => cell.key === key);
  const sum = report.cells.reduce((total, { residents }) => total + residents, 0);
  const settledBy = {
    who: report.settledBy ?? t("health"),
    when: when(report.settledAt ?? report.sentAt),
  };

  return (
    <tbody className="max-tablet:block max-tablet:border-b max-tablet:border-line max-tablet:py-2">
      <tr className="max-tablet:grid max-tablet:grid-cols-[2.75rem_1fr] tablet:[&>*]:pt-2">
        <td
          rowSpan={2}
          className="align-top max-tablet:row-span-2 tablet:border-b tablet:border-line tablet:pr-2"
        >
          {report.status === "verified" ? (
            <span className="grid size-11 place-items-center text-reached tablet:size-6">
              <Lock aria-hidden className="size-4" />
              <span className="sr-only">{t("verified")}</span>
            </span>
          ) : report.isOwn ? (
            <span className="grid size-11 place-items-center text-ink3 tablet:size-6">
              <UserRound aria-hidden className="size-4" />
            </span>
          ) : (
            <label className="grid size-11 cursor-pointer place-items-center tablet:size-6">
              <span className="sr-only">{t("chooseReport", { unit: report.unitName, day })}</span>
              <input
                type="checkbox"
                name="laporan"
                value={markText(report)}
                form={deskForm}
                className="size-5 accent-brand tablet:size-4.5"
              />
            </label>
          )}
        </td>
        <th
          scope="rowgroup"
          rowSpan={2}
          className="text-left align-top font-normal tablet:border-b tablet:border-line tablet:pr-3 tablet:pb-2"
        >
          <span className="max-tablet:flex max-tablet:flex-wrap max-tablet:items-center max-tablet:gap-x-2">
            <Link
              href={withQuery(routes.entryOf(report.unit), {
                kampanye: props.slug,
                hari: report.day,
              })}
              prefetch={false}
              className="inline-flex min-h-11 items-center font-medium text-ink tablet:min-h-6"
            >
              {report.unitName}
            </Link>
            <span className="block text-note whitespace-nowrap text-ink2">{day}</span>
          </span>
          <span className="block text-dense tablet:hidden">
            {report.isZero ? t("zero") : <PhoneValues report={report} columns={columns} />}
          </span>
        </th>
        {columns.map(({ key }) => (
          <td key={key} className="pl-2 text-right whitespace-nowrap max-tablet:hidden">
            <Value cell={cellOf(key)} isZero={report.isZero} />
          </td>
        ))}
        <td className="pl-4 text-right font-semibold max-tablet:hidden">{format.count(sum)}</td>
        <td className="whitespace-nowrap text-ink2 max-tablet:hidden tablet:pl-4">
          {when(report.sentAt)}
        </td>
      </tr>
      <tr className="max-tablet:block max-tablet:pl-11">
        <td
          colSpan={columns.length + 2}
          className="pb-2 max-tablet:block tablet:border-b tablet:border-line tablet:pl-2"
        >
          <div className="flex flex-wrap items-start gap-x-4 gap-y-1 max-tablet:items-center">
            <div className="grid min-w-0 grow basis-60 gap-1 self-center max-tablet:basis-full max-tablet:empty:hidden">
              <WarningList report={report} columns={columns} />
              {report.status === "returned" ? (
                <p className="text-note text-ink2">
                  {t("returnedBy", settledBy)} <q>{report.returnReason}</q>
                </p>
              ) : null}
              {report.status === "verified" ? (
                <p className="text-note text-ink2">{t("verifiedBy", settledBy)}</p>
              ) : null}
            </div>
            <p
              className={clsx(
                "py-0.5 text-note text-ink2 max-tablet:min-w-0 max-tablet:grow",
                // Two words to press beside it leave a phone no room for a name.
                report.isOwn ? "max-tablet:basis-full" : "max-tablet:basis-0",
              )}
            >
              {report.sentBy ?? t("someone")}
              <span className="tablet:hidden">, {when(report.sentAt)}</span>
            </p>
            {report.isOwn && report.status !== "verified" ? (
              <details className="open:basis-full">
                <summary
                  aria-label={act("verifyOwnUnit", { unit: report.unitName, day })}
                  className="flex min-h-11 items-center rounded-control px-2 text-note font-semibold text-link hover:bg-sunken tablet:min-h-6"
                >
                  {act("verifyOwn")}
                </summary>
                <SettleFields
                  id={`alasan-sendiri-${report.unit}-${report.day}`}
                  reasonName={`alasan-sendiri:${markText(report)}`}
                  label={act("ownReason")}
                  hint={act("ownReasonHint")}
                  pressed={`sendiri:${markText(report)}`}
                  button={act("verifyOwnNow")}
                  variant="primary"
                />
              </details>
            ) : null}
            {report.status === "returned" ? null : (
              <details className="open:basis-full">
                <summary
                  aria-label={act("returnUnit", { unit: report.unitName, day })}
                  className="flex min-h-11 items-center rounded-control px-2 text-note font-semibold text-link hover:bg-sunken tablet:min-h-6"
                >
                  {act("return")}
                </summary>
                <SettleFields
                  id={`alasan-${report.unit}-${report.day}`}
                  reasonName={`alasan:${markText(report)}`}
                  label={act("reason")}
                  hint={act("reasonHint")}
                  pressed={`kembalikan:${markText(report)}`}
                  button={act("returnNow")}
                />
              </details>
            )}
          </div>
        </td>
      </tr>
    </tbody>
  );
}

function Value(props: { readonly cell: QueueCell | undefined; readonly isZero: boolean }) {
  const t = useTranslations("verification");
  const format = formats(useLocale());
  const { cell } = props;
  if (!cell) {
    return props.isZero ? (
      <span className="text-ink3">0</span>
    ) : (
      <span className="text-ink3">
        <span aria-hidden>–</span>
        <span className="sr-only">{t("list.notCounted")}</span>
      </span>
    );
  }
  const count = format.count(cell.residents);
  const outside =
    cell.nonResidents > 0 ? (
      <span className="ml-0.5 text-axis text-ink3">
        <span aria-hidden>+{format.count(cell.nonResidents)}</span>
        <span className="sr-only">
          {t("list.outside", { count, outside: format.count(cell.nonResidents) })}
        </span>
      </span>
    ) : null;
  if (!cell.warning) {
    return (
      <>
        {count}
        {outside}
      </>
    );
  }
  return (
    <span className="-mr-1 inline-flex items-center gap-1 rounded-cell bg-warn-tint px-1 font-semibold text-ink">
      <TriangleAlert aria-hidden className="size-3.5 text-warn" />
      <span className="sr-only">{t("warning.mark")} </span>
      {count}
      {outside}
    </span>
  );
}

/** "MR 13 · 6 · 23, OPV 5" in one sentence: columns of one intervention stand together. */
function PhoneValues(props: {
  readonly report: QueueReport;
  readonly columns: readonly EntryColumn[];
}) {
  const t = useTranslations("verification.list");
  const { report, columns } = props;
  const names = [...new Set(columns.map(({ shortName }) => shortName))];
  return names.map((name) => {
    const keys = columns.filter(({ shortName }) => shortName === name).map(({ key }) => key);
    const cells = report.cells.filter(({ key }) => keys.includes(key));
    return cells.length === 0 ? null : (
      <span key={name} className="mr-3 inline-block whitespace-nowrap">
        <span className="text-ink2">{t("oneOf", { name, count: "" })}</span>
        {cells.map((cell, index) => (
          <span key={cell.key}>
            {index > 0 ? <span className="text-ink3"> · </span> : null}
            <Value cell={cell} isZero={false} />
          </span>
        ))}
      </span>
    );
  });
}
