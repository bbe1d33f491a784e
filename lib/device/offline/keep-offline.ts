import { currentPerson } from "@/lib/device/outbox/current-person";

import { pageOutbox } from "@/lib/device/outbox/page-outbox";
import { now } from "@/lib/base/time/clock";

import { keptAddress, pagesCache, type KeptPage } from "./kept-page";
import { isKitOf, keepKit, findKeptKit } from "@/lib/device/offline/kit/store";
import { isBehind } from "@/lib/device/offline/kit/typed";
import type { EntryKit } from "./schema";
import { keepMessage } from "./worker-message";

/** Address of the worker. */
const workerAddress = "/sw.js";

/**
 * Makes the entry screens of campaigns, what is due today over all of them, and forms work without a connection
 * from here on: the worker with its files, the pages it shows, and the kits to fill them with. Every part
 * that fails is left as it was.
 */
export async function keepOffline(
  actorId: string,
  {
    slugs,
    hasToday,
    forms,
  }: {
    readonly slugs: readonly string[];
    readonly hasToday: boolean;
    /** Addresses of pages with a form that goes through the outbox. */
    readonly forms: readonly string[];
  },
): Promise<void> {
  await Promise.allSettled([
    ...slugs.flatMap((slug) => [keepPage(actorId, { of: "entry", slug }), renewKit(actorId, slug)]),
    ...(hasToday ? [keepPage(actorId, { of: "today" })] : []),
    ...forms.map((address) => keepPage(actorId, { of: "form", address })),
  ]);
  // Asked after there is something to keep; most browsers answer without asking the person.
  await navigator.storage?.persist?.().catch(() => false);
}

/** For so long a kit is fresh enough: each step of a slow line has better to do than to fetch it. */
export const freshFor = 3 * 60_000;

/**
 * Fetches the kit anew, unless it was fetched a moment ago and has all that arrived from here. Whether
 * there is a fresh one.
 */
export async function renewKit(actorId: string, slug: string): Promise<boolean> {
  const kept = await findKeptKit(actorId, slug);
  const isKnown = kept !== null && isRecent(kept.fetchedAt) && !(await isBehindHere(kept));
  return isKnown || refreshKit(actorId, slug);
}

async function isBehindHere(kit: EntryKit): Promise<boolean> {
  const { mutations } = await (await pageOutbox(kit.person)).view();
  return isBehind(kit, mutations);
}

function isRecent(at: number | undefined): boolean {
  const age = now().getTime() - (at ?? -Infinity);
  return age >= 0 && age < freshFor;
}

/**
 * Fetches the kit anew, as after reports were sent. Leaves the old one when it cannot. One that was
 * read before a report of this device was stored, and comes after that was confirmed, would take the
 * report off the list: it is fetched once more.
 */
export async function refreshKit(actorId: string, slug: string, tries = 2): Promise<boolean> {
  const asked = now().getTime();
  const answer = await fetch(`/api/v1/campaigns/${encodeURIComponent(slug)}/entry`);
  const kit: unknown = answer.ok ? await answer.json() : null;
  const fetchedAt = now().getTime();
  if (!isKitOf(kit, actorId)) return false;
  // Signing out took everything away while this was on its way: it must not come back.
  if ((await currentPerson())?.actorId !== actorId) return false;
  const isOld = await isBehindHere(kit).catch(() => false);
  if (isOld && tries > 1) return refreshKit(actorId, slug, tries - 1);
  await keepKit({ ...kit, fetchedAt }, fetchedAt - asked);
  return true;
}

async function keepPage(actorId: string, page: KeptPage): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register(workerAddress, { scope: "/", updateViaCache: "none" });
  const address = keptAddress(page);
  const asked = `cakupan:halaman:${actorId}:${address}`;
  const cache = await caches.open(pagesCache(actorId));
  const isKept = (await cache.match(address)) !== undefined;
  if (isKept && isRecent(Number(sessionStorage.getItem(asked) ?? NaN))) return;
  sessionStorage.setItem(asked, String(now().getTime()));
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage(keepMessage(actorId, page));
}
