import { Clock } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { RowHead } from "@/components/base/ui/table";
import type { Campaign } from "@/lib/campaign/campaign";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import { localDay } from "@/lib/base/time/time-zone";
import type { UnitDay } from "@/lib/monitor/coverage/unit";
import { sourceAddress } from "@/lib/monitor/source/address";
import { unitDayKeyOf } from "@/lib/report/report-key";

/** A target group under its intervention. */
export type DayColumn = {
  readonly key: string;
  /** Code of the group. */
  readonly group: string;
  readonly startsIntervention: boolean;
};

type Unit = { readonly code: string; readonly name: string };

/** One day: its numbers, when its report came and from whom. */
export function UnitDayRow(props: {
  readonly day: UnitDay;
  readonly columns: readonly DayColumn[];
  readonly campaign: Campaign;
  readonly unit: Unit;
  readonly round: number;
  readonly mayEnter: boolean;
}) {
  const t = useTranslations("coverage.days");
  const format = formats(useLocale());
  const { campaign, columns, day, unit } = props;
  return (
    <tr {...(day.report === null && { className: "text-ink3" })}>
      <RowHead>
        {props.mayEnter ? (
          <Link
            href={withQuery(routes.entryOf(unit.code), { kampanye: campaign.slug, hari: day.day })}
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
      </RowHead>
      {columns.map(({ key, startsIntervention }, index) => (
        <td key={key} className={startsIntervention ? "number start" : "number"}>
          <Counts day={day} index={index} />
        </td>
      ))}
      <td className="start">
        {day.report === null ? (
          t("missing")
        ) : (
          <Received
            report={day.report}
            day={day.day}
            campaign={campaign}
            unit={unit}
            round={props.round}
          />
        )}
      </td>
      <td>{day.report?.submittedBy ?? "–"}</td>
    </tr>
  );
}

function Counts(props: { readonly day: UnitDay; readonly index: number }) {
  const t = useTranslations("coverage.days");
  const format = formats(useLocale());
  const counts = props.day.cells[props.index];
  if (!counts) return props.day.report?.isZero ? "0" : "";
  return (
    <>
      {format.count(counts.residents)}
      {counts.nonResidents > 0 ? (
        <span className="block text-axis text-ink3">
          {t("nonResidents", { count: format.count(counts.nonResidents) })}
        </span>
      ) : null}
    </>
  );
}

/** When it came, with the way to it; that it was late, nihil or corrected. */
function Received(props: {
  readonly report: NonNullable<UnitDay["report"]>;
  readonly day: UnitDay["day"];
  readonly campaign: Campaign;
  readonly unit: Unit;
  readonly round: number;
}) {
  const t = useTranslations("coverage.days");
  const link = useTranslations("source.link");
  const format = formats(useLocale());
  const { campaign, day, report, unit } = props;
  const receivedOn = localDay(report.receivedAt, campaign.timeZone);
  const number = {
    place: unit.code,
    intervention: null,
    round: props.round,
    from: day,
    to: day,
  };
  return (
    <>
      <a
        href={`${sourceAddress(campaign, number, { laporan: unitDayKeyOf({ unit: unit.code, day }) })}#laporan`}
        title={link("report", { place: unit.name, date: format.shortDay(day) })}
        className="sent"
      >
        {receivedOn === day ? "" : `${format.shortDay(receivedOn)}, `}
        {format.time(report.receivedAt, campaign.timeZone)}
      </a>
      {report.isOnTime ? null : (
        <span className="late">
          <Clock aria-hidden />
          {t("late")}
        </span>
      )}
      {report.isZero ? <span className="ml-2 text-ink2">{t("zero")}</span> : null}
      {report.version > 1 ? (
        <span className="ml-2 text-ink3">{t("corrected", { count: report.version - 1 })}</span>
      ) : null}
    </>
  );
}
