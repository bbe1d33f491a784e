import { cellWarning, type CellWarning } from "@/lib/tally/cell-warning";
import {
  isSameTyped,
  readRow,
  typedOf,
  type EntryColumn,
  type EntryRow,
  type FieldProblem,
  type TypedRow,
} from "@/lib/tally/entry-row";
import { contentOf, contentText, type ReportContent } from "@/lib/tally/report-content";
import type { ReportProblem, StandingReport } from "@/lib/tally/schema";
import { readTypedCount } from "@/lib/tally/typed-count";

import type { Draft } from "./draft-memory";

/** What became of the last sending of a row. */
export type RowStatus =
  | { readonly kind: "still" | "sending" | "sent" | "failed" | "signedOut" }
  | { readonly kind: "refused"; readonly problems: readonly ReportProblem[] }
  | { readonly kind: "conflict"; readonly standing: StandingReport };

/** A row of the screen: what stands, what is typed, and how the sending goes. */
export type RowState = {
  readonly row: EntryRow;
  readonly standing: StandingReport | null;
  readonly typed: TypedRow;
  /** Nihil was pressed and is not sent yet. */
  readonly isZero: boolean;
  /** Version that the fields were typed over. */
  readonly base: number;
  readonly sent: Draft["sent"];
  /** Columns whose warning was looked at. */
  readonly confirmed: readonly string[];
  readonly status: RowStatus;
};

export function openRow(row: EntryRow, columns: readonly EntryColumn[]): RowState {
  return {
    row,
    standing: row.standing,
    typed: typedOf(row.standing, columns),
    isZero: false,
    base: row.standing?.version ?? 0,
    sent: null,
    // What was sent was looked at when it was sent.
    confirmed: row.standing ? columns.map(({ key }) => key) : [],
    status: { kind: "still" },
  };
}

/** Whether the fields say something else than what stands. */
export function isChanged(state: RowState, columns: readonly EntryColumn[]): boolean {
  if (state.isZero) return state.standing?.zero !== true;
  return !isSameTyped(state.typed, typedOf(state.standing, columns), columns);
}

export function isBlank(state: RowState, columns: readonly EntryColumn[]): boolean {
  return !state.isZero && readRow(state.typed, columns).filled === 0;
}

/** Whether a report that stands was emptied: empty is not a report, so that cannot be sent. */
export function isEmptied(state: RowState, columns: readonly EntryColumn[]): boolean {
  return isChanged(state, columns) && isBlank(state, columns);
}

export type RowLook =
  "empty" | "unsent" | "sending" | "sent" | "failed" | "signedOut" | "refused" | "conflict";

/** The one word for a row. */
export function lookOf(state: RowState, columns: readonly EntryColumn[]): RowLook {
  const { kind } = state.status;
  if (kind === "sending" || kind === "conflict") return kind;
  if (!isChanged(state, columns)) return state.standing ? "sent" : "empty";
  if (kind === "failed" || kind === "signedOut") return kind;
  if (kind === "refused" || problemsOf(state, columns).length > 0) return "refused";
  if (isEmptied(state, columns)) return "refused";
  return "unsent";
}

/** What is wrong with the fields, before anything is sent. */
export function problemsOf(
  state: RowState,
  columns: readonly EntryColumn[],
): readonly FieldProblem[] {
  return state.isZero ? [] : readRow(state.typed, columns).problems;
}

/** What the row would send; null: nothing that can be sent. */
export function contentToSend(
  state: RowState,
  columns: readonly EntryColumn[],
): (ReportContent & { readonly text: string }) | null {
  if (!isChanged(state, columns)) return null;
  const { problems, tallies } = readRow(state.typed, columns);
  if (!state.isZero && (problems.length > 0 || tallies.length === 0)) return null;
  const content = contentOf({
    id: "",
    unit: "",
    day: "",
    zero: state.isZero,
    tallies: state.isZero ? [] : tallies,
  });
  return { ...content, text: contentText(content) };
}

/** The count in a field; null when it is empty or none. */
export function countIn(state: RowState, key: string): number | null {
  const read = readTypedCount(state.typed.residents[key] ?? "");
  return read.kind === "count" ? read.value : null;
}

/** What to ask about a column's count; null: nothing. */
export function warningAt(
  state: RowState,
  columns: readonly EntryColumn[],
  key: string,
): CellWarning | null {
  const cell = state.row.cells[columns.findIndex((column) => column.key === key)];
  const count = countIn(state, key);
  return cell && count !== null ? cellWarning(cell, count) : null;
}

/** Columns with something to ask that nobody has looked at yet. */
export function openWarnings(state: RowState, columns: readonly EntryColumn[]): EntryColumn[] {
  return columns.filter(
    ({ key }) => !state.confirmed.includes(key) && warningAt(state, columns, key) !== null,
  );
}
