import { type ChildProcess, execFile, spawn } from "node:child_process";
import { openSync, closeSync } from "node:fs";
import { chown, mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

import pg from "pg";

import { isLoginRejected, ownerLogin, ownerUrl } from "./database-login";
import { rotateHeld, fileSize } from "./log-file";
import { type Account } from "./postgres-account";
import { type Binaries } from "./postgres-binaries";
import { isStorageFull, wordsSince } from "./postgres-log";
import { requireNoServer, socketFolder } from "./postmaster";
import { endingOf } from "./program";
import { PassingCommandError, CommandError } from "./command-error";

/** One PostgreSQL installation: its files, its owner's password, who it runs as. */
export type Cluster = {
  readonly folder: string;
  readonly password: string;
  readonly logFile: string;
  readonly account: Account;
  readonly binaries: Binaries;
  /** Extra `-c name=value` settings. */
  readonly settings?: readonly string[];
};

export type RunningPostgres = {
  /** Of its process group too; undefined when it could not begin. */
  readonly pid: number | undefined;
  /** Fast shutdown: sessions end, what was committed is on disk. Safe to call twice. */
  readonly stop: () => Promise<void>;
  /** Settles when the server is gone, for whatever reason, with a sentence that says which. */
  readonly ended: Promise<string>;
};

const storageIsFull = "penyimpanan server penuh. Kosongkan tempat di disk folder data.";

/** For throw-away data: faster, and lost when the machine stops. */
export const carelessSettings = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
] as const;

/**
 * Makes the cluster's files. They are made beside their place and renamed, so that a start that
 * was cut off leaves nothing that looks like a cluster.
 */
export async function createCluster(cluster: Cluster, signal?: AbortSignal): Promise<void> {
  const { account, binaries, folder, password } = cluster;
  const partial = `${folder}.new`;
  const passwordFile = path.join(partial, "password");
  const made = path.join(partial, "files");

  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await give(partial, account);
  await give(passwordFile, account);

  await promisify(execFile)(
    binaries.initdb,
    [
      `--pgdata=${made}`,
      `--username=${ownerLogin}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // The same order of letters on every machine, whatever locales it has.
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      ...(cluster.settings?.includes("fsync=off") === true ? ["--no-sync"] : []),
    ],
    {
      ...account,
      cwd: path.parse(folder).root,
      env: quietEnvironment(),
      ...(signal === undefined ? {} : { signal }),
    },
  );
  await rename(made, folder);
  await rm(partial, { recursive: true, force: true });
}

/**
 * Starts the server and waits until it answers. Rejects, naming the log, when it does not.
 *
 * @param onSpawn told as soon as there is a process to stop, before it answers.
 */
export async function startPostgres(
  cluster: Cluster,
  port: number,
  onSpawn?: (running: RunningPostgres) => void,
): Promise<RunningPostgres> {
  const { account, binaries, folder, logFile } = cluster;
  const noServer = await requireNoServer(folder);
  rotateHeld(logFile);
  const logged = fileSize(logFile);
  const log = openLog(logFile);
  const settings = [
    "listen_addresses=127.0.0.1",
    `unix_socket_directories=${socketFolder}`,
    "timezone=UTC",
    "log_timezone=UTC",
    // What failed and why, and none of what people typed: no values of rows, no statements.
    "log_error_verbosity=terse",
    "log_min_error_statement=panic",
    ...(cluster.settings ?? []),
  ];

  // A process group of its own: Ctrl-C in the terminal reaches us, and we stop it in order.
  const server = spawn(
    binaries.postgres,
    ["-D", folder, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    {
      ...account,
      cwd: path.parse(folder).root,
      detached: true,
      env: { ...quietEnvironment(), ...noServer },
      stdio: ["ignore", log, log],
    },
  );
  closeSync(log);
  const ended = new Promise<string>((resolve) => {
    const tell = () => {
      resolve(isStorageFull(wordsSince(logFile, logged)) ? storageIsFull : endingOf(server));
    };
    server.once("exit", tell);
    server.once("error", tell);
  });

  const running = { pid: server.pid, ended, stop: () => stop(server, ended) };
  onSpawn?.(running);
  if (await answers(ownerUrl(cluster.password, port, "postgres"), ended)) return running;
  await running.stop();
  const words = wordsSince(logFile, logged);
  if (isStorageFull(words))
    throw new PassingCommandError(`PostgreSQL tidak dapat dimulai: ${storageIsFull}`);
  throw new CommandError(
    `PostgreSQL tidak dapat dimulai. Keterangannya ada di ${logFile}:\n\n${words}`.trimEnd(),
  );
}

/** What an earlier run said stays: it may be the only evidence of why that one ended. */
function openLog(file: string): number {
  try {
    return openSync(file, "a", 0o600);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOSPC") {
      throw new PassingCommandError(`PostgreSQL tidak dapat dimulai: ${storageIsFull}`);
    }
    throw error;
  }
}

async function answers(url: string, ended: Promise<string>): Promise<boolean> {
  const state = { over: false };
  void ended.then(() => {
    state.over = true;
  });
  // A server that was killed first replays its log, which can take a while.
  for (let tries = 0; tries < 1200 && !state.over; tries += 1) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    try {
      await client.connect();
      await client.end();
      return true;
    } catch (error) {
      // Whoever is turned away at the door knows that the house is open.
      if (isLoginRejected(error)) return true;
      // Each try is a line of the log while it recovers.
      await pause(Math.min(1_000, 50 + tries * 10));
    }
  }
  return false;
}

async function stop(server: ChildProcess, ended: Promise<string>): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill(signal);
    await Promise.race([ended, pause(10_000, undefined, { ref: false })]);
  }
}

/** Without the caller's PG* variables, which would redirect it. */
function quietEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env["PATH"], LC_ALL: "C", NODE_ENV: "production" };
}

async function give(file: string, account: Account): Promise<void> {
  if (account.uid !== undefined && account.gid !== undefined) {
    await chown(file, account.uid, account.gid);
  }
}
