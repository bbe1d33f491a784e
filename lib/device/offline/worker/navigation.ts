import { slowAfter } from "@/lib/device/offline/slow-line";

/** How long a page may keep someone waiting whose own copy is at hand. */
const patience = 4_000;
/** The same, when the network has just failed or taken long: a step is then drawn at once. */
const shortPatience = 300;
/** For so long a link that got no answer and its page are one step, which waits once. */
const sameStep = 2_000;
/** How long a failure or a slow answer is remembered. */
const memory = 60_000;

/** The page is loaded once more, by the browser or by a link to itself: the server's word is wanted. */
function isAskedAnew({ mode, url, referrer, cache }: Request): boolean {
  return mode === "navigate" && (referrer === url || cache === "no-cache" || cache === "reload");
}

/** A server that is there but cannot: the copy at hand is better than its excuse. */
function isAway({ status }: Response): boolean {
  return status >= 502 && status <= 504;
}

/**
 * Asks the network for pages, and remembers for a moment that it failed or was slow.
 *
 * @param isSlow whether the browser itself says that the line is.
 */
export function makeAsking(now: () => number, isSlow: () => boolean = () => false) {
  let failedAt = -Infinity;
  /** A link that was just given up: the page that is asked for in its place waits no second time. */
  let givenUp = { pathname: "", at: -Infinity };

  /**
   * The network's answer, once all of it is there; null when it has none. Where a copy is at hand,
   * also when the answer does not come soon, or is an excuse.
   */
  return async function ask(
    request: Request,
    { hasCopy }: { readonly hasCopy: boolean },
  ): Promise<Response | null> {
    const { pathname } = new URL(request.url);
    const asked = now();
    if (hasCopy && givenUp.pathname === pathname && asked - givenUp.at < sameStep) {
      givenUp = { pathname: "", at: -Infinity };
      return null;
    }
    const cut = new AbortController();
    const answer = fetch(request, { signal: cut.signal }).then(
      (response) => (hasCopy ? complete(response) : response),
      () => null,
    );
    const isShort = !isAskedAnew(request) && (isSlow() || asked - failedAt < memory);
    const wait = isShort ? shortPatience : patience;
    const found = await (hasCopy ? Promise.race([answer, after(wait)]) : answer);
    // One that nobody waits for any more would keep a line busy that the next needs.
    if (found === null) cut.abort();
    if (found === null && request.mode !== "navigate") givenUp = { pathname, at: now() };
    failedAt = found === null || now() - asked > slowAfter ? now() : -Infinity;
    return found;
  };
}

/** The answer when its last byte is there: the first one of a slow line comes soon, too. */
async function complete(response: Response): Promise<Response | null> {
  if (isAway(response)) return null;
  try {
    await response.clone().arrayBuffer();
    return response;
  } catch {
    return null;
  }
}

function after(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds));
}
