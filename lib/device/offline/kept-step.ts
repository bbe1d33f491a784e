import { slugAt } from "./kit/screen";
import { screenOf } from "./screen-of";

/**
 * Whether the kept page draws the address of a link itself, from the kit that it has drawn this one
 * with: another screen of entry, of the same campaign. Its own address once more asks the server.
 *
 * @param pageSlug the campaign that the page was kept for.
 */
export function isKeptStep(to: URL, here: URL, pageSlug: string): boolean {
  return (
    to.origin === here.origin &&
    screenOf(to.pathname) === "entry" &&
    (to.pathname !== here.pathname || to.search !== here.search) &&
    slugAt(to, pageSlug) === slugAt(here, pageSlug)
  );
}
