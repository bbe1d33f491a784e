import { sendOutbox } from "@/lib/device/outbox/send-outbox";

import { outboxTag } from "@/lib/device/offline/outbox-tag";

/**
 * Sends what waits on this device, when the browser says that the connection is back. Rejects when
 * something is still to be sent, so that the browser wakes the worker again later.
 */
export async function sendWaiting(tag: string): Promise<void> {
  if (tag !== outboxTag) return;
  const sending = await sendOutbox();
  if (sending?.nextAt !== null && sending?.nextAt !== undefined) {
    throw new Error("something still waits");
  }
}
