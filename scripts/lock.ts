import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { z } from "zod";

import { CommandError } from "./command-error";
import { withShortPath } from "./short-path";

export type Lock = { readonly release: () => void };

/** Who has a folder, when it says so: the number of its process, and the machine or container. */
const holder = z.object({ holds: z.boolean(), pid: z.int().optional(), host: z.string() });
export type Holder = z.infer<typeof holder>;

/**
 * Holds a folder for this process. The lock is a listening socket in the folder: the system takes
 * it away with the process, however that ends, so that none is ever stale, and everyone who sees
 * the folder reaches it, in whatever container of this machine.
 *
 * Several claim at once: each publishes its socket before it looks at the others', so of two at
 * least one sees the other. A claim goes when somebody holds, or when another claim's name comes
 * before its own.
 *
 * @param folder where the sockets lie, made when missing; nothing else is in it.
 * @param patience how long to wait for another process to let go, in milliseconds.
 * @returns the lock, or who has it.
 */
export async function holdFolder(folder: string, patience: number): Promise<Lock | Holder> {
  if (process.platform === "win32") return holdPipe(folder, patience);
  makeFolder(folder);
  return withShortPath(folder, async (place) => {
    let claim: Claim | undefined;
    try {
      for (let waited = 0; ; waited += 250) {
        claim ??= await makeClaim(place, folder);
        const { rivals, dead } = await lookAround(place, claim.name);
        const first = rivals[0];
        if (first === undefined) {
          const { hold } = claim;
          claim = undefined;
          for (const name of dead) rmSync(path.join(place, name), { force: true });
          return hold();
        }
        const holding = rivals.find(({ holds }) => holds);
        if (holding !== undefined && waited >= patience) return holding;
        if (holding !== undefined || first.name < claim.name) {
          claim.withdraw();
          claim = undefined;
        }
        await pause(250);
      }
    } finally {
      claim?.withdraw();
    }
  });
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    readdirSync(folder);
  } catch {
    throw cannotLock(folder);
  }
}

function cannotLock(folder: string): CommandError {
  return new CommandError(
    `Kunci tidak dapat dibuat di ${folder}. Periksa izinnya; sistem berkas yang tidak ` +
      "mengenal soket, misalnya sebagian folder jaringan, tidak dapat dipakai.",
  );
}

type Claim = {
  readonly name: string;
  readonly hold: () => Lock;
  readonly withdraw: () => void;
};

async function makeClaim(place: string, folder: string): Promise<Claim> {
  const name = randomBytes(6).toString("hex");
  const state = { holds: false };
  const server = await listen(path.join(place, name), state);
  if (server === undefined) throw cannotLock(folder);
  server.unref();
  const leave = () => {
    rmSync(path.join(folder, name), { force: true });
    server.close();
  };
  return {
    name,
    hold: () => {
      state.holds = true;
      return { release: leave };
    },
    withdraw: leave,
  };
}

/** The other claims that live, by name, and the names of those whose process has ended. */
async function lookAround(place: string, own: string) {
  const names = readdirSync(place)
    .filter((name) => name !== own)
    .sort();
  const seen = await Promise.all(
    names.map(async (name) => ({ name, answer: await ask(path.join(place, name)) })),
  );
  return {
    rivals: seen.flatMap(({ answer, name }) => (answer === "dead" ? [] : [{ name, ...answer }])),
    dead: seen.flatMap(({ answer, name }) => (answer === "dead" ? [name] : [])),
  };
}

function listen(address: string, state: { readonly holds: boolean }): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.end(JSON.stringify({ holds: state.holds, pid: process.pid, host: hostname() }));
    });
    server.once("error", () => {
      resolve(undefined);
    });
    server.listen(address, () => {
      resolve(server);
    });
  });
}

/**
 * What the socket's process says. The system itself knows whether there is one; who is too busy
 * to answer, or may not be asked, is taken for a holder.
 */
function ask(address: string): Promise<Holder | "dead"> {
  return new Promise((resolve) => {
    let answer = "";
    const state = { dead: false };
    const socket = connect(address);
    socket.setTimeout(1000, () => socket.destroy());
    socket.on("data", (part) => {
      answer += part.toString("utf8");
    });
    socket.on("error", (error) => {
      const code = "code" in error ? error.code : undefined;
      state.dead = code === "ECONNREFUSED" || code === "ENOENT";
    });
    socket.on("close", () => {
      resolve(state.dead ? "dead" : read(answer));
    });
  });
}

function read(answer: string): Holder {
  // A version before this one said its number alone.
  if (/^\d+$/.test(answer)) return { holds: true, pid: Number(answer), host: hostname() };
  try {
    return holder.parse(JSON.parse(answer));
  } catch {
    return { holds: true, host: hostname() };
  }
}

/**
 * Who holds the folder as a version before this one did: by a name of the machine's or container's
 * own. It may run on while this one is put in its place.
 */
export async function findFormerHolder(folder: string): Promise<Holder | undefined> {
  if (process.platform === "win32") return undefined;
  const name = nameOf(folder);
  const address = process.platform === "linux" ? `\0${name}` : path.join(tmpdir(), `${name}.sock`);
  const found = await ask(address);
  return found === "dead" ? undefined : found;
}

/** Windows has no such files; a pipe's name is the machine's, and goes with its process too. */
async function holdPipe(folder: string, patience: number): Promise<Lock | Holder> {
  const address = `\\\\.\\pipe\\${nameOf(folder)}`;
  for (let waited = 0; ; waited += 250) {
    const server = await listen(address, { holds: true });
    if (server) {
      server.unref();
      return { release: () => void server.close() };
    }
    const found = await ask(address);
    if (found !== "dead" && waited >= patience) return found;
    await pause(250);
  }
}

function nameOf(folder: string): string {
  return `cakupan-${createHash("sha256").update(folder).digest("hex").slice(0, 24)}`;
}
