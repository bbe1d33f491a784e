import { routes, withQuery } from "@/lib/base/routes";

/** The cache of a person's pages: the offline page of each campaign, by its address. */
export function pagesCache(actorId: string): string {
  return `cakupan-${actorId}-pages`;
}

/** Whether a cache is somebody's pages. */
export function isPagesCache(name: string): boolean {
  return /^cakupan-.+-pages$/.test(name);
}

/**
 * What is kept for a person: the offline page of a campaign's Input, by its slug, and that of *Hari ini*,
 * which is about every campaign; and pages with a form that goes through the outbox, as they were drawn.
 */
export type KeptPage =
  | { readonly of: "entry"; readonly slug: string }
  | { readonly of: "today" }
  | { readonly of: "form"; readonly address: string };

/** The address that an offline page is asked of the server and kept under. */
export function keptAddress(page: KeptPage): string {
  switch (page.of) {
    case "today":
      return routes.offlineToday;
    case "entry":
      return withQuery(routes.offlineEntry, { kampanye: page.slug });
    case "form":
      return page.address;
  }
}

/** Which page an address is that something was kept under. */
export function keptPageAt(address: string): KeptPage {
  const { pathname, search, searchParams } = new URL(address, "http://here.invalid");
  if (pathname === routes.offlineToday) return { of: "today" };
  if (pathname !== routes.offlineEntry) return { of: "form", address: pathname + search };
  return { of: "entry", slug: searchParams.get("kampanye") ?? "" };
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
