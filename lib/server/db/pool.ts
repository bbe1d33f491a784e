import "server-only";

import pg from "pg";

import { env } from "@/lib/base/server/env";

/**
 * A connection that gives up on a server that does not answer, so that a page can say so within
 * 5 s. The pool's own limit is for waiting until a connection is free, which is no outage.
 */
class PromptClient extends pg.Client {
  constructor(settings?: pg.ClientConfig) {
    super({ ...settings, connectionTimeoutMillis: 3_000 });
  }
}

/** One pool a process: a reload in development must not open another. */
const kept = globalThis as { cakupanPool?: pg.Pool };

/** The connections, for a library that brings its own statements (the sign-in throttle). */
export function pool(): pg.Pool {
  kept.cakupanPool ??= openPool();
  return kept.cakupanPool;
}

function openPool(): pg.Pool {
  const opened = new pg.Pool({
    connectionString: env().DATABASE_URL,
    Client: PromptClient,
    max: 12,
    connectionTimeoutMillis: 20_000,
    query_timeout: 30_000,
  });
  // A server that stops ends idle connections too. The pool has dropped this one; the next use
  // opens another. Unheard, the event would end the process.
  opened.on("error", ({ message }) => {
    console.warn(`database connection lost: ${message}`);
  });
  return opened;
}
