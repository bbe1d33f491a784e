import { routes, withQuery } from "@/lib/base/routes";

/** The cache of a person's pages: the offline page of each campaign, by its address. */
export function pagesCache(actorId: string): string {
  return `cakupan-${actorId}-pages`;
}

/** Whether a cache is somebody's pages. */
export function isPagesCache(name: string): boolean {
  return /^cakupan-.+-pages$/.test(name);
}

/** The address that the offline page of a campaign is asked of the server and kept under. */
export function keptAddress(slug: string): string {
  return withQuery(routes.offlineEntry, { kampanye: slug });
}

/** How the offline page says whose it is. */
function personMark(actorId: string): string {
  return `data-person="${actorId}"`;
}

/** The files that a page loads: "/_next/static/chunks/…". */
export function filesOf(html: string): readonly string[] {
  const found = html.matchAll(/\/_next\/static\/[\w./~%@()[\]-]+?\.(?:js|css|woff2)/g);
  return [...new Set([...found].map(([file]) => file))];
}

/**
 * Whether a page may be kept: it is this person's, and everything that it loads is among the files
 * kept with it. A page of another version is not: its files are not here.
 */
export function isKeepable(html: string, actorId: string, files: ReadonlySet<string>): boolean {
  return html.includes(personMark(actorId)) && filesOf(html).every((file) => files.has(file));
}
