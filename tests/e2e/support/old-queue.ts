/** Whether this browser has a queue of anyone. */
export async function hasQueue(): Promise<boolean> {
  return (await indexedDB.databases()).some(({ name }) => name?.endsWith("-outbox"));
}

type OldMutation = { readonly id: string; readonly unit: string; readonly day: string } & Record<
  string,
  unknown
>;

/** Writes what is in every format, and nothing that a later one added, past the app's program. */
export async function leaveInQueue({ tallies, ...named }: OldMutation): Promise<void> {
  const name = (await indexedDB.databases()).find((each) => each.name?.endsWith("-outbox"))?.name;
  if (name === undefined) throw new Error("no queue");
  const { id, unit, day } = named;
  const report = { id, unit, day, zero: false, baseVersion: 0, tallies };
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(new Error("no queue"));
    opening.onsuccess = () => {
      const database = opening.result;
      const tx = database.transaction("mutations", "readwrite");
      tx.objectStore("mutations").put({ ...named, report });
      tx.oncomplete = () => {
        database.close();
        resolve();
      };
    };
  });
}
