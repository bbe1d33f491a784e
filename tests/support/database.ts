/**
 * A database for one integration test file, migrated and empty. Import this before anything of
 * `lib`, because it sets the environment that `lib/base/server/env.ts` reads:
 *
 *     import { emptyDatabase, query } from "@/tests/support/database";
 *
 *     beforeEach(emptyDatabase);
 *     await query("insert into region …");
 *
 * The file's own database is made before its first test and goes with the server at the end of
 * the run; the pool that `lib/server/db/client.ts` opened is closed after the last test.
 */
import { randomBytes } from "node:crypto";

import pg from "pg";
import { afterAll, beforeAll } from "vitest";

import { makeDatabase } from "../../scripts/sql";

const serverUrl = process.env["TEST_POSTGRES_URL"];
const serverApplicationUrl = process.env["TEST_APPLICATION_URL"];
if (serverUrl === undefined || serverApplicationUrl === undefined) {
  throw new Error("TEST_POSTGRES_URL is missing: integration tests live in tests/integration");
}

const name = `test_${randomBytes(6).toString("hex")}`;

/** Address of this test file's database, for its owner: what scripts and seeds get. */
export const databaseUrl = serverUrl.replace(/\/postgres$/, `/${name}`);
/** The same database as the application signs in to it. */
export const applicationUrl = serverApplicationUrl.replace(/\/postgres$/, `/${name}`);

process.env["DATABASE_URL"] = applicationUrl;
process.env["NEXTAUTH_SECRET"] = "integration-tests-secret-0123456789abcdef";
process.env["NEXTAUTH_URL"] = "http://localhost:3000";

const connections = new pg.Pool({ connectionString: databaseUrl, max: 4 });

beforeAll(async () => {
  await makeDatabase(serverUrl, name, "template");
});

afterAll(async () => {
  const opened = (globalThis as { cakupanPool?: pg.Pool }).cakupanPool;
  await Promise.all([opened?.end(), connections.end()]);
});

/** Rows of a statement, asked past the code under test. bigint and numeric come as text. */
export async function query<Row extends pg.QueryResultRow>(
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const { rows } = await connections.query<Row>(text, [...values]);
  return rows;
}

/**
 * Runs a statement that writes reports past the functions by which the product writes them, and makes
 * what follows from it: the history of the tallies, the sums, the campaigns' new versions.
 */
export async function rewrite(text: string, values: readonly unknown[] = []): Promise<void> {
  const client = await connections.connect();
  try {
    await client.query("begin; create temp table tally_before on commit drop as table tally");
    await client.query(text, [...values]);
    await client.query(
      `insert into tally_history (
         district_code, campaign_id, round_number, unit_code, day, intervention_code,
         target_group_code, residents_before, non_residents_before, residents_after,
         non_residents_after, submission_before, submission_after)
       select district_code, campaign_id, round_number, unit_code, day, intervention_code,
              target_group_code, before.residents, before.non_residents, after.residents,
              after.non_residents, before.submission_id, after.submission_id
       from tally_before as before
       left join tally as after using (district_code, campaign_id, round_number, unit_code, day,
                                       intervention_code, target_group_code)
       where (before.residents, before.non_residents)
         is distinct from (after.residents, after.non_residents)`,
    );
    await client.query(`select recompute_roll_ups(district_code, id),
      raise_campaign_version(district_code, id) from campaign; commit`);
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

/**
 * Takes every row out of every table; the tables and functions stay, and numbers begin anew. Only
 * tables with rows are touched, and by DELETE: TRUNCATE makes new files for each table and index,
 * which takes thirty times as long as a few rows do. The audit trail rejects to be emptied, so its
 * triggers sleep meanwhile: a replica's session does not run them, and only a superuser may be one.
 */
export async function emptyDatabase(): Promise<void> {
  await query(`
    do $$
    declare
      name text;
      has_rows boolean;
    begin
      set local session_replication_role = replica;
      for name in select format('%I', tablename) from pg_tables
        where schemaname = 'public' and tablename <> '_prisma_migrations'
      loop
        execute format('select exists (select from %s)', name) into has_rows;
        if has_rows then execute format('delete from %s', name); end if;
      end loop;
      perform setval(format('%I', sequencename)::regclass, start_value, false)
      from pg_sequences where schemaname = 'public';
    end $$`);
}
