import { readFile } from "node:fs/promises";
import path from "node:path";

/**
 * The service worker, as the build left it. A browser asks for it at every visit and compares, so
 * no cache may hold it. A development server has none.
 */
export async function GET(): Promise<Response> {
  const folder = process.env["NEXT_DIST_DIR"] ?? ".next";
  const file = path.resolve(/* turbopackIgnore: true */ process.cwd(), folder, "cakupan-worker.js");
  const script = await readFile(file, "utf8").catch(() => null);
  if (script === null) return new Response(null, { status: 404 });
  return new Response(script, {
    headers: {
      "Content-Type": "text/javascript; charset=utf-8",
      "Cache-Control": "no-cache",
      "Service-Worker-Allowed": "/",
    },
  });
}
