/** The surroundings in which Next lets `cookies()` and `headers()` be called, without a server. */
import "next/dist/server/node-environment-baseline";
import { workAsyncStorage } from "next/dist/server/app-render/work-async-storage.external";
import { workUnitAsyncStorage } from "next/dist/server/app-render/work-unit-async-storage.external";
import { RequestCookies } from "next/dist/server/web/spec-extension/cookies";

type Store<Storage> = Storage extends { run: (store: infer S, work: () => never) => unknown }
  ? S
  : never;

/** Runs what a route does with a request as Next would: with the request's cookies and headers at hand. */
export function withinRequest<Result>(
  headers: Headers,
  work: () => Promise<Result>,
): Promise<Result> {
  return within("render", headers, work);
}

/** The same for a server action, which may also set cookies and have pages drawn anew. */
export function withinAction<Result>(
  headers: Headers,
  work: () => Promise<Result>,
): Promise<Result> {
  return within("action", headers, work);
}

function within<Result>(
  phase: "render" | "action",
  headers: Headers,
  work: () => Promise<Result>,
): Promise<Result> {
  const request = {
    type: "request",
    phase,
    headers,
    cookies: new RequestCookies(headers),
    userspaceMutableCookies: new RequestCookies(new Headers(headers)),
  };
  const page = {
    route: "/test",
    forceStatic: false,
    dynamicShouldError: false,
    incrementalCache: {},
  };
  return workAsyncStorage.run(page as unknown as Store<typeof workAsyncStorage>, () =>
    workUnitAsyncStorage.run(request as unknown as Store<typeof workUnitAsyncStorage>, work),
  );
}
