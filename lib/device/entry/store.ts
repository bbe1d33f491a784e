import { pageOutbox } from "@/lib/device/outbox/page-outbox";
import type { EntryColumn, EntryRow } from "@/lib/report/entry-row";
import type { EntryFigures, StoredReport } from "@/lib/report/schema";
import { now } from "@/lib/base/time/clock";

import { entryAnswers } from "./answers";
import { openEntryBoard, type RejectedReport } from "./board";
import { followEntries, type EntryOutbox } from "./follower";
import { entryLeaving } from "./leaving";
import type { EntryContext } from "./entry-context";
import { entrySending } from "./sending";
import { entryTyping } from "./typing";

export type EntryStore = ReturnType<typeof openEntryStore>;

/**
 * The rows of one day on the screen: what is typed, and what the outbox says of what was sent. Grid
 * and card are drawn from it and tell it what was typed. Everything that is sent goes through the
 * outbox, online as well.
 */
export function openEntryStore({
  rows,
  columns,
  context,
  figures = "daily",
  rejected = null,
  sendsAtRest = false,
  outbox = () => pageOutbox(context.actorId),
  clock = now,
}: {
  readonly rows: readonly EntryRow[];
  readonly columns: readonly EntryColumn[];
  readonly context: EntryContext;
  /** How the person types; daily when left out. */
  readonly figures?: EntryFigures | undefined;
  /** What came back from the server before the page was alive; nothing when left out. */
  readonly rejected?: RejectedReport | null;
  /** Rows go by themselves once nothing was typed for a minute. */
  readonly sendsAtRest?: boolean;
  /** The person's own when left out. */
  readonly outbox?: () => Promise<EntryOutbox>;
  readonly clock?: () => Date;
}) {
  const board = openEntryBoard({ rows, columns, context, figures, rejected });
  const follower = followEntries(board, outbox);
  const { fillAs, fillZero, type, ...typing } = entryTyping(board);
  const { send, ...sending } = entrySending(board, follower, clock);
  const { leave, stir, stopResting } = entryLeaving(board, send, clock);
  const { retryQueued, ...answers } = entryAnswers(board, follower);
  const { snapshot, stateOf } = board;

  return {
    ...typing,
    ...sending,
    ...answers,
    columns,
    context,
    order: rows.map(({ unit }) => unit.code),
    subscribe: (listener: () => void) => {
      const unlisten = board.listen(listener);
      board.takeUpDrafts();
      follower.start();
      return () => {
        if (unlisten() > 0) return;
        follower.stop();
        stopResting();
      };
    },
    snapshot,
    /** As the server drew it. */
    serverSnapshot: board.initial,
    stateOf,
    send,
    leave,
    type(...typed: Parameters<typeof type>) {
      type(...typed);
      if (sendsAtRest) stir(typed[0]);
    },
    /** Puts the fields back as a report had them, and sends that. */
    putBack(unit: string, standing: StoredReport): Promise<void> {
      fillAs(unit, standing);
      return send([unit]);
    },
    /** Nihil, which goes as a whole row does: when it is left, or with Kirim. */
    markZero: (unit: string) => {
      fillZero(unit);
      if (sendsAtRest) stir(unit);
    },
    /** A zero report: one press, and it goes. */
    zero(unit: string): Promise<void> {
      fillZero(unit);
      return send([unit]);
    },
    /** Puts an emptied row back to what waits in the outbox. */
    unclear(unit: string) {
      const { queued } = stateOf(unit);
      if (queued) fillAs(unit, queued.content);
    },
    /** Sends once more, now: what waits, or what was rejected for something that may have passed. */
    retry: (unit: string) => (stateOf(unit).queued === null ? send([unit]) : retryQueued(unit)),
    /** Rows that say something which would be gone with the page: neither sent nor kept. */
    unsent(): readonly string[] {
      return [...snapshot().rows.values()].filter(board.isLoose).map(({ row }) => row.unit.code);
    },
  };
}
