import { readFile } from "node:fs/promises";

import { beforeEach, describe, expect, it } from "vitest";

import { databaseUrl, emptyDatabase, query } from "@/tests/support/database";

import { applyMigrations } from "../../../scripts/migrate";
import { findSchemaDifference } from "../../../scripts/schema-difference";
import { makeDatabase, withConnection } from "../../../scripts/sql";

describe("the migrations", () => {
  it("give the schema of prisma/schema.prisma", async () => {
    expect(await findSchemaDifference(databaseUrl)).toBe("");
  });

  it("lack what the schema gains", async () => {
    const schema = await readFile("prisma/schema.prisma", "utf8");
    const grown = schema.replace(
      "model SignInAttempt {",
      "model SignInAttempt {\n  note String?\n",
    );
    expect(await findSchemaDifference(databaseUrl, grown)).toContain(
      `ALTER TABLE "sign_in_attempt" ADD COLUMN     "note" TEXT`,
    );
  });

  it("are applied once", async () => {
    expect(await applyMigrations(databaseUrl)).toEqual([]);
  });

  it("are taken up again where a killed start left one begun", async () => {
    const url = databaseUrl.replace(/[^/]+$/, "begun_migration");
    await makeDatabase(databaseUrl, "begun_migration");
    const [first] = await query<{ migration_name: string; checksum: string }>(
      "select migration_name, checksum from _prisma_migrations order by migration_name limit 1",
    );
    await leaveBegun(url, first?.migration_name ?? "", first?.checksum ?? "");

    const applied = await applyMigrations(url);

    expect(applied[0]).toBe(first?.migration_name);
    expect(await applyMigrations(url)).toEqual([]);
  });
});

describe("the database of a test file", () => {
  beforeEach(emptyDatabase);

  it("is migrated", async () => {
    await query(
      "insert into region (code, level, name, kind) values ('00', 0, 'Indonesia', 'nation')",
    );
    expect(await query("select name from region")).toEqual([{ name: "Indonesia" }]);
  });

  it("can be emptied between tests", async () => {
    expect(await query("select name from region")).toEqual([]);
  });
});

/** What the engine has written when the process dies while a migration's script runs. */
async function leaveBegun(url: string, name: string, checksum: string): Promise<void> {
  await withConnection(url, async (client) => {
    await client.query(`create table _prisma_migrations (
      id varchar(36) primary key not null, checksum varchar(64) not null,
      finished_at timestamptz, migration_name varchar(255) not null, logs text,
      rolled_back_at timestamptz, started_at timestamptz not null default now(),
      applied_steps_count integer not null default 0)`);
    await client.query(
      "insert into _prisma_migrations (id, checksum, migration_name) values ($1, $2, $3)",
      [crypto.randomUUID(), checksum, name],
    );
  });
}
