import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { goalRatio } from "@/lib/coverage/goal";
import { formats } from "@/lib/i18n/format";
import type { ColumnKey } from "@/lib/monitor/coverage-view-columns";
import type { PlaceRow } from "@/lib/monitor/coverage-view-rows";
import { addDays, daysBetween } from "@/lib/time/calendar-day";
import { localDay } from "@/lib/time/time-zone";
import { hasCoverage, statusWord } from "@/lib/monitor/standing";

import type { CoverageProps } from "./coverage-props";
import { PlaceNumber } from "./place-number";
import { PwsWord } from "./pws-word";
import { StatusBadge } from "./status-badge";

/** One figure of one row, as the table writes it. */
export function CoverageCell(
  props: CoverageProps & { readonly row: PlaceRow; readonly column: ColumnKey },
): ReactNode {
  const t = useTranslations("coverage.table");
  const format = formats(useLocale());
  const { row } = props;
  const people = row.targetPopulation;
  const { required, forecast, recentPace } = row.verdict;
  switch (props.column) {
    case "nama":
      return row.name;
    case "kecamatan":
      return row.subdistrictName;
    case "sasaran":
      return people === null ? (
        "–"
      ) : (
        <PlaceNumber {...props} kind="people" count={people}>
          {format.count(people)}
        </PlaceNumber>
      );
    case "diimunisasi":
      return row.hasReported ? (
        <PlaceNumber {...props} kind="doses" count={row.dosesAdministered}>
          {format.count(row.dosesAdministered)}
        </PlaceNumber>
      ) : (
        "–"
      );
    case "belum":
      return row.hasReported ? (
        <PlaceNumber {...props} kind="unverified" count={row.unverifiedDoses}>
          {format.count(row.unverifiedDoses)}
        </PlaceNumber>
      ) : (
        "–"
      );
    case "cakupan":
      return hasCoverage(row) ? (
        <PlaceNumber {...props} kind="coverage" count={row.dosesAdministered}>
          {format.coverage(row)}
        </PlaceNumber>
      ) : (
        "–"
      );
    case "status":
      return <StatusBadge status={statusWord(row)} look="inline" />;
    case "kurang":
      return format.count(row.needed);
    case "belum-terjangkau":
      return format.count(row.remaining);
    case "perlu":
      return required.kind === "perDay" ? format.count(required.perDay) : "–";
    case "laju":
      return format.pace(recentPace);
    case "perkiraan":
      return forecast && people && required.kind === "perDay"
        ? format.percentRange(
            forecast.low / people,
            forecast.high / people,
            goalRatio(row.coverageGoal),
          )
        : "–";
    case "di-bawah":
      return t("share", { part: format.count(row.unitsBelowGoal), all: format.count(row.units) });
    case "lapor":
      return t("share", {
        part: format.count(row.unitsReported),
        all: format.count(row.unitsAwaited),
      });
    case "kemarin":
      return <Yesterday {...props} />;
    case "terakhir":
      return <LatestReport {...props} />;
    case "pws":
      return <PwsWord row={row} />;
  }
}

type CellProps = CoverageProps & { readonly row: PlaceRow };

function Yesterday(props: CellProps) {
  const { row, params, view } = props;
  const t = useTranslations("coverage.table");
  const format = formats(useLocale());
  if (row.yesterday !== null) {
    return (
      <PlaceNumber {...props} kind="day" count={row.yesterday} day={addDays(params.on, -1)}>
        {format.signed(row.yesterday)}
      </PlaceNumber>
    );
  }
  const isServiceDay =
    addDays(params.on, -1) >= params.round.startsOn && view.calendar.phase === "running";
  return <span className="text-ink3">{isServiceDay ? t("notReported") : "–"}</span>;
}

/** "hari ini, 15.05", "kemarin", "1 Juni (3 hari lalu)"; a date alone once the round is over. */
function LatestReport({ row, campaign, params, view }: CellProps) {
  const t = useTranslations("coverage.table");
  const format = formats(useLocale());
  if (row.lastReport === null) {
    return view.calendar.phase === "before" ? "–" : <span className="text-ink3">{t("never")}</span>;
  }
  const { day, receivedAt } = row.lastReport;
  const days = daysBetween(day, params.on);
  if (view.calendar.phase === "ended") return format.shortDay(day);
  if (days === 0) {
    return localDay(receivedAt, campaign.timeZone) === day
      ? t("today", { time: format.time(receivedAt, campaign.timeZone).slice(0, 5) })
      : format.shortDay(day);
  }
  if (days === 1) return t("yesterday");
  return t("daysAgo", { date: format.shortDay(day), days: String(days) });
}
