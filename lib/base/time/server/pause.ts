import { setTimeout as sleep } from "node:timers/promises";

/** The one place that waits on purpose, so that a test need not. */
export function pause(milliseconds: number): Promise<void> {
  return sleep(milliseconds);
}
