import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";

import { projectFolder } from "./project";

/** A child of ours that ends with us: it exits when the line to its parent breaks. */
export type Program = {
  /** Of its process group too; undefined when it could not begin. */
  readonly pid: number | undefined;
  readonly exit: Promise<number>;
  /** How it ended, in a sentence, once it has. */
  readonly ending: () => string;
  /** What it has printed so far, when that was kept. */
  readonly output: () => string;
  /** Asks it to end, and insists after some seconds. */
  readonly stop: () => Promise<void>;
};

/** Without blanks or quotes: Next hands it on to its workers as text. */
const leash = "./scripts/leash.mjs";

/** Lines that are kept of what a program printed. */
const keptLines = 400;

type Extra = {
  /** Of the JavaScript heap: a program that wants more dies, and no other with it. */
  readonly heapMegabytes?: number;
  /** Told each line beside keeping it. */
  readonly onLine?: (line: string, from: "stdout" | "stderr") => void;
};

/**
 * Runs a JavaScript program of node_modules, such as "next/dist/bin/next".
 *
 * @param show passes its output on instead of keeping it.
 */
export function runProgram(
  entry: string,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  show: boolean,
  { heapMegabytes, onLine }: Extra = {},
): Program {
  const heap = heapMegabytes === undefined ? [] : [`--max-old-space-size=${String(heapMegabytes)}`];
  const child = spawn(
    process.execPath,
    [...heap, "--import", leash, path.join(projectFolder, "node_modules", entry), ...args],
    {
      cwd: projectFolder,
      // Ctrl-C goes to us alone, and we end our children in order.
      detached: process.platform !== "win32",
      env: {
        ...process.env,
        NODE_ENV: "production",
        NEXT_TELEMETRY_DISABLED: "1",
        CAKUPAN_PARENT: String(process.pid),
        ...environment,
      },
      stdio: show ? ["ignore", "inherit", "inherit", "ipc"] : ["ignore", "pipe", "pipe", "ipc"],
    },
  );
  const kept: string[] = [];
  for (const from of ["stdout", "stderr"] as const) {
    const stream = child[from];
    if (stream === null) continue;
    createInterface({ input: stream }).on("line", (line) => {
      kept.push(line);
      if (kept.length > keptLines) kept.shift();
      onLine?.(line, from);
    });
  }
  const exit = new Promise<number>((resolve) => {
    child.once("error", () => {
      resolve(1);
    });
    child.once("close", (code) => {
      resolve(code ?? 1);
    });
  });
  return {
    pid: child.pid,
    exit,
    ending: () => endingOf(child),
    output: () => kept.join("\n"),
    stop: () => stop(child, exit),
  };
}

/** "sinyal SIGKILL." or "kode 134." */
export function endingOf({ exitCode, signalCode }: ChildProcess): string {
  if (signalCode !== null) return `sinyal ${signalCode}.`;
  return exitCode === null ? "tidak dapat dimulai." : `kode ${String(exitCode)}.`;
}

async function stop(child: ChildProcess, exit: Promise<number>): Promise<void> {
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await Promise.race([exit, pause(6_000, undefined, { ref: false })]);
  }
}
