import { typedOf, type EntryColumn, type EntryRow } from "@/lib/tally/entry-row";
import type { StandingReport } from "@/lib/tally/schema";

import { draftName, keepDraft, readDraft } from "./draft-memory";
import { contentToSend, isChanged, lookOf, openRow, type RowState } from "./row-state";
import { newSubmissionId, sendReports, type SendAnswer } from "./send-reports";
import { settledRow, worstOf, type Sent } from "./settled-row";

export type EntryPlace = {
  readonly actorId: string;
  readonly actorName: string;
  readonly slug: string;
  readonly day: string;
};

/** Something that happened and is to be said, once. */
export type Notice = {
  readonly number: number;
  readonly kind: "sent" | "refused" | "conflict" | "failed" | "signedOut" | "pasted";
  readonly units: readonly string[];
  /** How many: cells of a paste, reports of a sending. */
  readonly count: number;
};

export type Snapshot = {
  readonly rows: ReadonlyMap<string, RowState>;
  readonly notice: Notice | null;
};

export type EntryStore = ReturnType<typeof openEntryStore>;

/** How long a cell shows that it was just sent. */
const sentGlance = 2_000;

/**
 * The rows of one day on the screen: what is typed, kept on this device until the server has it,
 * and how the sending goes. Grid and card are drawn from it and tell it what was typed.
 */
export function openEntryStore({
  rows,
  columns,
  place,
  transport = sendReports,
}: {
  readonly rows: readonly EntryRow[];
  readonly columns: readonly EntryColumn[];
  readonly place: EntryPlace;
  /** How reports reach the server. */
  readonly transport?: typeof sendReports;
}) {
  const listeners = new Set<() => void>();
  /** Rows that were left again while they were under way: they go once more if they changed. */
  const again = new Set<string>();
  let notices = 0;
  let hasDrafts = false;
  let snapshot: Snapshot = {
    rows: new Map(rows.map((row) => [row.unit.code, openRow(row, columns)])),
    notice: null,
  };
  const initial = snapshot;

  function set(states: readonly RowState[], notice: Omit<Notice, "number"> | null = null) {
    const next = new Map(snapshot.rows);
    for (const state of states) next.set(state.row.unit.code, state);
    snapshot = { rows: next, notice: notice ? { ...notice, number: ++notices } : snapshot.notice };
    for (const listener of listeners) listener();
  }

  function stateOf(unit: string): RowState {
    const state = snapshot.rows.get(unit);
    if (!state) throw new RangeError(`no row of ${unit}`);
    return state;
  }

  function keep(state: RowState): RowState {
    const { typed, isZero, base, sent } = state;
    const draft = isChanged(state, columns) ? { typed, isZero, base, sent } : null;
    keepDraft(draftName(place, state.row.unit.code), draft);
    return state;
  }

  /** Drafts of an earlier visit. Not before the page is alive: the server drew it without them. */
  function takeUpDrafts() {
    if (hasDrafts) return;
    hasDrafts = true;
    const found = [...snapshot.rows.values()].flatMap((state) => {
      const draft = readDraft(draftName(place, state.row.unit.code));
      return draft ? [keep({ ...state, ...draft })] : [];
    });
    if (found.length > 0) set(found);
  }

  function change(unit: string, what: Partial<RowState>): RowState {
    const state = stateOf(unit);
    const isBusy = state.status.kind === "sending" || state.status.kind === "conflict";
    return keep({ ...state, ...(isBusy ? {} : { status: { kind: "still" } }), ...what });
  }

  function typedWith(unit: string, field: "residents" | "outside", texts: Record<string, string>) {
    const { typed } = stateOf(unit);
    return { ...typed, [field]: { ...typed[field], ...texts } };
  }

  function type(unit: string, field: "residents" | "outside", key: string, text: string) {
    const { confirmed } = stateOf(unit);
    set([
      change(unit, {
        typed: typedWith(unit, field, { [key]: text }),
        isZero: false,
        confirmed: confirmed.filter((each) => each !== key),
      }),
    ]);
  }

  async function send(units: readonly string[]): Promise<void> {
    for (const unit of units) {
      if (stateOf(unit).status.kind === "sending") again.add(unit);
    }
    const going = units.flatMap((unit) => {
      const state = stateOf(unit);
      const content = contentToSend(state, columns);
      if (!content || state.status.kind === "sending" || state.status.kind === "conflict")
        return [];
      // The same content again is the same submission again, so that it is stored once.
      const id = state.sent?.content === content.text ? state.sent.id : newSubmissionId();
      return [{ state, content, sent: { id, content: content.text } }];
    });
    const stuck = units.filter((unit) => lookOf(stateOf(unit), columns) === "refused");
    if (stuck.length > 0) set([], { kind: "refused", units: stuck, count: stuck.length });
    if (going.length === 0) return;
    set(going.map(({ state, sent }) => keep({ ...state, sent, status: { kind: "sending" } })));
    const answer = await transport(
      place.slug,
      going.map(({ state, content, sent }) => ({
        id: sent.id,
        unit: state.row.unit.code,
        day: place.day,
        zero: content.zero,
        baseVersion: state.base,
        tallies: content.tallies,
      })),
    );
    settle(going, answer);
    const changed = going
      .map(({ state }) => state.row.unit.code)
      .filter((unit) => again.delete(unit));
    if (changed.length > 0 && answer.kind === "answered") await send(changed);
  }

  function settle(going: readonly Sent[], answer: SendAnswer) {
    const settled = going.map((sent) =>
      settledRow(stateOf(sent.state.row.unit.code), sent, answer, {
        columns,
        actorName: place.actorName,
      }),
    );
    const worst = worstOf(settled);
    const units = settled.flatMap(({ row, status }) =>
      status.kind === worst ? [row.unit.code] : [],
    );
    set(settled.map(keep), worst ? { kind: worst, units, count: units.length } : null);
    setTimeout(() => rest(units), sentGlance);
  }

  /** The check in a cell that was just sent goes after a moment. */
  function rest(units: readonly string[]) {
    const sent = units.map(stateOf).filter(({ status }) => status.kind === "sent");
    if (sent.length > 0) set(sent.map((state) => ({ ...state, status: { kind: "still" } })));
  }

  return {
    columns,
    place,
    order: rows.map(({ unit }) => unit.code),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      takeUpDrafts();
      return () => void listeners.delete(listener);
    },
    snapshot: () => snapshot,
    /** As the server drew it. */
    serverSnapshot: () => initial,
    stateOf,
    type,
    send,
    /** Several fields at once, as pasted; nothing is sent by it. */
    fill(cells: readonly { readonly unit: string; readonly key: string; readonly text: string }[]) {
      const units = [...new Set(cells.map(({ unit }) => unit))];
      set(
        units.map((unit) => {
          const texts = Object.fromEntries(
            cells.filter((cell) => cell.unit === unit).map(({ key, text }) => [key, text]),
          );
          return change(unit, { typed: typedWith(unit, "residents", texts), isZero: false });
        }),
        { kind: "pasted", units, count: cells.length },
      );
    },
    /** Puts the fields back as a report had them, and sends that. */
    putBack(unit: string, standing: StandingReport): Promise<void> {
      set([change(unit, { typed: typedOf(standing, columns), isZero: standing.zero })]);
      return send([unit]);
    },
    confirm(unit: string, key: string) {
      const state = stateOf(unit);
      set([{ ...state, confirmed: [...state.confirmed, key] }]);
    },
    /** A zero report: one press, and it goes. */
    zero(unit: string): Promise<void> {
      set([change(unit, { isZero: true })]);
      return send([unit]);
    },
    /** After a zero report was taken back: the unit has not reported. */
    clear(unit: string) {
      const state = stateOf(unit);
      set([
        keep({
          ...openRow({ ...state.row, standing: null }, columns),
        }),
      ]);
    },
    /** Ends a conflict: with what is typed here, as a correction, or with what stands. */
    resolve(unit: string, keeps: "mine" | "theirs"): Promise<void> {
      const state = stateOf(unit);
      if (state.status.kind !== "conflict") return Promise.resolve();
      const { standing } = state.status;
      const settled: RowState = {
        ...state,
        standing,
        base: standing.version,
        status: { kind: "still" },
      };
      if (keeps === "theirs") {
        set([keep({ ...settled, typed: typedOf(standing, columns), isZero: false })]);
        return Promise.resolve();
      }
      set([keep(settled)]);
      return send([unit]);
    },
    /** Rows whose fields say something that the server has not. */
    unsent(): readonly string[] {
      return [...snapshot.rows.values()]
        .filter((state) => isChanged(state, columns))
        .map(({ row }) => row.unit.code);
    },
  };
}
