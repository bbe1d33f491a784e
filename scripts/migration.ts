/**
 * `npm run db:migration -- <name>`: writes what prisma/schema.prisma has and the migrations have
 * not as a new migration. Look at it before committing: the next start applies it.
 */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

import { runOnDatabase } from "./database";
import { migrationsFolder } from "./migrate";
import { projectFolder } from "./project";
import { CommandError } from "./command-error";
import { findSchemaDifference } from "./schema-difference";

await runOnDatabase(async ({ url }) => {
  const name = readName();
  const sql = await findSchemaDifference(url);
  if (sql === "") {
    console.log("Skema dan migrasi sudah sama. Tidak ada yang ditulis.");
    return;
  }
  const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join(migrationsFolder, `${time}_${name}`);
  await mkdir(folder);
  await writeFile(path.join(folder, "migration.sql"), `${sql}\n`);
  console.log(`Ditulis: ${path.relative(projectFolder, path.join(folder, "migration.sql"))}`);
});

function readName(): string {
  const name = process.argv[2] ?? "";
  if (/^[a-z][a-z0-9_]{1,60}$/.test(name)) return name;
  throw new CommandError(
    "Beri nama dengan huruf kecil, misalnya: npm run db:migration -- stok_vaksin",
  );
}
