import "server-only";

import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";

import { z } from "zod";

import { Prisma } from "@/prisma/generated/client";

import type { Transaction } from "./client";
import { pool } from "./pool";

/** A statement, as `Prisma.sql` takes it: values become parameters, fragments are put in. */
type Statement<Answer> = (
  text: TemplateStringsArray,
  ...values: readonly unknown[]
) => Promise<Answer>;

/**
 * The rows that a statement returns, each as its type says: the one way in which SQL is read.
 *
 *     await readRows(unitRow)`SELECT code, name FROM reporting_unit WHERE …`
 *
 * bigint, numeric and date are cast in the SQL: no column of theirs is a number or text here.
 *
 * @param tx the transaction that it is a part of; without one, each connection prepares the
 * statement once. Where a page or an answer is read thousands of times, that costs a third of what
 * planning each call anew does.
 */
export function readRows<Row>(row: z.ZodType<Row>, tx?: Transaction): Statement<Row[]> {
  const rows = z.array(row);
  return async (text, ...values) => rows.parse(await ask(Prisma.sql(text, ...values), tx));
}

/** The one row that a statement returns. @throws when there is none, or more. */
export function readRow<Row>(row: z.ZodType<Row>, tx?: Transaction): Statement<Row> {
  const rows = z.tuple([row]);
  return async (text, ...values) => rows.parse(await ask(Prisma.sql(text, ...values), tx))[0];
}

const within = new AsyncLocalStorage<Transaction>();

/**
 * Reads as a transaction sees things that has not ended: every statement that names none is asked of
 * this one. What a change would lead to is read so, before it is taken back.
 */
export async function readingIn<Result>(
  tx: Transaction,
  read: () => Promise<Result>,
): Promise<Result> {
  return within.run(tx, read);
}

async function ask(sql: Prisma.Sql, named: Transaction | undefined): Promise<unknown> {
  const tx = named ?? within.getStore();
  return tx ? tx.$queryRaw(sql) : askPrepared(sql);
}

/** Statement names by text: few texts, because a text depends on the form of a question alone. */
const names = new Map<string, string>();

async function askPrepared({ text, values }: Prisma.Sql): Promise<unknown> {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash("sha256").update(text).digest("base64url");
    names.set(text, name);
  }
  const { rows } = await pool().query<Record<string, unknown>>({ name, text, values });
  return rows;
}
