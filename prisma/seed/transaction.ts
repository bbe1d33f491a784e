import pg from "pg";

/**
 * Runs the work in one transaction on a connection of its own: all of it or nothing.
 *
 * @throws what the work throws, after the rollback.
 */
export async function inTransaction<Result>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    // A connection that is gone cannot roll back, and need not: the server does.
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}
