import "server-only";

import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";

import { env } from "@/lib/env";
import { PrismaClient } from "@/prisma/generated/client";

import { applicationAddress } from "./address";

/**
 * A connection that gives up on a server that does not answer, so that a page can say so within
 * 5 s. The pool's own limit is for waiting until a connection is free, which is no outage.
 */
class PromptClient extends pg.Client {
  constructor(settings?: pg.ClientConfig) {
    super({ ...settings, connectionTimeoutMillis: 3_000 });
  }
}

/** One pool and one client a process: a reload in development must not open another. */
const kept = globalThis as { cakupanPool?: pg.Pool; cakupanDb?: PrismaClient };

/** The connections, for a library that brings its own statements (the sign-in throttle). */
export function pool(): pg.Pool {
  kept.cakupanPool ??= openPool();
  return kept.cakupanPool;
}

function openPool(): pg.Pool {
  const opened = new pg.Pool({
    connectionString: applicationAddress(env().DATABASE_URL),
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

/** A transaction waits for others of its campaign; Prisma's own 5 s end a large one on a busy machine. */
const transactionOptions = { maxWait: 20_000, timeout: 30_000 };

/** Prisma, for a row and its neighbours, and for SQL with `$queryRaw`. */
export function db(): PrismaClient {
  kept.cakupanDb ??= new PrismaClient({ adapter: new PrismaPg(pool()), transactionOptions });
  return kept.cakupanDb;
}

/** What a command's statements run in. */
export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];
