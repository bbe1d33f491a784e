import { limits } from "@/lib/base/limits";
import { entryColumns, type EntryColumn } from "@/lib/report/entry-row";
import type { Campaign } from "@/lib/campaign/campaign";
import { TellingRoom, toldText } from "@/lib/base/spreadsheet/problem-list";
import { groupRejections, type SheetRejection } from "@/lib/base/spreadsheet/sheet-rejection";
import { columnKeyOf, type ColumnKey } from "@/lib/campaign/column-key";
import { eachOther, measures, type OtherMeasure } from "@/lib/campaign/measures";
import { partKeyOf } from "@/lib/report/part/key";
import type { ReportPart } from "@/lib/report/part/part";
import type { ReportProblem, StoredReport } from "@/lib/report/schema";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { FarRow } from "./far-rows";
import type { ImportPlan, PlannedRow } from "./plan";
import type { PlanView, ToldDifference } from "./preview";
import type { RowRejection } from "./rejection";
import type { TallySheetCheck } from "@/lib/report/import/server/sheet-check";

/** What the views say in words. */
export type ViewWords = {
  readonly rejection: (rejection: RowRejection) => {
    readonly why: string;
    readonly advice: string;
  };
  readonly count: (value: number) => string;
  readonly zero: string;
  readonly nothing: string;
  /** What a number besides tallies is called. */
  readonly partOf: (part: Pick<ReportPart, "kind" | "code">) => string;
  /** The head of a column of another measure. */
  readonly headOf: (measure: OtherMeasure, column: string) => string;
  /** A count that is far above what the target population has left. */
  readonly far: (params: {
    readonly place: string;
    readonly day: CalendarDay;
    readonly column: string;
    readonly value: number;
    readonly left: number;
  }) => string;
};

/** Tells a row that is far above its target by the first such count. */
export function farTeller(campaign: Campaign, { far }: Pick<ViewWords, "far">) {
  const columns = entryColumns(campaign);
  return ({ row: { report }, problems: [problem] }: FarRow): string => {
    const column = columns.find(({ key }) => problem && key === cellOfProblem(problem));
    return far({
      place: report.unit.name,
      day: report.day,
      column: column ? `${column.shortName} ${column.groupName}` : "",
      value: problem?.value ?? 0,
      left: problem?.before ?? 0,
    });
  };
}

function cellOfProblem({ intervention = "", targetGroup = "" }: ReportProblem): ColumnKey {
  return columnKeyOf({ intervention, targetGroup });
}

/**
 * A plan as the preview shows it, with the rows that were rejected before there was one.
 *
 * @param check what was found in the file alone.
 */
export function viewOf(
  plan: ImportPlan,
  check: Pick<TallySheetCheck, "rejected" | "problems">,
  words: ViewWords,
): PlanView {
  const rejected = [...check.rejected, ...plan.rejected].sort((a, b) => a.line - b.line);
  const room = new TellingRoom();
  const told = rejected.filter((each) => room.takes(each));
  return {
    ...countsOf(plan.rows),
    rowsRejected: new Set(rejected.map(({ line }) => line)).size,
    rejected: groupRejections(told.map((each) => toldRejection(each, words))),
    untold: check.problems + plan.rejected.length - told.length,
    days: [...byDay(plan.rows)].map(([day, rows]) => {
      const doses = rows.reduce((sum, row) => sum + dosesInFile(row), 0);
      return { day, rows: rows.length, ...countsOf(rows), doses };
    }),
  };
}

function byDay(rows: readonly PlannedRow[]): ReadonlyMap<CalendarDay, readonly PlannedRow[]> {
  const days = new Map<CalendarDay, PlannedRow[]>();
  for (const row of rows) {
    const { day } = row.report;
    const others = days.get(day);
    if (others) others.push(row);
    else days.set(day, [row]);
  }
  return days;
}

/** Rows that meet another version, as many as are told, with what would change in each. */
export function differencesOf(
  plan: ImportPlan,
  campaign: Campaign,
  words: ViewWords,
): ToldDifference[] {
  const columns = entryColumns(campaign);
  const told = plan.rows.filter(({ kind }) => kind === "differs").slice(0, limits.toldDifferences);
  return told.flatMap((row) => {
    const { report, standing } = row;
    if (standing === null) return [];
    return {
      line: report.line,
      place: report.unit.name,
      placeNote: report.unit.subdistrictName,
      day: report.day,
      by: standing.receivedBy,
      isVerified: standing.status === "verified",
      cells: [
        ...columns.flatMap((column) => cellDifferences(column, standing, row, words)),
        ...partDifferences(standing, row, words),
      ],
    };
  });
}

function cellDifferences(
  column: EntryColumn,
  standing: StoredReport,
  row: PlannedRow,
  words: ViewWords,
): ToldDifference["cells"] {
  const label = `${column.shortName} ${column.groupName}`;
  const [from, to] = [standing, row].map((each) => {
    const tally = each.tallies.find(
      ({ intervention, targetGroup }) =>
        intervention === column.intervention && targetGroup === column.targetGroup,
    );
    return {
      residents: each.zero ? words.zero : tally ? words.count(tally.residents) : words.nothing,
      ...eachOther((other) => words.count(each.zero ? 0 : (tally?.[other] ?? 0))),
    };
  });
  if (!from || !to) return [];
  return measures
    .filter((measure) => from[measure] !== to[measure])
    .map((measure) => ({
      label: measure === "residents" ? label : words.headOf(measure, label),
      from: from[measure],
      to: to[measure],
    }));
}

function partDifferences(
  { parts: stood = [] }: StoredReport,
  { parts = [] }: PlannedRow,
  words: ViewWords,
): ToldDifference["cells"] {
  return parts.flatMap((part) => {
    const before = stood.find((each) => partKeyOf(each) === partKeyOf(part));
    if (before?.count === part.count) return [];
    const from = before ? words.count(before.count) : words.nothing;
    return { label: words.partOf(part), from, to: words.count(part.count) };
  });
}

function toldRejection(rejection: RowRejection, words: ViewWords): SheetRejection {
  const { line, place, placeNote, column, content } = rejection;
  return {
    line,
    place: toldText(place),
    placeNote: toldText(placeNote),
    column: toldText(column),
    content: toldText(content),
    ...words.rejection(rejection),
  };
}

function countsOf(rows: readonly PlannedRow[]) {
  const of = (kind: PlannedRow["kind"]) => rows.filter((row) => row.kind === kind).length;
  return { fresh: of("fresh"), same: of("same"), differs: of("differs") };
}

/** What the file lacks was taken over from what stands, and is not the file's to tell. */
export function dosesInFile({ report, tallies }: PlannedRow): number {
  const said = new Set(report.counts.map(columnKeyOf));
  return tallies.reduce(
    (sum, tally) => sum + (said.has(columnKeyOf(tally)) ? tally.residents : 0),
    0,
  );
}
