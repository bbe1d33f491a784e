import { currentPerson } from "@/lib/device/outbox/current-person";

import {
  filesOf,
  isKeepable,
  isPagesCache,
  keptAddress,
  keptPageAt,
  pagesCache,
  type KeptPage,
} from "@/lib/device/offline/kept-page";

/**
 * What became of keeping a page. `none`: there is nothing to keep, because the campaign is not this
 * person's any more, or they have signed out. `failed`: the copy at hand stays as it was.
 */
type Keeping = "kept" | "none" | "failed";

/** Fetches an offline page and keeps it, when it is this person's and complete. */
export async function keepPage(
  actorId: string,
  page: KeptPage,
  files: ReadonlySet<string>,
): Promise<Keeping> {
  const address = keptAddress(page);
  const answer = await fetch(address, { credentials: "same-origin", cache: "no-store" });
  const html = await answer.clone().text();
  // Signing out took everything away while this was on its way: it must not come back.
  if ((await currentPerson())?.actorId !== actorId) return "none";
  if (answer.status === 404) {
    const name = pagesCache(actorId);
    if (await caches.has(name)) await (await caches.open(name)).delete(address);
    return "none";
  }
  if (!answer.ok || answer.redirected || !isKeepable(html, actorId, files)) return "failed";

  const cache = await caches.open(pagesCache(actorId));
  // The one kept last comes last: it is shown where an address names no campaign.
  await cache.delete(address);
  await cache.put(address, answer);
  return "kept";
}

/** The kept page of a campaign, or of the one kept last; null: this person has none here. */
export async function keptPage(actorId: string, slug: string | null): Promise<Response | null> {
  const named = slug === null ? null : await keptAt(actorId, { of: "entry", slug });
  if (named) return named;
  if (slug !== null && slug !== "") return null;
  const last = (await keptCampaigns(actorId)).at(-1);
  return last === undefined ? null : keptAt(actorId, { of: "entry", slug: last });
}

/** The kept page of *Hari ini*; null: this person has none here. */
export function keptTodayPage(actorId: string): Promise<Response | null> {
  return keptAt(actorId, { of: "today" });
}

/** The kept page of an address with a form; null: it is not here. What a link leaves behind is not asked of it. */
export function keptForm(
  actorId: string,
  { pathname, searchParams }: URL,
): Promise<Response | null> {
  const asked = new URLSearchParams(searchParams);
  // The router's own.
  asked.delete("_rsc");
  const query = asked.toString();
  return keptAt(actorId, { of: "form", address: query === "" ? pathname : `${pathname}?${query}` });
}

/** Forms that are kept of one person: those of a camat's open requests, and a few for new records. */
const maxForms = 40;

/** Whether a page with a form is kept of this person. */
export async function hasForms(actorId: string): Promise<boolean> {
  return (await formsOf(actorId)).length > 0;
}

/** Drops the pages with forms that were kept longest ago, beyond what is kept at most. */
export async function dropOldForms(actorId: string): Promise<void> {
  const forms = await formsOf(actorId);
  const cache = await caches.open(pagesCache(actorId));
  for (const address of forms.slice(0, -maxForms)) await cache.delete(address);
}

async function formsOf(actorId: string): Promise<readonly string[]> {
  const name = pagesCache(actorId);
  if (!(await caches.has(name))) return [];
  const kept = await (await caches.open(name)).keys();
  return kept.flatMap(({ url }) => {
    const page = keptPageAt(url);
    return page.of === "form" ? [page.address] : [];
  });
}

/** The campaigns that a page of this person is kept of, the one kept last at the end. */
export async function keptCampaigns(actorId: string): Promise<readonly string[]> {
  const name = pagesCache(actorId);
  if (!(await caches.has(name))) return [];
  const kept = await (await caches.open(name)).keys();
  return kept.flatMap(({ url }) => {
    const page = keptPageAt(url);
    return page.of === "entry" ? [page.slug] : [];
  });
}

async function keptAt(actorId: string, page: KeptPage): Promise<Response | null> {
  const name = pagesCache(actorId);
  if (!(await caches.has(name))) return null;
  return (await (await caches.open(name)).match(keptAddress(page))) ?? null;
}

/**
 * Fetches every kept page of a person anew. A version that cannot is not put to use: the pages of
 * the one before would be left without their files.
 *
 * @throws {Error} when one cannot be kept.
 */
export async function renewPages(actorId: string, files: ReadonlySet<string>): Promise<void> {
  const name = pagesCache(actorId);
  if (!(await caches.has(name))) return;
  for (const { url } of await (await caches.open(name)).keys()) {
    const page = keptPageAt(url);
    const kept = await keepPage(actorId, page, files);
    if (kept !== "failed") continue;
    // A form may go: it is kept again when it is next opened.
    if (page.of !== "form") throw new Error(`${url} was not renewed`);
    await (await caches.open(name)).delete(url);
  }
}

/**
 * Drops every kept page, whoever's it is, that needs a file which this version does not have: pages
 * of people who are not signed in now were not renewed. They get one of this version when they are.
 */
export async function dropUnfiledPages(files: ReadonlySet<string>): Promise<void> {
  for (const name of (await caches.keys()).filter(isPagesCache)) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const html = (await (await cache.match(request))?.text()) ?? "";
      if (!filesOf(html).every((file) => files.has(file))) await cache.delete(request);
    }
  }
}
