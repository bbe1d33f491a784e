/** Every route of app/api as it stands on disk, and a way to call it without a server. */
// Before anything of Next: it lets Next find its storages.
import { withinRequest } from "./next-request";

import { readdir } from "node:fs/promises";
import path from "node:path";

import { NextRequest } from "next/server";
import { beforeAll, vi } from "vitest";

import type { Endpoint } from "@/lib/server/api/endpoint";

const folder = path.resolve("app/api");
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

type DiskRoute = {
  readonly method: string;
  /** As in OpenAPI, from the file's place: "/api/v1/campaigns/{slug}/trend". */
  readonly path: string;
  /** What the code declares; undefined: it declares nothing. */
  readonly endpoint: Endpoint | undefined;
  readonly handle: (request: Request, context: object) => Promise<Response>;
};

// A rejection has its line in the server's log; hundreds of them would hide what a test says.
beforeAll(() => {
  vi.spyOn(console, "info").mockReturnValue(undefined);
});

/** Each method that each route.ts exports. */
export async function routesOnDisk(): Promise<DiskRoute[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) =>
    /(^|\/)route\.tsx?$/.test(file),
  );
  const found = await Promise.all(
    files.sort().map(async (file) => {
      const exported = (await import(path.join(folder, file))) as Record<string, unknown>;
      return methods.flatMap((method) => {
        const handle = exported[method] as
          (DiskRoute["handle"] & { endpoint?: Endpoint }) | undefined;
        return handle ? [{ method, path: pathOf(file), endpoint: handle.endpoint, handle }] : [];
      });
    }),
  );
  return found.flat();
}

function pathOf(file: string): string {
  const folders = path.dirname(file).replace(/\[(\.\.\.)?(\w+)\]/g, "{$2}");
  return folders === "." ? "/api" : `/api/${folders}`;
}

const known: { routes?: Promise<DiskRoute[]> } = {};

export type ApiCall = {
  readonly cookie?: string | undefined;
  readonly body?: unknown;
  /** Sent as it is, in place of JSON. */
  readonly text?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Calls a route's own function with a request, as the server would. */
export async function callApi(
  method: string,
  address: string,
  { cookie, body, text, headers }: ApiCall = {},
): Promise<Response> {
  const url = new URL(address, "http://localhost:3000");
  known.routes ??= routesOnDisk();
  for (const route of await known.routes) {
    const params = paramsOf(route.path, url.pathname);
    if (route.method !== method || !params) continue;
    const sent = text ?? (body === undefined ? undefined : JSON.stringify(body));
    const request = new NextRequest(url, {
      method,
      headers: { host: url.host, ...(cookie ? { cookie } : {}), ...headers },
      ...(sent === undefined ? {} : { body: sent }),
    });
    return withinRequest(request.headers, () =>
      // As Next does it: a route of a fixed address is handed none.
      route.handle(
        request,
        Object.keys(params).length === 0 ? {} : { params: Promise.resolve(params) },
      ),
    );
  }
  throw new Error(`no route for ${method} ${url.pathname}`);
}

/** Only next-auth's route answers for more than one segment. */
function paramsOf(route: string, pathname: string): Record<string, string | string[]> | null {
  const names = [...route.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const isRest = (name: string) => name === "nextauth";
  const shape = route.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    isRest(name) ? "(.+)" : "([^/]+)",
  );
  const values = new RegExp(`^${shape}$`).exec(pathname);
  if (!values) return null;
  return Object.fromEntries(
    names.map((name, at) => {
      const text = decodeURIComponent(values[at + 1] ?? "");
      return [name, isRest(name) ? text.split("/") : text];
    }),
  );
}
