import { existsSync } from "node:fs";
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";

import { hashIngredients } from "./content-hash";
import { type Lifetime } from "./lifetime";
import { holdFolder } from "./lock";
import { type Program, runProgram } from "./program";
import { step } from "./progress";
import { projectFolder } from "./project";
import { bundleReader } from "./reader-bundle";
import { CommandError } from "./command-error";
import { bundleWorker } from "./worker-bundle";

const buildFolder = path.resolve(projectFolder, process.env["NEXT_DIST_DIR"] ?? ".next");
const stampFile = path.join(buildFolder, "cakupan-build");

/** Makes the database client where it is missing or older than the schema. */
export async function ensureClient(lifetime: Lifetime): Promise<void> {
  const schema = path.join(projectFolder, "prisma", "schema.prisma");
  const client = path.join(projectFolder, "prisma", "generated", "client.ts");
  if (existsSync(client) && (await stat(client)).mtimeMs >= (await stat(schema)).mtimeMs) return;

  await step({ doing: "Menyiapkan kode basis data", done: "Kode basis data siap" }, () =>
    finish(
      lifetime,
      runProgram(
        "prisma/build/index.js",
        ["generate", "--config", "prisma/prisma.config.ts"],
        {},
        false,
      ),
      "Kode basis data tidak dapat dibuat.",
    ),
  );
}

/**
 * Builds the application unless a build of exactly this source is there. Two processes never
 * build into one folder: the second waits, then finds the first one's work.
 */
export async function ensureBuild(lifetime: Lifetime): Promise<void> {
  if (await isCurrent()) return;
  const lock = await holdFolder(`${buildFolder}.lock`, 15 * 60_000);
  if ("holds" in lock) {
    throw new CommandError("Proses lain masih membangun aplikasi. Coba lagi setelah selesai.");
  }
  try {
    if (await isCurrent()) return;
    const digest = hashIngredients(projectFolder);
    await rm(stampFile, { force: true });
    await step(
      { doing: "Membangun aplikasi, sekali untuk setiap versi", done: "Aplikasi terbangun" },
      async () => {
        await finish(
          lifetime,
          runProgram("next/dist/bin/next", ["build"], {}, false),
          "Aplikasi tidak dapat dibangun.",
        );
        await bundleWorker();
        await bundleReader();
      },
    );
    await mkdir(buildFolder, { recursive: true });
    await writeFile(stampFile, digest);
  } finally {
    lock.release();
  }
}

async function isCurrent(): Promise<boolean> {
  const stamp = await readFile(stampFile, "utf8").catch(() => "");
  return stamp !== "" && stamp === hashIngredients(projectFolder);
}

async function finish(lifetime: Lifetime, program: Program, failure: string): Promise<void> {
  lifetime.onEnd(program.stop);
  const code = await program.exit;
  if (code !== 0) throw new CommandError(`${failure}\n\n${program.output()}`);
}
