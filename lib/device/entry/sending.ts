import { noteHanded, strikeHanded } from "@/lib/device/outbox/handed";
import type { ReportReason } from "@/lib/report/schema";

import type { EntryBoard } from "./board";
import type { EntryFollower } from "./follower";
import { outgoingOf, stuckUnits, type SendOptions } from "./outgoing";

/** What sends rows, with the reason that a change may need. */
export function entrySending(
  { columns, context, snapshot, stateOf, set, keep, ask }: EntryBoard,
  { through, lookWhetherKept }: EntryFollower,
  clock: () => Date,
) {
  /**
   * Hands what changed to the outbox and sends it. A change that needs a reason is not sent without
   * one: it is asked for first, where this device can tell.
   */
  async function send(units: readonly string[], sending: SendOptions = {}): Promise<void> {
    const rows = units.map(stateOf);
    const { going, asked } = outgoingOf(rows, sending, { columns, context, at: clock() });
    ask(asked);
    const stuck = stuckUnits(rows, columns);
    if (stuck.length > 0) set([], { kind: "rejected", units: stuck, count: stuck.length });
    const isWaiting = rows.some(({ status }) => status.kind === "kept");
    if (going.length === 0 && !isWaiting) return;
    set(going.map(({ next }) => ({ ...next, status: { kind: "sending" } })));
    const letters = going.map(({ typed }) => typed);
    // The page may be gone before the outbox has them.
    noteHanded(context.actorId, letters);
    await through(
      letters.map(({ report }) => report.unit),
      async (outbox) => {
        for (const letter of letters) await outbox.enqueue(letter);
        strikeHanded(context.actorId, letters);
        await lookWhetherKept(outbox);
        // It is kept by the outbox now; what was typed since is kept as a draft.
        for (const { report } of letters) {
          const state = stateOf(report.unit);
          if (state.queued?.id === report.id) keep(state);
        }
        return letters.length === 0;
      },
    );
    strikeHanded(context.actorId, letters);
  }

  return {
    send,
    /** Sends a returned report once more as it stands. */
    resend: (unit: string) => send([unit], { isResent: true }),
    /** Sends the changes that were asked the reason of, with it. */
    giveReason(reason: ReportReason): Promise<void> {
      const { asked } = snapshot();
      ask([]);
      return send(asked, { reason });
    },
    /** No reason now: the changes stay drafts. */
    dropReason: () => ask([]),
  };
}
