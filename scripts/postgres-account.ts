import { execFileSync, spawnSync } from "node:child_process";

import { CommandError } from "./command-error";

/** Who PostgreSQL runs as: empty for "whoever I am", since only root has to become someone else. */
export type Account = { readonly uid?: number; readonly gid?: number };

const name = "postgres";

/**
 * PostgreSQL rejects to run as root. As root this finds the user `postgres`, and makes it where
 * it is missing.
 */
export function postgresAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  return find() ?? make();
}

/** Whether the account may do to the file what `test` calls `-x`, `-r` and so on. */
export function canReach(account: Account, flag: "-x" | "-r", file: string): boolean {
  return account.uid === undefined || spawnSync("test", [flag, file], { ...account }).status === 0;
}

function find(): Account | undefined {
  try {
    return { uid: idOf("-u"), gid: idOf("-g") };
  } catch {
    return undefined;
  }
}

function make(): Account {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", name], {
      stdio: "ignore",
    });
    return { uid: idOf("-u"), gid: idOf("-g") };
  } catch {
    throw new CommandError(
      `PostgreSQL tidak dapat berjalan sebagai root, dan pengguna "${name}" tidak dapat dibuat. ` +
        "Jalankan perintah ini sebagai pengguna biasa, atau isi DATABASE_URL.",
    );
  }
}

function idOf(flag: "-u" | "-g"): number {
  const id = Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: "pipe" }));
  if (!Number.isInteger(id)) throw new Error(`id ${flag} ${name} gave no number`);
  return id;
}
