import { openDB } from "idb";

/**
 * Who was signed in last on this device, for the service worker: it has no page to ask. Kept in
 * IndexedDB `cakupan-device`. Nothing else of a person is kept there.
 */
type CurrentPerson = {
  readonly actorId: string;
  readonly name: string;
};

/** null: nobody, or a browser that keeps nothing. */
export async function currentPerson(): Promise<CurrentPerson | null> {
  try {
    const database = await openDevice();
    const kept: unknown = await database.get("device", "person");
    database.close();
    return isPerson(kept) ? { actorId: kept.actorId, name: kept.name } : null;
  } catch {
    return null;
  }
}

/** Remembers who is signed in; null: nobody. A browser that keeps nothing does nothing. */
export async function rememberPerson(person: CurrentPerson | null): Promise<void> {
  try {
    const database = await openDevice();
    if (person) {
      await database.put("device", { actorId: person.actorId, name: person.name }, "person");
    } else {
      await database.delete("device", "person");
    }
    database.close();
  } catch {
    // Without it the worker sends nothing; the page does.
  }
}

function openDevice() {
  return openDB("cakupan-device", 1, {
    upgrade(database) {
      database.createObjectStore("device");
    },
  });
}

function isPerson(value: unknown): value is CurrentPerson {
  return (
    typeof value === "object" &&
    value !== null &&
    "actorId" in value &&
    typeof value.actorId === "string" &&
    "name" in value &&
    typeof value.name === "string"
  );
}
