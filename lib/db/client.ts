import "server-only";

import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";

import { env } from "@/lib/env";
import { PrismaClient } from "@/prisma/generated/client";

/**
 * One pool and one client a process: a reload in development must not open another.
 * The pool gives up on a server that does not answer, so that a page can say so within 5 s.
 */
const kept = globalThis as { cakupanPool?: pg.Pool; cakupanDb?: PrismaClient };

/** The connections, for a library that brings its own statements (the sign-in throttle). */
export function pool(): pg.Pool {
  kept.cakupanPool ??= new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 12,
    connectionTimeoutMillis: 3_000,
    query_timeout: 30_000,
  });
  return kept.cakupanPool;
}

/** A transaction waits for others of its campaign; Prisma's own 5 s end a large one on a busy machine. */
const transactionOptions = { maxWait: 15_000, timeout: 30_000 };

/** Prisma, for a row and its neighbours, and for SQL with `$queryRaw`. */
export function db(): PrismaClient {
  kept.cakupanDb ??= new PrismaClient({ adapter: new PrismaPg(pool()), transactionOptions });
  return kept.cakupanDb;
}

/** What a command's statements run in. */
export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];
