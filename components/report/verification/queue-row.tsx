import { Lock, TriangleAlert, UserRound } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import type { EntryColumn } from "@/lib/report/entry-row";
import { usePartNames } from "@/components/report/use-part-names";
import type { ReportPart } from "@/lib/report/part/part";
import type { QueueCell, QueueReport } from "@/lib/report/verification/queue";

import { deskForm } from "./desk-form";
import type { MarkedReport } from "./marked-report";
import { TellLink } from "./tell-link";
import { SettleFields } from "./settle-fields";
import { useWhen, type ZonedMoment } from "./use-when";
import { WarningList } from "./warning-list";

type RowProps = {
  readonly report: MarkedReport;
  readonly columns: readonly EntryColumn[];
  readonly slug: string;
  readonly moment: ZonedMoment;
  readonly isReadOnly: boolean;
};

/** One report: its numbers in a line, and under it what is to be looked at and who did what. */
export function QueueRow(props: RowProps) {
  const t = useTranslations("verification.list");
  const format = formats(useLocale());
  const when = useWhen(props.moment);
  const { report, columns } = props;
  const day = format.weekdayDay(report.day);
  const cellOf = (key: string) => report.cells.find((cell) => cell.key === key);
  const sum = report.cells.reduce((total, { residents }) => total + residents, 0);

  return (
    <tbody className="report">
      <tr>
        <td rowSpan={2}>
          <Tick report={report} day={day} isReadOnly={props.isReadOnly} />
        </td>
        <th scope="rowgroup" rowSpan={2}>
          <span className="unit">
            {props.isReadOnly ? (
              <b>{report.unitName}</b>
            ) : (
              <Link
                href={withQuery(routes.entryOf(report.unit), {
                  kampanye: props.slug,
                  hari: report.day,
                })}
                prefetch={false}
              >
                {report.unitName}
              </Link>
            )}
            <span>{day}</span>
          </span>
          <span className="numbers">
            {report.isZero ? t("zero") : <PhoneValues report={report} columns={columns} />}
          </span>
        </th>
        {columns.map(({ key }) => (
          <td key={key}>
            <Value cell={cellOf(key)} isZero={report.isZero} />
          </td>
        ))}
        <td className="sum">{format.count(sum)}</td>
        <td className="sent">{when(report.sentAt)}</td>
      </tr>
      <tr>
        <td colSpan={columns.length + 2}>
          <Remarks {...props} />
        </td>
      </tr>
    </tbody>
  );
}

/** The box to tick; a sign where there is nothing to verify, or nothing that one may. */
function Tick(props: Pick<RowProps, "report" | "isReadOnly"> & { readonly day: string }) {
  const t = useTranslations("verification.list");
  const { report, day } = props;
  if (report.status === "verified") {
    return (
      <span className="tick text-reached">
        <Lock aria-hidden className="size-4" />
        <span className="sr-only">{t("verified")}</span>
      </span>
    );
  }
  if (props.isReadOnly) return null;
  return report.isOwn ? (
    <span className="tick text-ink3">
      <UserRound aria-hidden className="size-4" />
    </span>
  ) : (
    <label className="tick">
      <span className="sr-only">{t("chooseReport", { unit: report.unitName, day })}</span>
      <input type="checkbox" name="laporan" value={report.mark} form={deskForm} />
    </label>
  );
}

/** What is to be looked at, who sent it, and what can be done with it alone. */
function Remarks(props: RowProps) {
  const t = useTranslations("verification.list");
  const act = useTranslations("verification.act");
  const format = formats(useLocale());
  const when = useWhen(props.moment);
  const { report, columns } = props;
  const day = format.weekdayDay(report.day);
  const settledBy = {
    who: report.settledBy ?? t("health"),
    when: when(report.settledAt ?? report.sentAt),
  };
  return (
    <div className="remarks">
      <div>
        <WarningList report={report} columns={columns} />
        {report.status === "returned" ? (
          <p>
            {t("returnedBy", settledBy)} <q>{report.returnReason}</q>{" "}
            {report.tellHref ? (
              <TellLink href={report.tellHref} name={t("tellOf", { unit: report.unitName, day })} />
            ) : null}
          </p>
        ) : null}
        {report.parts ? <Parts parts={report.parts} columns={columns} /> : null}
        {report.status === "verified" ? <p>{t("verifiedBy", settledBy)}</p> : null}
      </div>
      <p
        // Two words to press beside it leave a phone no room for a name.
        className={report.isOwn ? "max-tablet:basis-full" : undefined}
      >
        {report.sentBy ?? t("someone")}
        <span className="tablet:hidden">, {when(report.sentAt)}</span>
      </p>
      {report.isOwn && report.status !== "verified" && !props.isReadOnly ? (
        <details>
          <summary aria-label={act("verifyOwnUnit", { unit: report.unitName, day })}>
            {act("verifyOwn")}
          </summary>
          <SettleFields
            id={`alasan-sendiri-${report.unit}-${report.day}`}
            reasonName={`alasan-sendiri:${report.mark}`}
            label={act("ownReason")}
            hint="own"
            pressed={`sendiri:${report.mark}`}
            button={act("verifyOwnNow")}
            variant="primary"
          />
        </details>
      ) : null}
      {report.status === "returned" || props.isReadOnly ? null : (
        <details>
          <summary aria-label={act("returnUnit", { unit: report.unitName, day })}>
            {act("return")}
          </summary>
          <SettleFields
            id={`alasan-${report.unit}-${report.day}`}
            reasonName={`alasan:${report.mark}`}
            label={act("reason")}
            hint="returning"
            pressed={`kembalikan:${report.mark}`}
            button={act("returnNow")}
          />
        </details>
      )}
    </div>
  );
}

/** What the report says besides its tallies, in one line. */
function Parts(props: {
  readonly parts: readonly ReportPart[];
  readonly columns: readonly EntryColumn[];
}) {
  const t = useTranslations("verification.list");
  const format = formats(useLocale());
  const nameOf = usePartNames(
    (code) => props.columns.find((each) => each.intervention === code)?.shortName,
  );
  const list = props.parts.map((part) =>
    t("oneOf", { name: nameOf(part), count: format.count(part.count) }),
  );
  return <p>{list.join(" · ")}</p>;
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
  const nonResidents =
    cell.nonResidents > 0 ? (
      <span className="ml-0.5 text-axis text-ink3">
        <span aria-hidden>+{format.count(cell.nonResidents)}</span>
        <span className="sr-only">
          {t("list.nonResidents", { count, nonResidents: format.count(cell.nonResidents) })}
        </span>
      </span>
    ) : null;
  if (!cell.warning) {
    return (
      <>
        {count}
        {nonResidents}
      </>
    );
  }
  return (
    <span className="-mr-1 inline-flex items-center gap-1 rounded-cell bg-warn-tint px-1 font-semibold text-ink">
      <TriangleAlert aria-hidden className="size-3.5 text-warn" />
      <span className="sr-only">{t("warning.mark")} </span>
      {count}
      {nonResidents}
    </span>
  );
}

/** "MR 13 · 6 · 23, OPV 5" in one sentence: columns of one intervention stand together. */
function PhoneValues(props: {
  readonly report: QueueReport;
  readonly columns: readonly EntryColumn[];
}) {
  const t = useTranslations("verification.list");
  const format = formats(useLocale());
  const { report, columns } = props;
  const names = [...new Set(columns.map(({ shortName }) => shortName))];
  return names.map((name) => {
    const keys = columns.filter(({ shortName }) => shortName === name).map(({ key }) => key);
    const cells = report.cells.filter(({ key }) => keys.includes(key));
    if (cells.length === 0) return null;
    const isPlain = cells.every(({ warning, nonResidents }) => !warning && nonResidents === 0);
    return (
      <span key={name}>
        <i>{t("oneOf", { name, count: "" })}</i>
        {isPlain
          ? cells.map(({ residents }) => format.count(residents)).join(" · ")
          : cells.map((cell, index) => (
              <span key={cell.key}>
                {index > 0 ? <i> · </i> : null}
                <Value cell={cell} isZero={false} />
              </span>
            ))}
      </span>
    );
  });
}
