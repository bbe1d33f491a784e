import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export type Lock = { readonly release: () => void };

/**
 * Holds a folder for this process. The lock is a listening socket, not a file: the system takes
 * it away with the process, however that ends, so that none is ever stale.
 *
 * @param patience how long to wait for another process to let go, in milliseconds.
 * @returns the lock, or the number of the process that has it.
 */
export async function holdFolder(folder: string, patience: number): Promise<Lock | number> {
  const address = addressOf(folder);
  for (let waited = 0; ; waited += 250) {
    const server = await listen(address);
    if (server) {
      server.unref();
      return { release: () => void server.close() };
    }
    const holder = await ask(address);
    if (holder !== undefined && waited >= patience) return holder;
    if (holder === undefined && !isAbstract(address)) rmSync(address, { force: true });
    await pause(250);
  }
}

/** A name without a file on Linux, a pipe on Windows, else a file that a killed process leaves. */
function addressOf(folder: string): string {
  const name = `cakupan-${createHash("sha256").update(folder).digest("hex").slice(0, 24)}`;
  if (process.platform === "linux") return `\0${name}`;
  if (process.platform === "win32") return `\\\\.\\pipe\\${name}`;
  return path.join(tmpdir(), `${name}.sock`);
}

function isAbstract(address: string): boolean {
  return address.startsWith("\0") || address.startsWith("\\\\");
}

function listen(address: string): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.end(String(process.pid));
    });
    server.once("error", () => {
      resolve(undefined);
    });
    server.listen(address, () => {
      resolve(server);
    });
  });
}

function ask(address: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(address);
    socket.setTimeout(1000, () => socket.destroy());
    socket.on("data", (part) => {
      answer += part.toString("utf8");
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      resolve(/^\d+$/.test(answer) ? Number(answer) : undefined);
    });
  });
}
