import { countUnsent } from "@/lib/device/outbox/count-unsent";
import { currentPerson } from "@/lib/device/outbox/current-person";

import { draftsOf } from "./drafts";

/** What the person who was signed in last typed on this device and did not send; null: nothing. */
export async function waitingHere(): Promise<{
  readonly name: string;
  readonly count: number;
} | null> {
  const person = await currentPerson();
  if (!person) return null;
  const count = draftsOf(person.actorId).length + (await countUnsent(person.actorId));
  return count > 0 ? { name: person.name, count } : null;
}
