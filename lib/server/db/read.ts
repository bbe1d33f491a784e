import "server-only";

import { createHash } from "node:crypto";

import type { Prisma } from "@/prisma/generated/client";

import { pool } from "./client";

/** Statement names by text: few texts, because a text depends on the form of a question alone. */
const names = new Map<string, string>();

/**
 * Rows of a read, as node-postgres gives them: cast bigint, numeric and date in the SQL. Each
 * connection prepares a statement once. Where a page or an answer is read thousands of times this
 * costs a third of `$queryRaw`, which plans every call anew and translates every value twice.
 */
export async function readRows(sql: Prisma.Sql): Promise<unknown[]> {
  const { text, values } = sql;
  let name = names.get(text);
  if (name === undefined) {
    name = createHash("sha256").update(text).digest("base64url");
    names.set(text, name);
  }
  const { rows } = await pool().query<Record<string, unknown>>({ name, text, values });
  return rows;
}
