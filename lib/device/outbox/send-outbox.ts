import { now } from "@/lib/base/time/clock";

import { currentPerson } from "./current-person";
import { openOutbox } from "./open-outbox";
import type { RunResult } from "./sender";

/**
 * Sends the queue of who was signed in last on this device: for the service worker, when the
 * connection is back and no page is open. null: nobody was.
 */
export async function sendOutbox(): Promise<RunResult | null> {
  const person = await currentPerson();
  if (!person) return null;
  const outbox = await openOutbox({
    actorId: person.actorId,
    fetch: (input, init) => fetch(input, init),
    now,
    random: Math.random,
  });
  try {
    return await outbox.send({ isForced: true });
  } finally {
    outbox.close();
  }
}
