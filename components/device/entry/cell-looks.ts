import { columnKeyOf } from "@/lib/campaign/column-key";
import { countIn, fallenAt, openWarnings } from "@/lib/device/entry/row-counts";
import {
  fieldProblems,
  fieldText,
  isChanged,
  saysZero,
  typedAs,
  type RowState,
} from "@/lib/device/entry/row-state";
import { perState } from "@/lib/device/entry/per-state";
import type { EntryColumn } from "@/lib/report/entry-row";

/** How a field stands, which a sign and a word say. */
export type CellLook =
  "still" | "unsent" | "sending" | "sent" | "warning" | "rejected" | "conflict";

/** Of a row, in the order of the columns. */
export const cellLooks = perState(
  (state: RowState, columns: readonly EntryColumn[]): CellLook[] => {
    const problems = new Set(fieldProblems(state, columns).map(({ key }) => key));
    for (const { key } of columns) if (fallenAt(state, columns, key)) problems.add(key);
    const told = state.status.kind === "rejected" ? state.status.problems : [];
    for (const { intervention = "", targetGroup = "" } of told) {
      problems.add(columnKeyOf({ intervention, targetGroup }));
    }
    const warned = new Set(openWarnings(state, columns).map(({ key }) => key));
    const { kind } = state.status;
    const isUnsent = isChanged(state, columns);
    const isZero = saysZero(state, columns);
    const disputed = state.status.kind === "conflict" ? state.status.standing : null;
    const theirs = disputed && typedAs(state, disputed, columns).residents;

    return columns.map(({ key }) => {
      if (problems.has(key)) return "rejected";
      if (warned.has(key)) return "warning";
      if (theirs && (disputed.zero !== isZero || fieldText(state, key) !== (theirs[key] ?? ""))) {
        return "conflict";
      }
      if (!isZero && countIn(state, columns, key) === null) return "still";
      if (kind === "sending" || kind === "sent") return kind;
      return isUnsent ? "unsent" : "still";
    });
  },
);

/** Looks that somebody has to do something about. */
export function isTrouble(look: CellLook | undefined): boolean {
  return look === "warning" || look === "rejected" || look === "conflict";
}
