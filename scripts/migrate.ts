import { readFile, readdir } from "node:fs/promises";
import path from "node:path";

import { requireApplicationRole } from "./application-role";
import { projectFolder } from "./project";
import { everything, withSchemaEngine } from "./schema-engine";
import { withConnection } from "./sql";

export const migrationsFolder = path.join(projectFolder, "prisma", "migrations");

/**
 * Applies the migrations that the database has not seen; returns their names. A migration that
 * a killed process began is applied again: each is one transaction, so nothing of it remained.
 *
 * @throws when a migration's SQL fails, or when an applied migration was edited or removed.
 */
export async function applyMigrations(databaseUrl: string): Promise<readonly string[]> {
  await requireApplicationRole(databaseUrl);
  const begun = await readBegun(databaseUrl);
  return withSchemaEngine(databaseUrl, async (engine) => {
    for (const migrationName of begun) await engine.markMigrationRolledBack({ migrationName });
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: await readMigrations(),
      filters: everything,
    });
    return appliedMigrationNames;
  });
}

/** The migrations of the tree, as the engine wants them. */
export async function readMigrations() {
  const entries = await readdir(migrationsFolder, { withFileTypes: true });
  const names = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();

  return {
    baseDir: migrationsFolder,
    lockfile: {
      path: "migration_lock.toml",
      content: await readFile(path.join(migrationsFolder, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: await readFile(path.join(migrationsFolder, name, "migration.sql"), "utf8"),
          },
        },
      })),
    ),
  };
}

async function readBegun(databaseUrl: string): Promise<readonly string[]> {
  return withConnection(databaseUrl, async (client) => {
    const { rows: tables } = await client.query<{ known: boolean }>(
      "select to_regclass('_prisma_migrations') is not null as known",
    );
    if (tables[0]?.known !== true) return [];
    const { rows } = await client.query<{ name: string }>(
      `select distinct migration_name as name from _prisma_migrations
       where finished_at is null and rolled_back_at is null`,
    );
    return rows.map(({ name }) => name);
  });
}
