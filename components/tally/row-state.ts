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
import type { OutboxProblem } from "@/lib/outbox/mutation";
import type { StandingReport } from "@/lib/tally/schema";
import { readTypedCount } from "@/lib/tally/typed-count";

import type { Draft } from "./draft-memory";

/**
 * What became of the last sending of a row. `kept`: it waits on this device. `signedOut`,
 * `otherPerson`: it waits for who typed it to sign in. `failed`: this device could not keep it.
 */
export type RowStatus =
  | {
      readonly kind: "still" | "sending" | "sent" | "kept" | "failed" | "signedOut" | "otherPerson";
    }
  | { readonly kind: "refused"; readonly problems: readonly OutboxProblem[] }
  | { readonly kind: "conflict"; readonly standing: StandingReport };

export type Queued = { readonly id: string; readonly content: ReportContent };

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
  /** The report of this row in the outbox; null: the outbox has none. */
  readonly queued: Queued | null;
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
    queued: null,
    // What was sent was looked at when it was sent.
    confirmed: row.standing ? columns.map(({ key }) => key) : [],
    status: { kind: "still" },
  };
}

/** Whether something of the row is not on the server yet: in the fields, or on its way. */
export function isChanged(state: RowState, columns: readonly EntryColumn[]): boolean {
  return state.queued !== null || isUnsaved(state, columns);
}

/** Whether the fields say something else than what stands, or than what is on its way. */
export function isUnsaved(
  { isZero, typed, queued, standing }: RowState,
  columns: readonly EntryColumn[],
): boolean {
  const saved = queued?.content ?? standing;
  if (isZero) return saved?.zero !== true;
  return !isSameTyped(typed, typedOf(saved, columns), columns);
}

export function isBlank(state: RowState, columns: readonly EntryColumn[]): boolean {
  return !state.isZero && readRow(state.typed, columns).filled === 0;
}

/** Whether a report that stands was emptied: empty is not a report, so that cannot be sent. */
export function isEmptied(state: RowState, columns: readonly EntryColumn[]): boolean {
  return isChanged(state, columns) && isBlank(state, columns);
}

export type RowLook =
  | "empty"
  | "unsent"
  | "sending"
  | "sent"
  | "kept"
  | "failed"
  | "signedOut"
  | "otherPerson"
  | "refused"
  | "conflict";

/** The one word for a row. */
export function lookOf(state: RowState, columns: readonly EntryColumn[]): RowLook {
  const { kind } = state.status;
  if (kind === "sending" || kind === "conflict") return kind;
  if (!isChanged(state, columns)) return state.standing ? "sent" : "empty";
  if (kind === "refused" || problemsOf(state, columns).length > 0) return "refused";
  if (isEmptied(state, columns)) return "refused";
  return kind === "still" || kind === "sent" ? "unsent" : kind;
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
  if (!isUnsaved(state, columns)) return null;
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
