import { readMutation, isLive } from "./mutation";
import { outboxName, readKept } from "./queue-store";

/**
 * Reports of a person on this device that the server is not known to have. 0 as well where the
 * browser keeps nothing. Makes no database where there is none.
 */
export async function countUnsent(actorId: string): Promise<number> {
  try {
    const kept = await readKept(outboxName(actorId));
    const mutations = kept.map(readMutation);
    // What cannot be read here was written by a newer version: it is not sent either.
    return mutations.filter(
      (each) => each === null || (isLive(each) && each.state.kind !== "stored"),
    ).length;
  } catch {
    return 0;
  }
}
