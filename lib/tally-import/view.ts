import { entryColumns, type EntryColumn } from "@/lib/tally/entry-row";
import type { Campaign } from "@/lib/campaign/campaign";
import type { SheetRefusal } from "@/lib/spreadsheet/sheet-refusal";
import { cellOf } from "@/lib/tally/report-content";
import type { StandingReport } from "@/lib/tally/schema";

import type { ImportPlan, PlannedRow } from "./plan";
import { mostTold, type PlanView, type ToldDifference } from "./preview";
import type { RowRefusal } from "./refusal";

/** What the views say in words. */
export type ViewWords = {
  readonly refusal: (refusal: RowRefusal) => { readonly why: string; readonly advice: string };
  readonly count: (value: number) => string;
  readonly zero: string;
  readonly nothing: string;
  readonly outsideOf: (column: string) => string;
};

/** A plan as the preview shows it, with the rows that were refused before there was one. */
export function viewOf(
  plan: ImportPlan,
  refusedBefore: readonly RowRefusal[],
  words: ViewWords,
): PlanView {
  const refused = [...refusedBefore, ...plan.refused].sort((a, b) => a.line - b.line);
  const counts = countsOf(plan.rows);
  return {
    ...counts,
    rowsRefused: new Set(refused.map(({ line }) => line)).size,
    refused: refused.slice(0, mostTold).map((each) => toldRefusal(each, words)),
    days: [...new Set(plan.rows.map(({ report }) => report.day))].map((day) => {
      const rows = plan.rows.filter(({ report }) => report.day === day);
      const doses = rows.reduce((sum, row) => sum + dosesInFile(row), 0);
      return { day, rows: rows.length, ...countsOf(rows), doses };
    }),
  };
}

/** Rows that meet another version, with what would change in each. */
export function differencesOf(
  plan: ImportPlan,
  campaign: Campaign,
  words: ViewWords,
): ToldDifference[] {
  const columns = entryColumns(campaign);
  return plan.rows.flatMap((row) => {
    const { report, standing, kind } = row;
    if (kind !== "differs" || standing === null) return [];
    return {
      line: report.line,
      place: report.unit.name,
      placeNote: report.unit.subdistrictName,
      day: report.day,
      by: standing.receivedBy,
      isVerified: standing.status === "verified",
      cells: columns.flatMap((column) => cellDifferences(column, standing, row, words)),
    };
  });
}

function cellDifferences(
  column: EntryColumn,
  standing: StandingReport,
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
      outside: words.count(each.zero ? 0 : (tally?.nonResidents ?? 0)),
    };
  });
  if (!from || !to) return [];
  return [
    ...(from.residents === to.residents ? [] : [{ label, from: from.residents, to: to.residents }]),
    ...(from.outside === to.outside
      ? []
      : [{ label: words.outsideOf(label), from: from.outside, to: to.outside }]),
  ];
}

function toldRefusal(refusal: RowRefusal, words: ViewWords): SheetRefusal {
  const { line, place, placeNote, column, content } = refusal;
  return { line, place, placeNote, column, content, ...words.refusal(refusal) };
}

function countsOf(rows: readonly PlannedRow[]) {
  const of = (kind: PlannedRow["kind"]) => rows.filter((row) => row.kind === kind).length;
  return { fresh: of("fresh"), same: of("same"), differs: of("differs") };
}

/** What the file lacks was taken over from what stands, and is not the file's to tell. */
function dosesInFile({ report, tallies }: PlannedRow): number {
  const said = new Set(report.counts.map(cellOf));
  return tallies.reduce((sum, tally) => sum + (said.has(cellOf(tally)) ? tally.residents : 0), 0);
}
