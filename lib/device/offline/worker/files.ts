/** Scripts, styles and letters of the entry pages, of this version and of one that still runs. */
const cacheName = "cakupan-files";

const atOnce = 4;
const tries = 4;
/** Milliseconds before the second try; it doubles. */
const firstPause = 500;

/**
 * Keeps every file on the device; those that are there stay, because their names change with their
 * content. Serwist's own precache does not settle when a file cannot be fetched, which on a bad line
 * leaves the worker installing for ever: here a file is tried again, and then the installation fails,
 * so that the next visit begins it anew with what has arrived.
 *
 * @throws {Error} when a file cannot be had.
 */
export async function keepFiles(files: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName);
  const left = [...files];
  async function work(): Promise<void> {
    for (let file = left.shift(); file !== undefined; file = left.shift()) {
      if (!(await cache.match(file, { ignoreVary: true }))) {
        await cache.put(file, await fetched(file));
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** Drops what this version does not name, once no page of another is open. */
export async function dropOtherFiles(files: ReadonlySet<string>): Promise<void> {
  const cache = await caches.open(cacheName);
  for (const request of await cache.keys()) {
    if (!files.has(new URL(request.url).pathname)) await cache.delete(request);
  }
}

async function fetched(file: string): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const response = await fetch(file, { credentials: "same-origin" });
      // Read whole: an answer that breaks off half way is none.
      const body = await response.blob();
      if (response.ok) {
        const type = response.headers.get("content-type") ?? body.type;
        return new Response(body, { headers: { "Content-Type": type } });
      }
      throw new Error(`${file}: ${String(response.status)}`);
    } catch (error) {
      if (attempt === tries) throw error;
      await new Promise((resolve) => setTimeout(resolve, firstPause * 2 ** (attempt - 1)));
    }
  }
}
