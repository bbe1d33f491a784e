import type pg from "pg";

import { withConnection } from "@/scripts/sql";

/**
 * Runs the work in one transaction on a connection of its own: all of it or nothing.
 *
 * @throws what the work throws, after the rollback.
 */
export async function inTransaction<Result>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  return withConnection(databaseUrl, async (client) => {
    try {
      await client.query("begin");
      const result = await work(client);
      await client.query("commit");
      return result;
    } catch (error) {
      // A connection that is gone cannot roll back, and need not: the server does.
      await client.query("rollback").catch(() => undefined);
      throw error;
    }
  });
}
