import { remaining } from "@/lib/coverage/needed";
import { cellWarning, type CellWarning } from "@/lib/report/cell-warning";
import type { EntryCell } from "@/lib/report/entry-row";
import type { ReportPart } from "@/lib/report/part/part";
import type { ReportStatus } from "@/lib/report/schema";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { type ColumnKey } from "@/lib/campaign/column-key";

/** A count of a report with what is to be asked about it. */
export type QueueCell = {
  readonly key: ColumnKey;
  readonly residents: number;
  readonly nonResidents: number;
  readonly warning: CountWarning | null;
};

/** Why a count is to be looked at; the rules of the entry screen, and two that only show here. */
export type CountWarning = {
  /** More than remains, far above the usual; null: neither. */
  readonly entry: CellWarning | null;
  /** Doses up to and including the day, and people, when the doses are more; else null. */
  readonly above: { readonly doses: number; readonly people: number } | null;
  /** A cumulative figure fell: the day takes doses back. */
  readonly isTakenBack: boolean;
};

/** A report as the health office looks at it. */
export type QueueReport = {
  readonly unit: string;
  readonly unitName: string;
  /** Code and name of its subdistrict. */
  readonly place: string;
  readonly placeName: string;
  readonly day: CalendarDay;
  readonly version: number;
  readonly status: ReportStatus;
  readonly isZero: boolean;
  /** Name of who sent the version that stands; null: not known. */
  readonly sentBy: string | null;
  /** Id of who is to send a returned report again; null: it is not returned, or they are not known. */
  readonly returnedTo: string | null;
  /** Whether that is the person asking: it is not verified along with others'. */
  readonly isOwn: boolean;
  readonly sentAt: string;
  /** Whether the first version came before the cut-off. */
  readonly isOnTime: boolean;
  readonly returnReason: string | null;
  /** Who verified or returned it, and when; null: nobody has. */
  readonly settledBy: string | null;
  readonly settledAt: string | null;
  /** Whether who verified it had sent it. */
  readonly isSelfVerified: boolean;
  /** Counted columns, in the campaign's order. */
  readonly cells: readonly QueueCell[];
  /** What it says besides tallies; null: nothing. */
  readonly parts: readonly ReportPart[] | null;
};

/** Doses of one column of one unit and round: a count a day, days ascending. */
export type CountHistory = {
  readonly days: readonly CalendarDay[];
  readonly residents: readonly number[];
  readonly nonResidents: readonly number[];
};

/**
 * The count of a day as the queue shows it; null: the report did not count the column.
 *
 * @param deviations From the usual that a count may be off: the campaign's setting.
 */
export function queueCell(
  key: ColumnKey,
  history: CountHistory,
  day: CalendarDay,
  { target, deviations }: Pick<EntryCell, "target" | "deviations">,
): QueueCell | null {
  const at = history.days.indexOf(day);
  const residents = history.residents[at];
  if (residents === undefined) return null;

  const earlier = history.residents.slice(0, at);
  const before = earlier.reduce((sum, count) => sum + count, 0);
  const cell: EntryCell = {
    before: Math.max(0, before),
    yesterday: null,
    target,
    usual: earlier.filter((count) => count > 0).slice(-7),
    deviations,
  };
  const nonResidents = history.nonResidents[at] ?? 0;
  return { key, residents, nonResidents, warning: countWarning(cell, residents) };
}

function countWarning(cell: EntryCell, residents: number): CountWarning | null {
  if (residents < 0) return { entry: null, above: null, isTakenBack: true };
  if (residents === 0) return null;
  const entry = cellWarning(cell, residents);
  const doses = cell.before + residents;
  const left = remaining({ dosesAdministered: doses, targetPopulation: cell.target });
  const above = left === 0 && cell.target !== null && doses > cell.target;
  if (entry === null && !above) return null;
  return { entry, above: above ? { doses, people: cell.target } : null, isTakenBack: false };
}

/** Whether there is anything about a report to look at before it is verified. */
export function hasWarnings(report: QueueReport): boolean {
  return (
    !report.isOnTime || report.version > 1 || report.cells.some(({ warning }) => warning !== null)
  );
}

/** The reports of one subdistrict, as they follow each other in the queue. */
type QueuePlace = {
  readonly code: string;
  readonly name: string;
  readonly reports: readonly QueueReport[];
};

/** Reports by subdistrict, in the order in which they come. */
export function byPlace(reports: readonly QueueReport[]): QueuePlace[] {
  const places = new Map<string, { code: string; name: string; reports: QueueReport[] }>();
  for (const report of reports) {
    const { place: code, placeName: name } = report;
    const place = places.get(code) ?? { code, name, reports: [] };
    place.reports.push(report);
    places.set(code, place);
  }
  return [...places.values()];
}

/** How far a subdistrict's reports are. */
export type PlaceProgress = {
  readonly code: string;
  readonly name: string;
  readonly waiting: number;
  readonly returned: number;
  readonly verified: number;
};
