import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import type { DataCell } from "@/components/base/ui/data-table-row";
import { formats, noData } from "@/lib/base/i18n/format";
import { coverageDifference } from "@/lib/coverage/difference";
import { announcedCounts } from "@/lib/monitor/announced";
import type { CoverageColumn } from "@/lib/monitor/coverage/columns";
import type { PlaceRow } from "@/lib/monitor/coverage/rows";
import { hasCoverage, statusWord } from "@/lib/monitor/assessment";
import { addDays, daysBetween } from "@/lib/base/time/calendar-day";
import { localDay } from "@/lib/base/time/time-zone";

import { useEndedName } from "../use-ended-name";
import type { CoverageProps } from "./coverage-props";
import { PwsWord } from "./pws-word";
import { StatusBadge } from "./status-badge";
import { useCoverageLinks } from "./use-coverage-links";

const statusRank = { reached: 1, onTrack: 2, behind: 3, noGoal: 4, unknown: 5 } as const;
const pwsRank = { good: 1, fair: 2, poor: 3, bad: 4 } as const;

/** What each column of the coverage table says of a row, and where its numbers lead. */
export function useCoverageCells(props: CoverageProps) {
  const { params, view } = props;
  const t = useTranslations("coverage.table");
  const linkOf = useCoverageLinks(props);
  const format = formats(useLocale());
  const nameOf = useEndedName(view.ended);
  const latest = useLatestReport(props);
  const eve = addDays(params.on, -1);
  const isServiceEve = eve >= params.round.startsOn && view.calendar.phase === "running";

  function cellOf(row: PlaceRow, column: CoverageColumn): DataCell {
    const people = row.targetPopulation;
    const { required, forecast, recentPace } = row.verdict;
    switch (column) {
      case "nama":
        return nameOf(row);
      case "kecamatan":
        return row.subdistrictName;
      case "sasaran":
        return people;
      case "diimunisasi":
        return row.hasReported ? row.dosesAdministered : null;
      case "belum":
        return !row.hasReported
          ? null
          : row.unverifiedDoses === 0
            ? [format.count(0), null]
            : row.unverifiedDoses;
      case "cakupan":
        return hasCoverage(row)
          ? [format.coverage(row), row.coverage]
          : row.announced && row.targetPopulation
            ? [
                t("announced", { figure: format.coverage(announcedCounts(row.announced, row)) }),
                null,
              ]
            : null;
      case "sumber-lain": {
        const otherTarget = hasCoverage(row) ? (row.otherTarget ?? null) : null;
        const difference = coverageDifference({ ...row, otherTarget });
        if (difference === null) return null;
        const coverage = format.coverage({ ...row, targetPopulation: otherTarget });
        const points = format.points(difference.tenths);
        return [
          t(difference.isLarge ? "otherFar" : "otherNear", { coverage, points }),
          difference.tenths,
        ];
      }
      case "status":
        return [statusWord(row), statusRank[row.status]];
      case "kurang":
        return row.needed;
      case "belum-terjangkau":
        return row.remaining;
      case "perlu":
        return required.kind === "perDay" ? required.perDay : null;
      case "laju":
        return recentPace === null ? null : [format.pace(recentPace), recentPace];
      case "perkiraan":
        return forecast && people && required.kind === "perDay"
          ? [
              format.percentRange(forecast.low / people, forecast.high / people, row.coverageGoal),
              (forecast.low + forecast.high) / people,
            ]
          : null;
      case "di-bawah":
        return row.unitsBelowGoal === null
          ? null
          : [share(row.unitsBelowGoal, row.units), row.unitsBelowGoal];
      case "lapor":
        return [
          share(row.unitsReported, row.unitsAwaited),
          row.unitsReported / Math.max(1, row.unitsAwaited),
        ];
      case "kemarin":
        return row.yesterday !== null
          ? [format.signed(row.yesterday), row.yesterday]
          : isServiceEve
            ? t("notReported")
            : noData;
      case "terakhir":
        return latest(row);
      case "pws":
        return row.pws === null || row.trend === null
          ? null
          : [`${row.pws} ${row.trend}`, pwsRank[row.pws]];
    }
  }

  function share(part: number, all: number): string {
    return t("share", { part: format.count(part), all: format.count(all) });
  }

  /** Status and PWS category are drawn: each drawing once, however many rows have it. */
  function drawingsOf(rows: readonly PlaceRow[]): Record<string, ReactNode> {
    return Object.fromEntries(
      rows.flatMap((row) => [
        [statusWord(row), <StatusBadge key="status" status={statusWord(row)} look="inline" />],
        [`${String(row.pws)} ${String(row.trend)}`, <PwsWord key="pws" row={row} />],
      ]),
    );
  }

  return { cellOf, linkOf, drawingsOf };
}

/** "hari ini, 15.05", "kemarin", "1 Juni (3 hari lalu)"; a date alone once the round is over. */
function useLatestReport({ campaign, params, view }: CoverageProps) {
  const t = useTranslations("coverage.table");
  const format = formats(useLocale());

  return ({ lastReport }: PlaceRow): DataCell => {
    if (lastReport === null) return view.calendar.phase === "before" ? null : [t("never"), null];
    const { day, receivedAt } = lastReport;
    return [told(day, receivedAt), receivedAt.toISOString()];
  };

  function told(day: string, receivedAt: Date): string {
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
}
