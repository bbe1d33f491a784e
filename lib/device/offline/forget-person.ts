import { currentPerson, rememberPerson } from "@/lib/device/outbox/current-person";
import { handedBefore, strikeHanded } from "@/lib/device/outbox/handed";

import { forgetDrafts } from "./drafts";
import { pagesCache } from "./kept-page";

/** How long one store may take to go: another page of this browser may still hold it open. */
const patience = 2_000;

/** Takes everything of a person off this device: pages, kits, outbox, drafts, and who they were. */
export async function forgetPerson(actorId: string): Promise<void> {
  const current = await currentPerson();
  if (current?.actorId === actorId) await rememberPerson(null);
  forgetDrafts(actorId);
  strikeHanded(actorId, handedBefore(actorId));
  await Promise.allSettled([
    "caches" in globalThis ? caches.delete(pagesCache(actorId)) : undefined,
    ...(await databasesOf(actorId)).map(remove),
  ]);
}

async function databasesOf(actorId: string): Promise<readonly string[]> {
  const prefix = `cakupan-${actorId}-`;
  const known = [`${prefix}outbox`, `${prefix}kit`];
  const listed = await indexedDB.databases?.().catch(() => undefined);
  return listed ? listed.flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : [])) : known;
}

function remove(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => resolve();
    setTimeout(resolve, patience);
  });
}
