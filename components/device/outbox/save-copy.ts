import { saveFile } from "@/components/base/ui/save-file";
import type { Outbox } from "@/lib/device/outbox/open-outbox";
import { now } from "@/lib/base/time/clock";

/**
 * Downloads what has not arrived as a file, to be loaded on another device.
 *
 * @returns how many reports are in it; 0: there was nothing to copy, and no file is written.
 * @throws when the outbox cannot be read.
 */
export async function saveCopy(outbox: Outbox): Promise<number> {
  const { exportQueue } = await import("@/lib/device/outbox/queue-file");
  const { name, text, count } = await exportQueue(outbox, now());
  if (count === 0) return 0;
  saveFile(name, text, "application/json");
  return count;
}
