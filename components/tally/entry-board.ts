import { draftName } from "@/lib/offline/drafts";
import type { EntryColumn, EntryRow } from "@/lib/tally/entry-row";
import type { EntryFigures } from "@/lib/tally/schema";

import { keepDraft, readDraft } from "./draft-memory";
import type { Notice } from "./entry-notice";
import type { EntryPlace } from "./entry-place-of";
import { inFigures, isChanged, isUnsaved, openRow, type RowState } from "./row-state";

export type Snapshot = {
  readonly rows: ReadonlyMap<string, RowState>;
  /** What the fields of all rows hold. */
  readonly figures: EntryFigures;
  readonly notice: Notice | null;
  /** Units whose change waits for its reason before it is sent. */
  readonly asked: readonly string[];
};

export type EntryBoard = ReturnType<typeof openEntryBoard>;

/** The rows of one day as they are drawn now. What is typed and not sent yet is kept as a draft. */
export function openEntryBoard({
  rows,
  columns,
  place,
  figures,
}: {
  readonly rows: readonly EntryRow[];
  readonly columns: readonly EntryColumn[];
  readonly place: EntryPlace;
  readonly figures: EntryFigures;
}) {
  const listeners = new Set<() => void>();
  let notices = 0;
  let hasDrafts = false;
  let isQueueKept = true;
  let snapshot: Snapshot = {
    rows: new Map(rows.map((row) => [row.unit.code, openRow(row, columns, figures)])),
    figures,
    notice: null,
    asked: [],
  };
  const initial = snapshot;

  function show(next: Partial<Snapshot>) {
    snapshot = { ...snapshot, ...next };
    for (const listener of listeners) listener();
  }

  function withRows(states: readonly RowState[]): Snapshot["rows"] {
    const next = new Map(snapshot.rows);
    for (const state of states) next.set(state.row.unit.code, state);
    return next;
  }

  function set(states: readonly RowState[], notice: Omit<Notice, "number"> | null = null) {
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
    return (isQueueKept ? isUnsaved : isChanged)(state, columns);
  }

  function keep(state: RowState): RowState {
    const { typed, figures: by, isZero, base, sent } = state;
    const draft = isLoose(state) ? { typed, figures: by, isZero, base, sent } : null;
    keepDraft(draftName(place, state.row.unit.code), draft);
    return state;
  }

  function change(unit: string, what: Partial<RowState>): RowState {
    const state = stateOf(unit);
    const isBusy = state.status.kind === "sending" || state.status.kind === "conflict";
    return keep({ ...state, ...(isBusy ? {} : { status: { kind: "still" } }), ...what });
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
    place,
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
      isQueueKept = isKept;
    },
    /** A row whose fields change: what became of its last sending is over, unless that still goes on. */
    change,
    /** Asks for the reason of these units' changes; of none: asks no more. */
    ask,
    /** Shows all rows as the other kind of figures. What is typed and not sent says the same there. */
    setFigures,
    /** Drafts of an earlier visit. Not before the page is alive: the server drew it without them. */
    takeUpDrafts() {
      if (hasDrafts) return;
      hasDrafts = true;
      const found = [...snapshot.rows.values()].flatMap((state) => {
        const draft = readDraft(draftName(place, state.row.unit.code));
        // It may have been typed as the other kind of figures.
        return draft ? [keep(inFigures({ ...state, ...draft }, snapshot.figures, columns))] : [];
      });
      if (found.length > 0) set(found);
    },
  };
}
