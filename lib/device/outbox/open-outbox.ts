import type { ReportReason } from "@/lib/report/schema";
import type { ReportName } from "@/lib/report/report-key";

import { asUnknown, isPending, type LiveMutation, type Mutation } from "./mutation";
import { newSubmissionId } from "./new-id";
import {
  emptyQueue,
  inOrder,
  unsentOf,
  withMutations,
  type Queue,
  type QueueCondition,
} from "./queue";
import {
  asCopied,
  recordsInOrder,
  unsentRecords,
  withDiscardedRecord,
  withRecords,
  withRetriedRecord,
  withTypedRecord,
} from "./record-queue";
import type { LiveRecord, SentRecord, TypedRecord } from "./record-mutation";
import { memoryStore, outboxName, type QueueStore } from "./queue-store";
import { isReadable } from "./readable";
import { sendDue, type RunResult } from "./sender";
import { withRejection } from "./sending";
import { leaseLock, type SenderLock } from "./sender-lock";
import { browserLocks, openChannel, openStore } from "./this-browser";
import {
  withChoice,
  withDiscarded,
  withForgotten,
  withReason,
  withRecovered,
  withRetry,
  withTyped,
  type TypedEntry,
} from "./typing";

export type OutboxOptions = {
  /** Whose reports these are; no one else sees or sends them. */
  readonly actorId: string;
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  /** In [0, 1); for the jitter of waiting. */
  readonly random: () => number;
  /** Before "/api/…"; left out: the page's own address. */
  readonly baseUrl?: string;
  /** The browser's own when left out; null: none, and the queue lives as long as the page. */
  readonly indexedDB?: IDBFactory | null;
  /** Web Locks when left out and the browser has them, else a lease in the queue. */
  readonly locks?: SenderLock;
  readonly newId?: () => string;
  /** Milliseconds that one request may take. */
  readonly patience?: number;
  /** Tells other pages of this browser that the queue changed; null: there are none. */
  readonly channel?: BroadcastChannel | null;
  /** Called when the queue was taken off the device, as signing out does: this outbox is over. */
  readonly onGone?: () => void;
};

/** What a screen shows of the queue. */
export type OutboxView = {
  /** In order of typing, with the lines of those that arrived. */
  readonly mutations: readonly Mutation[];
  /** What is no report, in order of typing, with the lines of what arrived. */
  readonly records: readonly SentRecord[];
  readonly condition: QueueCondition | null;
  /** Reports and records that the server is not known to have. */
  readonly unsent: number;
  /** When something was last sent, milliseconds since 1970; null: nothing was yet. */
  readonly triedAt: number | null;
  /** Whether it outlives the page. */
  readonly isKept: boolean;
};

/** What a device has not brought to the server, for another one. */
type QueueCopy = {
  readonly mutations: readonly LiveMutation[];
  readonly records: readonly LiveRecord[];
};

export type Outbox = Awaited<ReturnType<typeof openOutbox>>;

const patience = 25_000;

/**
 * Opens one person's outbox on this device. What is typed goes in with `enqueue`, and leaves only
 * when the server has it: `send` sends what is due.
 *
 * A browser that keeps nothing has it in memory (`isKept` of `view` is false): nothing else changes.
 */
export async function openOutbox(options: OutboxOptions) {
  const { actorId, now, random, newId = newSubmissionId } = options;
  const factory = options.indexedDB === undefined ? globalThis.indexedDB : options.indexedDB;
  let store = await openStore(actorId, factory, options.onGone);
  const listeners = new Set<() => void>();
  const channel =
    options.channel === undefined
      ? openChannel(actorId, options.indexedDB === undefined)
      : options.channel;
  const lock =
    options.locks ??
    browserLocks(options.indexedDB === undefined) ??
    leaseLock(proxied(), { holder: newId(), now });
  let running: Promise<RunResult> | null = null;
  let asked: { isForced: boolean } | null = null;

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const changed = () => {
    tell();
    channel?.postMessage("changed");
  };
  channel?.addEventListener("message", tell);

  /** The store as it is now: it may have become memory since. */
  function proxied(): QueueStore {
    return {
      get kind() {
        return store.kind;
      },
      change: (step) => store.change(step),
      close: () => store.close(),
    };
  }

  function step(next: (queue: Queue) => Queue): Promise<void> {
    return store.change((queue) => ({ queue: next(queue), result: undefined })).finally(changed);
  }

  async function run(isForced: boolean): Promise<RunResult> {
    const wire = {
      actorId,
      fetch: options.fetch,
      baseUrl: options.baseUrl ?? "",
      patience: options.patience ?? patience,
    };
    const sent = await lock.request(outboxName(actorId), () =>
      sendDue(
        { store: proxied(), wire, now, random, onChange: changed, renew: lock.renew },
        isForced,
      ),
    );
    // Another sender has it; look again when its request must have ended.
    return sent ?? { nextAt: now().getTime() + patience, condition: null };
  }

  async function runAll(isForced: boolean): Promise<RunResult> {
    let sent = await run(isForced);
    while (asked) {
      const next = asked;
      asked = null;
      sent = await run(next.isForced);
    }
    return sent;
  }

  return {
    actorId,

    /**
     * Keeps a report as it was typed, before anything else happens. Its id is the submission's;
     * the same one again changes nothing. Then it is judged by the server's own schema: what that
     * would not read is rejected here already. Does not send.
     */
    async enqueue(typed: TypedEntry): Promise<void> {
      const report = {
        ...typed.report,
        submittedAt: typed.report.submittedAt ?? now().toISOString(),
      };
      const keep = (queue: Queue) => withTyped(queue, { ...typed, report });
      try {
        await step(keep);
      } catch (error) {
        if (store.kind === "memory") throw error;
        // The disk is full: this one lives as long as the page, and the page says so.
        store = memoryStore(await readAll(store));
        await step(keep);
      }
      if (!(await isReadable(report))) {
        await step((queue) => withRejection(queue, report.id, "unreadable"));
      }
    },

    /** Takes up what a page that is gone was handing over, if the queue has nothing later. */
    recover: (typed: TypedEntry) => step((queue) => withRecovered(queue, typed)),

    /**
     * Sends what is due, and reads it back. One run at a time: a call during a run makes it run
     * once more. Rejects only when the queue can no longer be read.
     *
     * @param isForced sends what waits for its next try as well.
     */
    send({ isForced = false }: { readonly isForced?: boolean } = {}): Promise<RunResult> {
      if (running) {
        asked = { isForced: isForced || (asked?.isForced ?? false) };
        return running;
      }
      running = runAll(isForced).finally(() => {
        running = null;
      });
      return running;
    },

    view(): Promise<OutboxView> {
      return store.change((queue) => ({
        queue,
        result: {
          mutations: inOrder(queue),
          records: recordsInOrder(queue),
          condition: queue.condition,
          unsent: unsentOf(queue).length + unsentRecords(queue).length,
          triedAt: queue.triedAt,
          isKept: store.kind === "kept",
        },
      }));
    },

    /** Ends a conflict with what was typed here, or with what stands; both are then sent. */
    resolve: (id: string, kept: "mine" | "theirs") => step((queue) => withChoice(queue, id, kept)),

    /** Gives a rejected report the reason that was missing. */
    explain: (id: string, reason: ReportReason | null) =>
      step((queue) => withReason(queue, id, reason)),

    /** Puts a rejected report back in the queue. */
    retry: (id: string) => step((queue) => withRetry(queue, id, newId())),

    /** Gives up a report that the server rejected, or that cannot have reached it. */
    discard: (id: string) => step((queue) => withDiscarded(queue, id)),

    /** A report that arrived was withdrawn: what is typed next is a first one again. */
    forget: (report: ReportName) => step((queue) => withForgotten(queue, report)),

    /** What another device kept: that whose id is known here already is left out. */
    add: ({ mutations, records }: QueueCopy) =>
      step((queue) => {
        const fresh = mutations
          .filter(({ id }) => !queue.mutations.has(id))
          .map((each, index) => ({ ...each, order: queue.next + index }));
        const others = records
          .filter(({ id }) => !queue.records.has(id))
          .map((each, index) => ({ ...each, order: queue.next + fresh.length + index }));
        const next = queue.next + fresh.length + others.length;
        return withRecords(withMutations({ ...queue, next }, fresh), others);
      }),

    /** What is not sent yet, for another device. From here on nobody knows whether that one sent it. */
    takeCopy: (): Promise<QueueCopy> =>
      store.change((queue) => {
        const mutations = unsentOf(queue).map((each) => (isPending(each) ? asUnknown(each) : each));
        const records = unsentRecords(queue).map(asCopied);
        const copied = withRecords(withMutations(queue, mutations), records);
        return { queue: copied, result: { mutations, records } };
      }),

    /**
     * Keeps a record as a form hands it over. What waits for the same record and was never under way
     * gives way to it; while something is, nothing is taken: `isTaken` is false then. Does not send.
     *
     * @throws when it could not be written down: the form keeps what was typed.
     */
    put: (typed: TypedRecord): Promise<{ readonly isTaken: boolean; readonly id: string }> =>
      store
        .change((queue) => {
          const next = withTypedRecord(queue, typed, now().toISOString());
          return { queue: next, result: { isTaken: next !== queue, id: typed.id } };
        })
        .finally(changed),

    retryRecord: (id: string) => step((queue) => withRetriedRecord(queue, id)),

    discardRecord: (id: string) => step((queue) => withDiscardedRecord(queue, id)),

    /** Called when the queue changed, here or in another page of this browser. */
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    close() {
      listeners.clear();
      channel?.close();
      store.close();
    },
  };
}

/** What is kept already, to go on with where nothing can be kept any more. */
function readAll(store: QueueStore): Promise<Queue> {
  return store.change((queue) => ({ queue, result: queue })).catch(() => emptyQueue);
}
