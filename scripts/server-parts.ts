import { type EmbeddedDatabase } from "./embedded-database";
import { type Lifetime } from "./lifetime";
import { rotateHeld } from "./log-file";
import { wordsSince } from "./postgres-log";
import { type Program } from "./program";
import { type ServerLog } from "./server-log";
import { type SupervisedPart, type Run } from "./supervisor";
import { startWeb, type WebSettings } from "./web-server";

/** A part of the product with the run that it has now. */
export type KeptPart = { readonly part: SupervisedPart; readonly first: Run };

const logCheckMilliseconds = 60 * 60_000;

/** The PostgreSQL of the data folder. It comes back on its port, so the web server finds it again. */
export function databasePart(database: EmbeddedDatabase, lifetime: Lifetime): KeptPart {
  const { logFile, server, startAgain } = database;
  const check = setInterval(() => {
    rotateHeld(logFile);
  }, logCheckMilliseconds);
  lifetime.onEnd(() => Promise.resolve(clearInterval(check)));
  return {
    first: server,
    part: { name: "PostgreSQL", startAgain, lastWords: () => wordsSince(logFile, 0) },
  };
}

/** The web server, started. @throws {CommandError} with its output when it does not answer. */
export async function webPart(
  mode: "start" | "dev",
  settings: WebSettings,
  log: ServerLog,
  lifetime: Lifetime,
): Promise<KeptPart> {
  const keeper = { onEnd: lifetime.place(), onLine: log.take.bind(log) };
  const last = { output: () => "" };
  const startAgain = async (): Promise<Run> => {
    const program = await startWeb(mode, settings, keeper);
    last.output = program.output;
    return { ended: program.exit.then(() => reasonOf(program)) };
  };
  const first = await startAgain();
  return { first, part: { name: "Server web", startAgain, lastWords: () => last.output() } };
}

function reasonOf(program: Program): string {
  const isHeap = program.output().includes("JavaScript heap out of memory");
  return isHeap ? "memori habis, batasnya WEB_MEMORY_MB." : program.ending();
}
