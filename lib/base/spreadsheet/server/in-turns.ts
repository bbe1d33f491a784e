import "server-only";

import { setImmediate as breathe } from "node:timers/promises";

/** Rows between two turns. */
export const rowsOfTurn = 100;

/** Does long work step by step; whatever else waits has its turn at each `yield`. */
export async function inTurns<Result>(work: Generator<void, Result>): Promise<Result> {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
    await breathe();
  }
}
