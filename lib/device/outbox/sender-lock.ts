import type { QueueStore } from "./queue-store";

/** Lets one sender of a device run at a time. */
export type SenderLock = {
  /** Runs the work when it is its turn; null: another sender has it and will send everything. */
  readonly request: <Result>(name: string, work: () => Promise<Result>) => Promise<Result | null>;
  /** Holds it for one request more, where it would run out. */
  readonly renew?: () => Promise<void>;
};

/** For a device that has one sender by construction, as a simulated one. */
export const oneSender: SenderLock = { request: (_name, work) => work() };

/** Web Locks: the browser frees them when a page or worker dies. */
export function webLocks(locks: LockManager): SenderLock {
  return { request: async (name, work) => locks.request(name, () => work()) };
}

/** Longer than one request may take. */
const leaseFor = 45_000;

/**
 * A lease in the queue itself, for browsers without Web Locks (plain HTTP). A sender that died
 * holds it until it runs out. Two that send at once would still store nothing twice: the server
 * knows every report by its id.
 */
export function leaseLock(
  store: QueueStore,
  { holder, now }: { readonly holder: string; readonly now: () => Date },
): SenderLock {
  const take = () => {
    const at = now().getTime();
    return store.change((queue) => {
      const { lease } = queue;
      // One that lasts longer than any was written by a clock that has been put back since.
      const isTaken =
        lease !== null &&
        lease.holder !== holder &&
        lease.until > at &&
        lease.until <= at + leaseFor;
      return isTaken
        ? { queue, result: false }
        : { queue: { ...queue, lease: { holder, until: at + leaseFor } }, result: true };
    });
  };
  const free = () =>
    store.change((queue) => ({
      queue: queue.lease?.holder === holder ? { ...queue, lease: null } : queue,
      result: undefined,
    }));
  return {
    renew: async () => void (await take()),
    async request(_name, work) {
      if (!(await take())) return null;
      try {
        return await work();
      } finally {
        await free().catch(() => undefined);
      }
    },
  };
}
