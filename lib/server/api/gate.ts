import "server-only";

import { noteSeen } from "@/lib/account/auth/server/session-commands";
import { now } from "@/lib/base/time/clock";

import { findPasses, type Caller, type Pass } from "./queries";

type Waiting = {
  readonly caller: Caller;
  readonly settle: {
    readonly resolve: (pass: Pass | null) => void;
    readonly reject: (reason: unknown) => void;
  }[];
};

const door = { waiting: new Map<string, Waiting>(), isAsking: false };

/**
 * Who a caller is and the state of their campaign, asked of the database after the call came.
 *
 * Calls that come while a statement is under way wait for the next one and share it. So fifty
 * callers at once cost one small statement, and still none is answered from what was true before
 * they called.
 *
 * @returns null when the session is over.
 */
export function askPass(caller: Caller): Promise<Pass | null> {
  const key = `${caller.sessionId}/${caller.slug ?? ""}`;
  return new Promise((resolve, reject) => {
    const same = door.waiting.get(key);
    if (same) same.settle.push({ resolve, reject });
    else door.waiting.set(key, { caller, settle: [{ resolve, reject }] });

    if (door.isAsking) return;
    door.isAsking = true;
    // The calls that the server has read in this turn are all let in before it asks.
    setImmediate(() => void askAll());
  });
}

async function askAll(): Promise<void> {
  while (door.waiting.size > 0) {
    const asked = [...door.waiting.values()];
    door.waiting = new Map();
    try {
      const passes = await findPasses(
        asked.map(({ caller }) => caller),
        now(),
      );
      for (const [index, { settle }] of asked.entries()) {
        for (const { resolve } of settle) resolve(passes[index] ?? null);
      }
      noteUse(passes);
    } catch (error) {
      for (const { settle } of asked) for (const { reject } of settle) reject(error);
    }
  }
  door.isAsking = false;
}

/** Nobody waits for it, and nobody is kept out when it cannot be written. */
function noteUse(passes: readonly (Pass | null)[]): void {
  const seen = passes.flatMap((pass) => (pass?.isSeenLongAgo ? [pass.sessionId] : []));
  if (seen.length > 0) void noteSeen(seen).catch(() => undefined);
}
