import { isLive, readMutation } from "./mutation";
import { isKeptRecord } from "./record-mutation";
import { outboxName, readKept } from "./queue-store";

/**
 * Reports of a person on this device of which it is not known that the server has them as they were
 * typed: also those that it stored and that were not read back yet. 0 as well where the browser
 * keeps nothing. Makes no database where there is none.
 */
export async function countUnsent(actorId: string): Promise<number> {
  try {
    const kept = await readKept(outboxName(actorId));
    return kept.filter((each) => {
      if (isKeptRecord(each)) return each["body"] !== null;
      const mutation = readMutation(each);
      // What cannot be read here was written by a newer version: it is not sent either.
      return mutation === null || isLive(mutation);
    }).length;
  } catch {
    return 0;
  }
}
