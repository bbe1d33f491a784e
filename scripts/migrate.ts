import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";

import type pg from "pg";
import { z } from "zod";

import { requireApplicationRole } from "./application-role";
import { projectFolder } from "./project";
import { CommandError } from "./command-error";
import { withConnection } from "./sql";

export const migrationsFolder = path.join(projectFolder, "prisma", "migrations");
const functionsFolder = path.join(projectFolder, "prisma", "sql");

/** A migration, or a file of functions and triggers: what `_prisma_migrations` keeps one row of. */
type Script = { readonly name: string; readonly sql: string; readonly checksum: string };

/**
 * Brings the database to this version: migrations that it has not seen, in the order of their
 * names, then each file of `prisma/sql` that it does not have as it stands. All of it is one
 * transaction, so a killed start leaves the database as it was. Prisma's own folder layout and
 * table are kept.
 *
 * @returns the names of what was applied: of a migration its folder, of functions "sql/<file>".
 * @throws CommandError when an applied migration was edited or removed, or when the database is of a
 * version that this one does not know.
 */
export async function applyMigrations(databaseUrl: string): Promise<readonly string[]> {
  await requireApplicationRole(databaseUrl);
  const [migrations, functions] = await Promise.all([readMigrations(), readFunctions()]);
  const folded = await readFolded();
  return withConnection(databaseUrl, async (client) => {
    await client.query("begin");
    // Two starts at once: the second one waits, and finds nothing to do.
    await client.query("select pg_advisory_xact_lock($1)", [lockNumber]);
    await client.query(bookkeeping);
    await client.query(forgetBegun);
    const known = await readKnown(client);
    requireUntouched(known, migrations, folded);

    const isFolded = folded.migrations.every(({ name }) => known.has(name));
    const applied: string[] = [];
    for (const script of migrations) {
      if (known.has(script.name)) continue;
      if (!isFolded || !folded.into.includes(script.name)) {
        await runScript(client, script);
        applied.push(script.name);
      }
      await note(client, script);
    }
    for (const script of functions) {
      if (known.get(script.name) === script.checksum) continue;
      await runScript(client, script);
      await note(client, script);
      applied.push(script.name);
    }
    // What the application may do with later tables, it may not do with this one.
    await client.query("revoke all on _prisma_migrations from cakupan_app");
    await client.query("commit");
    return applied;
  });
}

/** Prisma's number for the same lock, so that its own tools wait too. */
const lockNumber = 72_707_369;

const bookkeeping = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`;

/** The runner of version 0.1.0 noted a migration before it ran; where it was killed, it never did. */
const forgetBegun = `update _prisma_migrations set rolled_back_at = now()
  where finished_at is null and rolled_back_at is null`;

/** The migrations of the tree, in the order of their names. */
export async function readMigrations(): Promise<readonly Script[]> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true });
  const names = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  return Promise.all(
    names.map((name) => readScript(name, path.join(migrationsFolder, name, "migration.sql"))),
  );
}

/** The files of `prisma/sql`, in the order of their names: each may use those before it. */
async function readFunctions(): Promise<readonly Script[]> {
  const files = (await readdir(functionsFolder)).filter((file) => file.endsWith(".sql")).sort();
  return Promise.all(
    files.map((file) => readScript(`sql/${file}`, path.join(functionsFolder, file))),
  );
}

async function readScript(name: string, file: string): Promise<Script> {
  const bytes = await readFile(file);
  const checksum = createHash("sha256").update(bytes).digest("hex");
  return { name, sql: bytes.toString("utf8"), checksum };
}

const foldedFile = z.object({
  /** The version whose migrations these were. */
  version: z.string(),
  into: z.array(z.string()),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
});

/** Migrations of a version before that are one with others now: where they ran, those have. */
async function readFolded(): Promise<z.infer<typeof foldedFile>> {
  const text = await readFile(path.join(migrationsFolder, "folded.json"), "utf8");
  return foldedFile.parse(JSON.parse(text));
}

/** What the database has, by name, with the checksum that it had when it was applied. */
async function readKnown(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `select migration_name as name, checksum from _prisma_migrations
     where finished_at is not null and rolled_back_at is null`,
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

function requireUntouched(
  known: ReadonlyMap<string, string>,
  migrations: readonly Script[],
  folded: z.infer<typeof foldedFile>,
): void {
  const ours = new Map([...migrations, ...folded.migrations].map((each) => [each.name, each]));
  for (const [name, checksum] of known) {
    if (name.startsWith("sql/")) continue;
    const script = ours.get(name);
    if (!script) {
      throw new CommandError(
        `Basis data ini dari versi Cakupan yang lebih baru (migrasi ${name} tidak dikenal). ` +
          "Jalankan versi itu, atau yang lebih baru lagi.",
      );
    }
    if (script.checksum !== checksum) {
      throw new CommandError(
        `Migrasi ${name} sudah dipakai basis data ini, lalu berkasnya diubah. ` +
          "Kembalikan berkas itu ke isi semula; perubahan ditulis sebagai migrasi baru.",
      );
    }
  }
  const had = folded.migrations.filter(({ name }) => known.has(name)).length;
  if (had > 0 && had < folded.migrations.length) {
    throw new CommandError(
      `Basis data ini dari versi sebelum ${folded.version}. Jalankan npm start versi ` +
        `${folded.version} sekali, lalu versi ini.`,
    );
  }
}

/** A script with many statements; its error names it. */
async function runScript(client: pg.Client, { name, sql }: Script): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    throw new Error(`${name} could not be applied`, { cause: error });
  }
}

async function note(client: pg.Client, { name, checksum }: Script): Promise<void> {
  await client.query("delete from _prisma_migrations where migration_name = $1", [name]);
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
     values (gen_random_uuid()::text, $1, $2, clock_timestamp(), 1)`,
    [checksum, name],
  );
}
