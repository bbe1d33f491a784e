import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";

import { env } from "@/lib/base/server/env";

/**
 * The service worker, as the build left it. A browser asks at every visit whether there is another,
 * so no cache may answer for us, and the answer is mostly a short no. A development server has none.
 */
export async function GET(request: Request): Promise<Response> {
  const folder = env().NEXT_DIST_DIR;
  const file = path.resolve(/* turbopackIgnore: true */ process.cwd(), folder, "cakupan-worker.js");
  const script = await readFile(file, "utf8").catch(() => null);
  if (script === null) return new Response(null, { status: 404 });
  const etag = `"${createHash("sha256").update(script).digest("base64url")}"`;
  const told = request.headers.get("if-none-match")?.replace(/^W\//, "");
  return new Response(told === etag ? null : script, {
    status: told === etag ? 304 : 200,
    headers: {
      ETag: etag,
      "Content-Type": "text/javascript; charset=utf-8",
      "Cache-Control": "no-cache",
      "Service-Worker-Allowed": "/",
    },
  });
}
