import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { projectFolder } from "./project";

/** A child of ours that ends with us: it exits when the line to its parent breaks. */
export type Program = {
  /** Of its process group too; undefined when it could not begin. */
  readonly pid: number | undefined;
  readonly exit: Promise<number>;
  /** What it has printed so far, when that was kept. */
  readonly output: () => string;
  /** Asks it to end, and insists after some seconds. */
  readonly stop: () => Promise<void>;
};

/** Without blanks or quotes: Next hands it on to its workers as text. */
const leash = "./scripts/leash.mjs";

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
): Program {
  const child = spawn(
    process.execPath,
    ["--import", leash, path.join(projectFolder, "node_modules", entry), ...args],
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
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (part: Buffer) => {
      kept.push(part.toString("utf8"));
      if (kept.length > 400) kept.shift();
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
  return { pid: child.pid, exit, output: () => kept.join(""), stop: () => stop(child, exit) };
}

async function stop(child: ChildProcess, exit: Promise<number>): Promise<void> {
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await Promise.race([exit, pause(6_000, undefined, { ref: false })]);
  }
}
