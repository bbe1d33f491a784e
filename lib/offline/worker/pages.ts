import { isKeepable, keptAddress, pagesCache } from "../kept-page";

/** Fetches the offline page of a campaign and keeps it, when it is this person's and complete. */
export async function keepPage(
  actorId: string,
  slug: string,
  files: ReadonlySet<string>,
): Promise<boolean> {
  const address = keptAddress(slug);
  const answer = await fetch(address, { credentials: "same-origin", cache: "no-store" });
  if (!answer.ok || answer.redirected) return false;
  const html = await answer.clone().text();
  if (!isKeepable(html, actorId, files)) return false;

  const cache = await caches.open(pagesCache(actorId));
  // The one kept last comes last: it is shown where an address names no campaign.
  await cache.delete(address);
  await cache.put(address, answer);
  return true;
}

/** The kept page of a campaign, or of the one kept last; null: this person has none here. */
export async function keptPage(actorId: string, slug: string | null): Promise<Response | null> {
  const name = pagesCache(actorId);
  if (!(await caches.has(name))) return null;
  const cache = await caches.open(name);
  const named = slug === null ? undefined : await cache.match(keptAddress(slug));
  if (named) return named;
  if (slug !== null && slug !== "") return null;
  const last = (await cache.keys()).at(-1);
  return (last && (await cache.match(last))) ?? null;
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
    const slug = new URL(url).searchParams.get("kampanye") ?? "";
    if (!(await keepPage(actorId, slug, files))) throw new Error(`${url} was not renewed`);
  }
}
