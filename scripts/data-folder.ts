import { randomBytes } from "node:crypto";
import { mkdirSync, realpathSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";

import { z } from "zod";

import { projectFolder } from "./project";
import { CommandError } from "./command-error";

/** What an installation with its own PostgreSQL remembers, in DATA_DIR/settings.json. */
const remembered = z.object({
  /** Of the web server's login. */
  databasePassword: z.string().min(16),
  /** Of the login that owns the cluster; missing where a version before this one made it. */
  ownerPassword: z.string().min(16).optional(),
  /** Used again when it is free, so that other programs find the database where it was. */
  databasePort: z.number().int().optional(),
  /** Inside the data folder, unless the PostgreSQL user cannot reach that. */
  clusterFolder: z.string(),
  /** False until the cluster is whole: before that, its absence is no loss. */
  clusterMade: z.boolean().default(true),
  authSecret: z.string().min(32),
  /** Of the demo accounts. */
  demoPassword: z.string().optional(),
  /** Demo data was taken out on purpose: an empty database stays empty. */
  demoRemoved: z.boolean().default(false),
});

export type Settings = z.infer<typeof remembered>;

/** DATA_DIR, or `.data` in the project; made when missing. Rejects when it cannot be. */
export function openDataFolder(): string {
  const folder = path.resolve(projectFolder, process.env["DATA_DIR"] ?? ".data");
  try {
    // Passable for the user that PostgreSQL runs as; the files in it are not readable for it.
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    return realpathSync(folder);
  } catch {
    throw new CommandError(
      `Folder data ${folder} tidak dapat dibuat. Periksa izinnya, atau pilih folder lain dengan DATA_DIR.`,
    );
  }
}

/** Undefined before the first start. Rejects when the file is there but cannot be used. */
export async function recall(folder: string): Promise<Settings | undefined> {
  const file = settingsFile(folder);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw new CommandError(
      `Berkas ${file} tidak dapat dibaca oleh pengguna yang menjalankan perintah ini.`,
    );
  }
  try {
    return remembered.parse(JSON.parse(text));
  } catch {
    throw new CommandError(
      `Berkas ${file} rusak. Pulihkan dari cadangan, atau pilih DATA_DIR lain.`,
    );
  }
}

/** Written whole or not at all, readable by its owner alone. */
export async function remember(folder: string, settings: Settings): Promise<void> {
  const file = settingsFile(folder);
  await writeFile(`${file}.new`, `${JSON.stringify(settings, null, 2)}\n`, {
    mode: 0o600,
    // Or a machine that loses its power may keep the name and not the words.
    flush: true,
  });
  await rename(`${file}.new`, file);
}

export function makePassword(): string {
  return randomBytes(24).toString("hex");
}

export function settingsFile(folder: string): string {
  return path.join(folder, "settings.json");
}
