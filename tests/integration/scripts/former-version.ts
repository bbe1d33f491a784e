import { databaseUrl } from "@/tests/support/database";

import { readFile } from "node:fs/promises";
import path from "node:path";

import { makeDatabase, withConnection } from "../../../scripts/sql";

const before = path.join(import.meta.dirname, "version-0.1.0");

const folded = JSON.parse(await readFile("prisma/migrations/folded.json", "utf8")) as {
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[];
};

/** The migrations of version 0.1.0, which are two since. */
export const foldedMigrations = folded.migrations;

/** A database as version 0.1.0 left it, by its own migrations and its own notes on them. */
export async function makeVersion(name: string, migrations = foldedMigrations): Promise<string> {
  await makeDatabase(databaseUrl, name);
  const url = databaseUrl.replace(/[^/]+$/, name);
  await run(
    url,
    `create table _prisma_migrations (
      id varchar(36) primary key not null, checksum varchar(64) not null,
      finished_at timestamptz, migration_name varchar(255) not null, logs text,
      rolled_back_at timestamptz, started_at timestamptz not null default now(),
      applied_steps_count integer not null default 0)`,
  );
  for (const { name: migration, checksum } of migrations) {
    await run(url, await readFile(path.join(before, `${migration}.sql`), "utf8"));
    await run(
      url,
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at)
       values (gen_random_uuid()::text, '${checksum}', '${migration}', now())`,
    );
  }
  return url;
}

/** Rows of a statement in a database that is not the file's own. */
export async function run(url: string, sql: string): Promise<Record<string, unknown>[]> {
  return withConnection(url, async (client) => {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  });
}
