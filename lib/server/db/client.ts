import "server-only";

import { PrismaPg } from "@prisma/adapter-pg";

import { PrismaClient } from "@/prisma/generated/client";

import { pool } from "./pool";

/** One client a process: a reload in development must not make another. */
const kept = globalThis as { cakupanDb?: PrismaClient };

/** A transaction waits for others of its campaign; Prisma's own 5 s end a large one on a busy machine. */
const transactionOptions = { maxWait: 20_000, timeout: 30_000 };

/** Prisma, for a row and its neighbours, and for SQL that writes; SQL is read with `readRows`. */
export function db(): PrismaClient {
  kept.cakupanDb ??= new PrismaClient({ adapter: new PrismaPg(pool()), transactionOptions });
  return kept.cakupanDb;
}

/** What a command's statements run in. */
export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];
