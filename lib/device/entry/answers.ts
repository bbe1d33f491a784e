import type { EntryColumn } from "@/lib/report/entry-row";
import type { ReportReason } from "@/lib/report/schema";

import type { EntryBoard } from "./board";
import type { EntryFollower, EntryOutbox } from "./follower";
import { openRow, typedAs, type RowState } from "./row-state";

/** What a person does about a report that is in the outbox and did not simply arrive. */
export function entryAnswers(
  { columns, context, stateOf, set, keep }: EntryBoard,
  { through }: EntryFollower,
) {
  async function withQueued(
    unit: string,
    work: (outbox: EntryOutbox, id: string) => Promise<void>,
  ): Promise<void> {
    const { queued } = stateOf(unit);
    if (!queued) return;
    await through([], async (outbox) => {
      await work(outbox, queued.id);
      return true;
    });
  }

  return {
    /** Ends a conflict: with what is typed here, as a correction, or with what stands. */
    resolve(unit: string, keeps: "mine" | "theirs"): Promise<void> {
      const state = stateOf(unit);
      const { queued } = state;
      const next = resolved(state, keeps, columns);
      if (!next || !queued) return Promise.resolve();
      set([keep(next)]);
      return through([unit], async (outbox) => {
        await outbox.resolve(queued.id, keeps);
        return false;
      });
    },
    /** Answers what a report was rejected for, with the reason where one is needed, and sends it again. */
    explain: (unit: string, reason: ReportReason | null) =>
      withQueued(unit, (outbox, id) => outbox.explain(id, reason)),
    /** Sends what waits once more, now, or what was rejected for something that may have passed. */
    retryQueued: (unit: string) => {
      const { status } = stateOf(unit);
      return withQueued(unit, (outbox, id) =>
        status.kind === "rejected" ? outbox.retry(id) : Promise.resolve(),
      );
    },
    /** After a zero report was taken back: the unit has not reported, for the outbox neither. */
    async clear(unit: string): Promise<void> {
      const { slug, day } = context;
      await through([], async (outbox) => {
        await outbox.forget({ slug, unit, day });
        return false;
      });
      const state = stateOf(unit);
      set([keep(openRow({ ...state.row, standing: null }, columns, state.figures))]);
    },
    /** Takes back what is on its way and never went. Whether it could be. */
    async takeBack(unit: string): Promise<boolean> {
      const before = stateOf(unit).standing;
      await withQueued(unit, (outbox, id) => outbox.discard(id));
      const state = stateOf(unit);
      if (state.queued !== null) return false;
      set([keep(openRow({ ...state.row, standing: state.standing }, columns, state.figures))]);
      // It may have arrived in the meantime.
      return state.standing?.version === before?.version;
    },
  };
}

/** A row whose conflict was ended; null: it is in none. */
function resolved(
  state: RowState,
  keeps: "mine" | "theirs",
  columns: readonly EntryColumn[],
): RowState | null {
  if (state.status.kind !== "conflict") return null;
  const { standing } = state.status;
  const settled: RowState = { ...state, standing, base: standing.version, queued: null };
  if (keeps === "mine") return { ...settled, status: { kind: "sending" } };
  const typed = typedAs(state, standing, columns);
  return { ...settled, typed, isZero: false, parts: undefined, status: { kind: "still" } };
}
