import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";

import { migrationsFolder, readMigrations } from "./migrate";
import { everything, schemaFile, withSchemaEngine } from "./schema-engine";
import { makeDatabase, withConnection } from "./sql";

/**
 * The SQL that takes the migrations so far to prisma/schema.prisma; empty when they agree.
 * Checks, triggers and functions, which the schema cannot say, are no difference.
 *
 * @param serverUrl a database of a server on which scratch databases may be made and dropped.
 */
export async function findSchemaDifference(
  serverUrl: string,
  schema = readFileSync(schemaFile, "utf8"),
): Promise<string> {
  const scratch = `scratch_${randomBytes(6).toString("hex")}`;
  const url = new URL(serverUrl);
  url.pathname = `/${scratch}`;

  await makeDatabase(serverUrl, scratch);
  try {
    const { stdout } = await withSchemaEngine(
      serverUrl,
      async (engine) =>
        engine.diff({
          from: { tag: "migrations", ...(await migrationsForEngine()) },
          to: {
            tag: "schemaDatamodel",
            files: [{ path: schemaFile, content: schema }],
          },
          script: true,
          exitCode: null,
          filters: everything,
        }),
      url.href,
    );
    const sql = (stdout ?? "").trim();
    return /^-- This is an empty migration\.?$/.test(sql) ? "" : sql;
  } finally {
    await withConnection(serverUrl, (client) =>
      client.query(`drop database ${client.escapeIdentifier(scratch)} with (force)`),
    );
  }
}

/** The migrations of the tree, as the engine wants them. */
async function migrationsForEngine() {
  const lockfile = "migration_lock.toml";
  return {
    baseDir: migrationsFolder,
    lockfile: {
      path: lockfile,
      content: await readFile(path.join(migrationsFolder, lockfile), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: (await readMigrations()).map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
    })),
  };
}
