import { draftName } from "@/lib/device/offline/drafts";
import { eachMeasure } from "@/lib/campaign/measures";
import type { EntryColumn, EntryRow, TypedRow } from "@/lib/report/entry-row";
import type { EntryFigures } from "@/lib/report/schema";
import type { TypedReport } from "@/lib/report/village-form";

import { keepRowDraft, readRowDraft } from "./draft-memory";
import type { EntryNotice } from "./notice";
import type { EntryContext } from "./entry-context";
import { inFigures, isChanged, isUnsaved, openRow, unaskedTexts, type RowState } from "./row-state";

/** Where what waits in the outbox is: on the device, or in this window alone. */
export type WhereKept = "device" | "window";

export type Snapshot = {
  readonly rows: ReadonlyMap<string, RowState>;
  /** What the fields of all rows hold. */
  readonly figures: EntryFigures;
  readonly notice: EntryNotice | null;
  /** Units whose change waits for its reason before it is sent. */
  readonly asked: readonly string[];
  readonly where: WhereKept;
};

/** A report that the server sent back to a page that was not alive yet. */
export type RejectedReport = TypedReport & { readonly unit: string };

export type EntryBoard = ReturnType<typeof openEntryBoard>;

/** The rows of one day as they are drawn now. What is typed and not sent yet is kept as a draft. */
export function openEntryBoard({
  rows,
  columns,
  context,
  figures,
  rejected,
}: {
  readonly rows: readonly EntryRow[];
  readonly columns: readonly EntryColumn[];
  readonly context: EntryContext;
  readonly figures: EntryFigures;
  readonly rejected: RejectedReport | null;
}) {
  const listeners = new Set<() => void>();
  let notices = 0;
  let hasDrafts = false;
  let snapshot: Snapshot = {
    rows: new Map(rows.map((row) => [row.unit.code, open(row)])),
    figures,
    notice: null,
    asked: [],
    where: "device",
  };
  const initial = snapshot;

  function open(row: EntryRow): RowState {
    const state = openRow(row, columns, figures);
    if (rejected?.unit !== row.unit.code) return state;
    const { typed, isZero, base, parts } = rejected;
    // It was typed in this screen's figures, or in those that the person has left since.
    return inFigures(
      { ...state, typed, figures: rejected.figures, isZero, base, parts },
      figures,
      columns,
    );
  }

  function show(next: Partial<Snapshot>) {
    snapshot = { ...snapshot, ...next };
    for (const listener of listeners) listener();
  }

  function withRows(states: readonly RowState[]): Snapshot["rows"] {
    const next = new Map(snapshot.rows);
    for (const state of states) next.set(state.row.unit.code, state);
    return next;
  }

  function set(states: readonly RowState[], notice: Omit<EntryNotice, "number"> | null = null) {
    const told = notice ? { ...notice, number: ++notices } : snapshot.notice;
    show({ rows: withRows(states), notice: told });
  }

  function stateOf(unit: string): RowState {
    const state = snapshot.rows.get(unit);
    if (!state) throw new RangeError(`no row of ${unit}`);
    return state;
  }

  /** Whether the row says something that would be gone with the page: neither sent nor kept. */
  function isLoose(state: RowState): boolean {
    return (snapshot.where === "device" ? isUnsaved : isChanged)(state, columns);
  }

  function keep(state: RowState): RowState {
    const { typed, figures: by, isZero, base, sent, parts } = state;
    const { code, name: unitName } = state.row.unit;
    // What cannot go is told again until something of the unit has gone.
    const isTold = state.standing === null && unaskedTexts(state, columns).size > 0;
    const draft =
      isLoose(state) || isTold
        ? { typed, figures: by, isZero, base, sent, unitName, ...(parts && { parts }) }
        : null;
    keepRowDraft(draftName(context, code), draft);
    return state;
  }

  /** Drafts of an earlier visit. Not before the page is alive: the server drew it without them. */
  function takeUpDrafts() {
    if (hasDrafts) return;
    hasDrafts = true;
    const found = [...snapshot.rows.values()].flatMap((state) => {
      const { code } = state.row.unit;
      const draft = readRowDraft(draftName(context, code));
      // It may have been typed as the other kind of figures.
      const taken = draft && inFigures({ ...state, ...draft }, snapshot.figures, columns);
      if (rejected?.unit !== code) return taken ? [keep(taken)] : [];
      // What was sent and came back is newer; what it left empty was typed before.
      return [keep(taken ? { ...state, typed: filledUp(state.typed, taken.typed) } : state)];
    });
    if (found.length > 0) set(found);
  }

  function change(unit: string, what: Partial<RowState>): RowState {
    const state = stateOf(unit);
    const isBusy = state.status.kind === "sending" || state.status.kind === "conflict";
    const status = isBusy ? state.status : ({ kind: "still" } as const);
    return keep({ ...state, status, needsReason: false, ...what });
  }

  function ask(units: readonly string[]) {
    if (units.length > 0 || snapshot.asked.length > 0) show({ asked: units });
  }

  function setFigures(next: EntryFigures): { readonly typed: number } {
    const states = [...snapshot.rows.values()];
    const turned = states.map((state) => keep(inFigures(state, next, columns)));
    show({ figures: next, rows: withRows(turned) });
    return { typed: states.filter((state) => isUnsaved(state, columns)).length };
  }

  return {
    columns,
    context,
    snapshot: () => snapshot,
    /** As the server drew it. */
    initial: () => initial,
    /** @returns how many still listen, once called. */
    listen(listener: () => void): () => number {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        return listeners.size;
      };
    },
    /** @throws RangeError when no row is of the unit. */
    stateOf,
    /** Draws rows, and says what happened to them. */
    set,
    /** Keeps the draft of a row, or drops it when nothing is loose; the row itself, not yet drawn. */
    keep,
    isLoose,
    /** Whether what waits in the outbox outlives the page. */
    setQueueKept: (isKept: boolean) => {
      const where = isKept ? "device" : "window";
      if (where !== snapshot.where) show({ where });
    },
    /** A row whose fields change: what became of its last sending is over, unless that still goes on. */
    change,
    /** Asks for the reason of these units' changes; of none: asks no more. */
    ask,
    /** Shows all rows as the other kind of figures. What is typed and not sent says the same there. */
    setFigures,
    takeUpDrafts,
  };
}

/** The fields, and where they are empty those of a draft. */
function filledUp(row: TypedRow, draft: TypedRow): TypedRow {
  return eachMeasure((measure) => ({
    ...row[measure],
    ...draft[measure],
    ...Object.fromEntries(Object.entries(row[measure]).filter(([, text]) => text.trim() !== "")),
  }));
}
