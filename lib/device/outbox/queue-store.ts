import { wrap, type IDBPDatabase } from "idb";

import { isRecord } from "@/lib/base/forms/unknown-object";
import { readMutation, type Mutation } from "./mutation";
import { emptyQueue, type Queue } from "./queue";
import { readKeptRecord, type SentRecord } from "./record-mutation";

/** Where a queue is kept. */
export type QueueStore = {
  /** `memory`: only until the page is closed, because this browser keeps nothing. */
  readonly kind: "kept" | "memory";
  /**
   * One step from the queue to the next, whole or not at all, and only one at a time whoever else
   * has it open.
   *
   * @throws when it could not be written down: the disk is full, or the store is closed.
   */
  readonly change: <Result>(step: (queue: Queue) => QueueStep<Result>) => Promise<Result>;
  readonly close: () => void;
};

type QueueStep<Result> = { readonly queue: Queue; readonly result: Result };

/** Name of the database of a person's queue, and of the lock on sending it. */
export function outboxName(actorId: string): string {
  return `cakupan-${actorId}-outbox`;
}

/** Rises when stores are added; what is in them is brought along by `readMutation`. */
const databaseVersion = 1;

const settings = "queue";

/**
 * @param onGone told when the database is taken away: this store is closed then.
 * @throws when this browser keeps nothing.
 */
export async function openQueueStore(
  actorId: string,
  factory: IDBFactory,
  onGone?: () => void,
): Promise<QueueStore> {
  const database = await openKept(outboxName(actorId), factory);
  database.addEventListener("versionchange", () => {
    database.close();
    onGone?.();
  });

  return {
    kind: "kept",
    close: () => database.close(),
    async change(step) {
      const tx = database.transaction(["mutations", "state"], "readwrite", {
        durability: "strict",
      });
      const mutations = tx.objectStore("mutations");
      const state = tx.objectStore("state");
      // A step that throws, or a disk that is full, aborts the whole; `done` then says why.
      const done = tx.done.catch((error: unknown) => {
        throw error instanceof Error ? error : new Error(String(error));
      });
      done.catch(() => undefined);
      try {
        const [kept, settled] = await Promise.all([
          mutations.getAll() as Promise<unknown[]>,
          state.get(settings) as Promise<unknown>,
        ]);
        const before = readQueue(kept, settled);
        const { queue, result } = step(before);
        for (const part of ["mutations", "records"] as const) {
          for (const [id, each] of queue[part]) {
            if (before[part].get(id) !== each) void mutations.put(each).catch(ignore);
          }
          for (const id of before[part].keys()) {
            if (!queue[part].has(id)) void mutations.delete(id).catch(ignore);
          }
        }
        if (queue !== before) void state.put(withoutMutations(queue), settings).catch(ignore);
        await done;
        return result;
      } catch (error) {
        abort(tx);
        throw error;
      }
    },
  };
}

/** What a queue's database holds, as it was written; nothing when there is none. */
export async function readKept(name: string): Promise<readonly unknown[]> {
  const databases = await indexedDB.databases?.();
  if (databases && !databases.some((each) => each.name === name)) return [];
  const database = await openKept(name, indexedDB);
  try {
    const kept: unknown[] = await database.getAll("mutations");
    return kept;
  } finally {
    database.close();
  }
}

/** A queue for a browser that keeps nothing: it lives as long as the page. */
export function memoryStore(start: Queue = emptyQueue): QueueStore {
  let queue = start;
  return {
    kind: "memory",
    change: (step) =>
      Promise.resolve().then(() => {
        const next = step(queue);
        queue = next.queue;
        return next.result;
      }),
    close: () => undefined,
  };
}

function openKept(name: string, factory: IDBFactory): Promise<IDBPDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, databaseVersion);
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion < 1) {
        request.result.createObjectStore("mutations", { keyPath: "id" });
        request.result.createObjectStore("state");
      }
    };
    request.onerror = () => reject(request.error ?? new Error("the database did not open"));
    request.onsuccess = () => resolve(wrap(request.result));
  });
}

function readQueue(kept: readonly unknown[], settled: unknown): Queue {
  const mutations = new Map<string, Mutation>();
  const records = new Map<string, SentRecord>();
  for (const each of kept) {
    const mutation = readMutation(each);
    const record = mutation ? null : readKeptRecord(each);
    if (mutation) mutations.set(mutation.id, mutation);
    if (record) records.set(record.id, record);
  }
  const all = [...mutations.values(), ...records.values()];
  const last = Math.max(0, ...all.map(({ order }) => order));
  const read = isRecord(settled) ? settled : {};
  const { next, condition, failures, pausedUntil, triedAt, lease } = read;
  return {
    mutations,
    records,
    next: Math.max(last + 1, typeof next === "number" ? next : 1),
    condition: condition === "signedOut" || condition === "otherPerson" ? condition : null,
    failures: typeof failures === "number" ? failures : 0,
    pausedUntil: typeof pausedUntil === "number" ? pausedUntil : 0,
    triedAt: typeof triedAt === "number" ? triedAt : null,
    lease: readLease(lease),
  };
}

function readLease(lease: unknown): Queue["lease"] {
  if (!isRecord(lease)) return null;
  const { holder, until } = lease;
  return typeof holder === "string" && typeof until === "number" ? { holder, until } : null;
}

function withoutMutations({ mutations: _, records: __, ...state }: Queue) {
  return state;
}

function abort(tx: { readonly abort: () => void }): void {
  try {
    tx.abort();
  } catch {
    // It has ended by itself.
  }
}

function ignore(): void {
  // The transaction's own failure is told by `done`.
}
