import { memoryStore, openQueueStore, outboxName, type QueueStore } from "./queue-store";
import { webLocks, type SenderLock } from "./sender-lock";

/*
 * What the browser that this runs in has for an outbox. Another IndexedDB than its own is another device: it
 * has no locks or pages with this one (`isOwn` is false).
 */

/** The store of a person's queue; one in memory where nothing can be kept. */
export async function openStore(
  actorId: string,
  factory: IDBFactory | null | undefined,
  onGone: (() => void) | undefined,
): Promise<QueueStore> {
  if (!factory) return memoryStore();
  try {
    return await openQueueStore(actorId, factory, onGone);
  } catch {
    return memoryStore();
  }
}

/** The browser's own locks; null: it has none. */
export function browserLocks(isOwn: boolean): SenderLock | null {
  if (!isOwn || typeof navigator === "undefined" || !("locks" in navigator)) return null;
  return webLocks(navigator.locks);
}

/** How other pages of this browser are told that the queue changed; null: they are not. */
export function openChannel(actorId: string, isOwn: boolean): BroadcastChannel | null {
  if (!isOwn || typeof BroadcastChannel === "undefined") return null;
  return new BroadcastChannel(outboxName(actorId));
}
