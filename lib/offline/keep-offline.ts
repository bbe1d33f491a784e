import { currentPerson } from "@/lib/outbox/current-person";

import { isKitOf, keepKit } from "./kit-store";
import type { KeepMessage } from "./worker-message";

/** Address of the worker. */
export const workerAddress = "/sw.js";

/**
 * Makes the entry screens of a campaign work without a connection from here on: the worker with its
 * files, the page it shows, and the kit to fill it with. Every part that fails is left as it was.
 */
export async function keepOffline(actorId: string, slug: string): Promise<void> {
  await Promise.allSettled([keepPage(actorId, slug), refreshKit(actorId, slug)]);
  // Asked after there is something to keep; most browsers answer without asking the person.
  await navigator.storage?.persist?.().catch(() => false);
}

/** Fetches the kit anew, as after reports were sent. Leaves the old one when it cannot. */
export async function refreshKit(actorId: string, slug: string): Promise<boolean> {
  const answer = await fetch(`/api/v1/campaigns/${encodeURIComponent(slug)}/entry`);
  const kit: unknown = answer.ok ? await answer.json() : null;
  if (!isKitOf(kit, actorId)) return false;
  // Signing out took everything away while this was on its way: it must not come back.
  if ((await currentPerson())?.actorId !== actorId) return false;
  await keepKit(kit);
  return true;
}

async function keepPage(actorId: string, slug: string): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register(workerAddress, { scope: "/", updateViaCache: "none" });
  const { active } = await navigator.serviceWorker.ready;
  const message: KeepMessage = { kind: "keep", actorId, slug };
  active?.postMessage(message);
}
