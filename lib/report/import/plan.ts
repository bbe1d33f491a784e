import { onlyFillsEmpty } from "@/lib/report/reason-rule";
import { columnKeyOf, type ColumnKey } from "@/lib/campaign/column-key";
import { partKeyOf } from "@/lib/report/part/key";
import type { ReportPart } from "@/lib/report/part/part";
import { contentOf, isSameContent } from "@/lib/report/report-content";
import { unitDayKeyOf, unitRoundKeyOf, type UnitRoundKey } from "@/lib/report/report-key";
import type { DailyReportSubmission, EntryFigures, StoredReport } from "@/lib/report/schema";
import type { WriteAccess } from "@/lib/report/write-access";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { LaterDays, placeOf, type CumulativeDay } from "./later-day";
import type { Rejected, RejectionMemory, RowRejection } from "./rejection";
import type { TallySheetCheck, SheetReport } from "@/lib/report/import/server/sheet-check";
import {
  eachMeasure,
  eachOther,
  hasDoses,
  type Measure,
  type OtherMeasure,
} from "@/lib/campaign/measures";
import { StoredDoses, type StoredDay } from "./stored-doses";

type Tallies = DailyReportSubmission["tallies"];

/** What the campaign has of the units and days of a file, and what this person may change of it. */
export type ImportContext = {
  readonly standings: readonly {
    readonly unit: string;
    readonly day: string;
    /** null: it was withdrawn. */
    readonly standing: StoredReport | null;
    /** The last version that was ever sent; null: none was. */
    readonly lastVersion: number | null;
  }[];
  /** Doses of the rounds, of the units of the file. */
  readonly doses: readonly StoredDay[];
  /** Reports of the units of a file that stand as cumulative figures. */
  readonly cumulative: readonly CumulativeDay[];
  /** What this person may do with a report of a subdistrict's unit, by what stands there. */
  readonly accessTo: (
    report: { readonly unit: string; readonly day: CalendarDay; readonly subdistrict: string },
    standing: StoredReport | null,
  ) => Pick<WriteAccess, "lock">;
};

/**
 * What becomes of a row that can be read. `fresh`: nothing stands, or only
 * cells that this person left empty are filled. `same`: it stands already.
 * `differs`: another version stands; it is written over only where that was chosen.
 */
export type PlannedRow = {
  readonly report: SheetReport;
  readonly kind: "fresh" | "same" | "differs";
  /** Whether storing sends it. */
  readonly isSent: boolean;
  readonly zero: boolean;
  /** Of the day, with the cumulative figure beside it where one was given. */
  readonly tallies: Tallies;
  /** undefined: the row tells none, and those that stand stay. */
  readonly parts: readonly ReportPart[] | undefined;
  readonly standing: StoredReport | null;
  /** That stands, or stood before it was withdrawn; 0: there was none. */
  readonly lastVersion: number;
  /**
   * It brings doses below a day that stands as cumulative figures, and the file tells that day too:
   * what the day gave by itself is known.
   */
  readonly isToldApart: boolean;
};

export type ImportPlan = {
  /** In the order of their days. */
  readonly rows: readonly PlannedRow[];
  readonly rejected: readonly RowRejection[];
};

type PlanTerms = {
  readonly figures: EntryFigures;
  /** Writes over other versions that were received until then; null: over none. */
  readonly overwriteUntil: Date | null;
};

/**
 * What storing a file would do, row by row in the order of their days: a cumulative figure counts on
 * the stored days before it and on the rows before it that are sent. A figure that falls is rejected
 * with both numbers, and so is a day whose doses a later report may hold already: one that was typed
 * cumulatively, or, in a file of cumulative figures, one that stays as it is. Pure.
 */
export function planImport(
  check: Pick<TallySheetCheck, "reports" | "columns">,
  ground: ImportContext,
  terms: PlanTerms,
): ImportPlan {
  const held = new Map<SheetReport, CalendarDay>();
  const laterDays = new LaterDays(ground.cumulative);
  for (;;) {
    const { lastKept, ...planned } = planRows(check, ground, terms, held);
    const told = new Set(
      planned.rows
        .filter(({ kind, isSent }) => isSent || kind === "same")
        .map(({ report }) => placeOf(report)),
    );
    const early: { readonly report: SheetReport; readonly day: CalendarDay }[] = [];
    const rows = planned.rows.map((row) => {
      const { report, isSent } = row;
      const above = laterDays.above(row);
      const kept = terms.figures === "daily" ? undefined : lastKept.get(roundOf(report));
      const day =
        kept !== undefined && isSent && report.day < kept
          ? kept
          : above.find((later) => !told.has(placeOf({ ...report, day: later })));
      if (day !== undefined) early.push({ report, day });
      return { ...row, isToldApart: above.length > 0 };
    });
    const plan = { ...planned, rows };
    if (early.length === 0) return plan;
    // Without these rows the days after them have other differences.
    for (const { report, day } of early) held.set(report, day);
  }
}

type RowsPlan = ImportPlan & {
  /** By unit and round: the last day whose report stands, is another than the row, and stays. */
  readonly lastKept: ReadonlyMap<UnitRoundKey, CalendarDay>;
};

/** @param held rows that are rejected for the later day whose report stays. */
function planRows(
  { reports, columns }: Pick<TallySheetCheck, "reports" | "columns">,
  ground: ImportContext,
  { figures, overwriteUntil }: PlanTerms,
  held: ReadonlyMap<SheetReport, CalendarDay>,
): RowsPlan {
  const has = eachMeasure((measure) => {
    const cells = columns.filter((column) => column.measure === measure);
    return new Set(cells.map(columnKeyOf));
  });
  const places = new Map(ground.standings.map((each) => [unitDayKeyOf(each), each]));
  const doses = new StoredDoses(ground.doses);
  const rows: PlannedRow[] = [];
  const rejected: RowRejection[] = [];
  const lastKept = new Map<UnitRoundKey, CalendarDay>();

  for (const report of inOrderOfDay(reports)) {
    const later = held.get(report);
    if (later !== undefined) {
      const why: Rejected = { code: "laterDayStands", params: { day: Date.parse(later) } };
      rejected.push(rejectionOf(report, report.day, report.dayText, why));
      continue;
    }
    const place = places.get(placeOf(report));
    const standing = place?.standing ?? null;
    const read = dayOf(report, figures, doses);
    if ("rejections" in read) {
      rejected.push(...read.rejections);
      continue;
    }
    const tallies = completed(read, standing, has, (cell) => doses.before(report, cell));
    const parts = completedParts(report, standing);
    const content = contentOf({ zero: read.zero, tallies, parts });
    const isSame =
      standing !== null && standing.status !== "returned" && isSameContent(content, standing);
    // What the server would reject for the hour or the status, told before anything is sent.
    const { code: unit, subdistrictCode: subdistrict } = report.unit;
    const of = { unit, day: report.day, subdistrict };
    const lock = isSame ? null : ground.accessTo(of, standing).lock;
    if (lock) {
      if (standing) lastKept.set(roundOf(report), report.day);
      rejected.push(rejectionOf(report, report.day, report.dayText, { code: lock, params: {} }));
      continue;
    }
    const isFilling =
      standing?.status === "submitted" && standing.isOwn && onlyFillsEmpty(content, standing);
    const kind = isSame ? "same" : standing === null || isFilling ? "fresh" : "differs";
    const mayWrite =
      standing !== null &&
      overwriteUntil !== null &&
      Date.parse(standing.receivedAt) <= overwriteUntil.getTime();
    const isSent = kind === "fresh" || (kind === "differs" && mayWrite);
    if (isSent) doses.replace(report, content.tallies);
    if (kind === "differs" && !isSent) lastKept.set(roundOf(report), report.day);
    const lastVersion = standing?.version ?? place?.lastVersion ?? 0;
    const { zero } = content;
    rows.push({
      report,
      kind,
      isSent,
      standing,
      lastVersion,
      zero,
      tallies,
      parts,
      isToldApart: false,
    });
  }
  return { rows, rejected, lastKept };
}

type ReadDay = { readonly zero: boolean; readonly tallies: Tallies };

/** The day's own doses of a row. */
function dayOf(
  report: SheetReport,
  figures: EntryFigures,
  doses: StoredDoses,
): ReadDay | { readonly rejections: readonly RowRejection[] } {
  const rejections: RowRejection[] = [];
  const tallies = report.counts.map((count): Tallies[number] => {
    const { head, value, ...cell } = count;
    if (figures === "daily") return { ...cell, residents: value };

    const before = doses.before(report, columnKeyOf(count));
    if (value < before) {
      const { intervention, targetGroup } = cell;
      const detail = { day: report.day, intervention, targetGroup, before, value };
      const { dayText, unit } = report;
      rejections.push(
        rejectionOf(
          report,
          head,
          String(value),
          { code: "cumulativeFell", params: { before, value } },
          { kind: "cumulativeFell", unit: unit.code, dayText, detail },
        ),
      );
    }
    return { ...cell, residents: value - before, cumulative: value };
  });
  const counted = tallies.find(hasDoses);
  if (report.zero && counted && rejections.length === 0) {
    const { head = "", value = 0 } = report.counts[tallies.indexOf(counted)] ?? {};
    rejections.push(
      rejectionOf(report, head, String(value), { code: "zeroWithCounts", params: {} }),
    );
  }
  return rejections.length > 0 ? { rejections } : { zero: report.zero, tallies };
}

/**
 * A report replaces what stands as a whole, so what the file has no column for is taken over from
 * there: a sheet of one vaccine does not take away the others. An empty cell is different: it says
 * that nothing was counted.
 *
 * @param has what the file has columns for.
 */
function completed(
  { zero, tallies }: ReadDay,
  standing: StoredReport | null,
  has: Readonly<Record<Measure, ReadonlySet<ColumnKey>>>,
  before: (cell: ColumnKey) => number,
): Tallies {
  if (zero || standing === null) return tallies;
  const stood = new Map(standing.tallies.map((tally) => [columnKeyOf(tally), tally]));
  const isCumulative = tallies.some(({ cumulative }) => cumulative !== undefined);
  return [
    ...tallies.map((tally) => {
      const key = columnKeyOf(tally);
      const from = (other: OtherMeasure) => (has[other].has(key) ? tally : stood.get(key));
      return { ...tally, ...eachOther((other) => from(other)?.[other] ?? 0) };
    }),
    ...standing.tallies
      .filter((tally) => !has.residents.has(columnKeyOf(tally)))
      .map((tally) => ({
        ...tally,
        ...(isCumulative && { cumulative: before(columnKeyOf(tally)) + tally.residents }),
      })),
  ];
}

/** An empty cell of numbers besides tallies tells nothing: what stands there stays. */
function completedParts(
  { parts: told }: SheetReport,
  standing: StoredReport | null,
): ReportPart[] | undefined {
  if (told.length === 0) return undefined;
  const keys = new Set(told.map(partKeyOf));
  return [...told, ...(standing?.parts ?? []).filter((part) => !keys.has(partKeyOf(part)))];
}

function rejectionOf(
  { line, unit }: SheetReport,
  column: string,
  content: string,
  why: Rejected,
  memory: RejectionMemory | null = null,
): RowRejection {
  const { name: place, subdistrictName: placeNote } = unit;
  return { line, column, content, ...why, place, placeNote, memory };
}

function roundOf({ unit, round }: SheetReport): UnitRoundKey {
  return unitRoundKeyOf({ unit: unit.code, round });
}

function inOrderOfDay(reports: readonly SheetReport[]): readonly SheetReport[] {
  return [...reports].sort((a, b) => (a.day === b.day ? a.line - b.line : a.day < b.day ? -1 : 1));
}
