import type { Outbox } from "@/lib/outbox/open-outbox";
import { now } from "@/lib/time/clock";

/**
 * Downloads what has not arrived as a file, to be loaded on another device.
 *
 * @returns how many reports are in it; 0: there was nothing to copy, and no file is written.
 * @throws when the outbox cannot be read.
 */
export async function saveCopy(outbox: Outbox): Promise<number> {
  const { exportQueue } = await import("@/lib/outbox/queue-file");
  const { name, text, count } = await exportQueue(outbox, now());
  if (count === 0) return 0;
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return count;
}
