import "server-only";

import { logServer } from "@/lib/base/server/log";

import { clockNotice } from "./notice";
import { clockDifference } from "./queries";

const hour = 60 * 60_000;

/** Compares the clocks of application and database now and every hour; says in the log when they differ. */
export function watchClocks(compare = clockDifference): void {
  void tellDifference(compare);
  setInterval(() => void tellDifference(compare), hour).unref();
}

/** One line when the clocks are more than a minute apart. */
export async function tellDifference(compare: () => Promise<number>): Promise<void> {
  // A database that is away is told by whoever needs it.
  const seconds = await compare().catch(() => 0);
  if (clockNotice(seconds) !== null) {
    logServer({ event: "clockDiffers", secondsBeforeDatabase: Math.round(seconds) });
  }
}
