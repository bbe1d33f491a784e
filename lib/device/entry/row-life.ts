import { columnsOf, readTypedRow, type EntryColumn } from "@/lib/report/entry-row";
import type { StoredReport } from "@/lib/report/schema";

import { isReasonNeededHere, type DayClosing } from "./reason-before";
import { farWarnings } from "./row-counts";
import { lookOf, type RowState } from "./row-state";
import { contentToSend } from "./to-send";

/** `left`: the focus left the row. `rested`: its person typed nothing anywhere for a minute. */
export type RowEvent = "left" | "rested";

/**
 * What becomes of a row by itself. `waits`: something is typed and it is not whole yet.
 * `needsReason`: it goes only when it is sent with a reason. `stuck`: it cannot be sent as it is.
 */
type RowFate = "nothing" | "waits" | "needsReason" | "stuck" | "goes";

type By = {
  readonly columns: readonly EntryColumn[];
  readonly closing: DayClosing;
  readonly at: Date;
};

/**
 * The life of a row between the first digit and the server, as far as it goes without being asked:
 * a row that is left goes when it is whole, one at rest goes as it is, and one whose change needs a
 * reason, or with a count far above the target that nobody looked at, goes by neither. Who presses
 * Kirim sends it in any state.
 */
export function rowFate(state: RowState, event: RowEvent, { columns, closing, at }: By): RowFate {
  if (state.status.kind === "conflict") return "nothing";
  const content = contentToSend(state, columns);
  if (!content) {
    return ["rejected", "cleared"].includes(lookOf(state, columns)) ? "stuck" : "nothing";
  }
  // What was typed over an older version will be a conflict, and the choice is its own reason.
  const isOver = state.base >= (state.standing?.version ?? 0);
  const isAsking =
    content.fallen.length > 0 ||
    (isOver && isReasonNeededHere(content.content, state.standing, closing, at));
  if (isAsking) return "needsReason";
  const isUnasked = farWarnings(state, columns).some(({ key }) => !state.confirmed.includes(key));
  return !isUnasked && (event === "rested" || isWhole(state, columns)) ? "goes" : "waits";
}

/** Whether the row says something of every column of its own. */
export function isWhole(state: RowState, columns: readonly EntryColumn[]): boolean {
  const own = columnsOf(state.row.unit, columns);
  return state.isZero || readTypedRow(state.typed, own).filled === own.length;
}

/** Columns that a report says nothing of. */
export function blanksOf(
  { zero, tallies }: Pick<StoredReport, "zero" | "tallies">,
  columns: readonly EntryColumn[],
): number {
  if (zero) return 0;
  return columns.filter(({ intervention, targetGroup }) =>
    tallies.every(
      (tally) => tally.intervention !== intervention || tally.targetGroup !== targetGroup,
    ),
  ).length;
}
