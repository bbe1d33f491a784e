import { setTimeout as pause } from "node:timers/promises";

import { expect, it } from "vitest";

import { applicationUrl, databaseUrl, query } from "@/tests/support/database";

import { withConnection } from "../../../scripts/sql";

it("a connection that dies between two statements fails the next one, not the process", async () => {
  await expect(
    withConnection(databaseUrl, async (client) => {
      const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
      await query("select pg_terminate_backend($1)", [rows[0]?.pid]);
      await pause(100);
      await client.query("select 1");
    }),
  ).rejects.toThrow(/not queryable/);
});

it("the server gives up what the application no longer waits for", async () => {
  const { rows } = await withConnection(applicationUrl, (client) =>
    client.query(
      `select extract(epoch from current_setting('statement_timeout')::interval)::int as statement,
         extract(epoch from current_setting('idle_in_transaction_session_timeout')::interval)::int
           as transaction`,
    ),
  );
  expect(rows).toEqual([{ statement: 35, transaction: 60 }]);
});
