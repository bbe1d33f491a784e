import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { connect } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

import { CommandError } from "./command-error";
import { withShortPath } from "./short-path";

/**
 * Where the server's own socket lies: in its folder, which only its user enters. Whoever sees the
 * files can ask it whether a server runs on them, in whatever container of this machine that is.
 * Windows has its own ways.
 */
export const socketFolder = process.platform === "win32" ? "" : ".";

/** What a server writes into `postmaster.pid`, PostgreSQL's own lock, which nobody else deletes. */
type Named = {
  readonly file: string;
  readonly pid: number;
  readonly port: string;
  readonly hasSocket: boolean;
  /** It had come as far as its shared memory, so it may have touched the data. */
  readonly hasMemory: boolean;
};

/** Stops a server that an earlier, killed process left behind in this cluster. */
export async function stopOrphan(folder: string): Promise<void> {
  const named = await readNamed(folder);
  if (named === undefined) return;
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    if (!(await isServerOf(folder, named.pid))) break;
    try {
      process.kill(named.pid, signal);
    } catch {
      break;
    }
    for (let waited = 0; waited < 100 && (await isServerOf(folder, named.pid)); waited += 1) {
      await pause(100);
    }
  }
}

/**
 * Makes sure that no server runs on the cluster's files, and leaves what a dead one left to
 * PostgreSQL, which takes it away itself.
 *
 * @returns what a new server must be told: the number in a dead server's file may belong to some
 * other program by now (containers begin at 1 again), and a server passes over the number of its
 * grandparent only.
 * @throws {CommandError} naming the file, when a server runs that is not ours to stop, as in another
 * container, or when there is no telling.
 */
export async function requireNoServer(folder: string): Promise<Readonly<Record<string, string>>> {
  const named = await readNamed(folder);
  if (named === undefined) return {};
  const { file, hasMemory, hasSocket, pid } = named;
  if (process.platform !== "win32") {
    if (hasSocket ? await answers(folder, named.port) : hasMemory) {
      throw new CommandError(
        `Basis data di ${folder} sedang dipakai atau belum dihentikan dengan benar: ${file} menyebut ` +
          `proses ${String(pid)}, yang tidak terlihat dari sini. Hentikan dulu Cakupan yang lain ` +
          "(misalnya di kontainer lain). Bila pasti tidak ada lagi yang berjalan, hapus berkas itu " +
          "dan mulai lagi.",
      );
    }
  }
  return { PG_GRANDPARENT_PID: String(pid) };
}

async function readNamed(folder: string): Promise<Named | undefined> {
  const file = path.join(folder, "postmaster.pid");
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw new CommandError(
      `Berkas ${file} tidak dapat dibaca oleh pengguna yang menjalankan perintah ini.`,
    );
  }
  const [pid, , , port = "", socket = "", , memory = ""] = text.split("\n");
  const number = Number(pid);
  if (Number.isInteger(number) && number > 1) {
    return {
      file,
      pid: number,
      port,
      hasSocket: socket.trim() !== "",
      hasMemory: memory.trim() !== "",
    };
  }
  throw new CommandError(
    `Berkas ${file} kosong atau rusak: sebuah PostgreSQL terputus saat mulai, atau sedang mulai. ` +
      "Bila pasti tidak ada yang berjalan, hapus berkas itu dan mulai lagi.",
  );
}

async function isServerOf(folder: string, pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
    if (process.platform === "linux") {
      const words = (await readFile(`/proc/${String(pid)}/cmdline`, "utf8")).split("\0");
      return words.includes(folder);
    }
    const { stdout } = await promisify(execFile)("ps", ["-o", "command=", "-p", String(pid)]);
    return stdout.includes(`-D ${folder} `);
  } catch {
    return false;
  }
}

/** The system knows whether somebody listens; a socket that may not be asked counts as one. */
function answers(folder: string, port: string): Promise<boolean> {
  return withShortPath(
    folder,
    (place) =>
      new Promise((resolve) => {
        const socket = connect(path.join(place, `.s.PGSQL.${port}`));
        socket.once("connect", () => {
          socket.destroy();
          resolve(true);
        });
        socket.once("error", (error) => {
          const code = "code" in error ? error.code : undefined;
          resolve(code !== "ECONNREFUSED" && code !== "ENOENT");
        });
      }),
  );
}
