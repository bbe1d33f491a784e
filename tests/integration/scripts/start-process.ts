import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";

const root = new URL("../../..", import.meta.url).pathname;

const startScript = ["--import", "tsx", "--conditions=react-server", "scripts/start.ts"];

export type StartProcess = {
  readonly pid: number;
  /** Standard output and error so far. */
  readonly output: () => string;
  /** Exit code, or the name of the signal that ended it. */
  readonly exit: Promise<number | string>;
};

/** Runs `npm start` without npm, as its own process, with nothing of the tests' own settings. */
export function runStart(
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): StartProcess {
  return run([process.execPath, ...startScript, ...args], environment);
}

/** The same in namespaces of its own, as in another container with the same volume. Needs root. */
export function runStartElsewhere(
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): StartProcess {
  const namespaces = ["--net", "--pid", "--ipc", "--fork", "--kill-child", "--mount-proc"];
  return run(["unshare", ...namespaces, process.execPath, ...startScript, ...args], environment);
}

function run(
  [program = "", ...words]: readonly string[],
  environment: Readonly<Record<string, string>>,
): StartProcess {
  const child = spawn(program, words, {
    cwd: root,
    env: {
      PATH: process.env["PATH"],
      HOME: process.env["HOME"],
      NODE_ENV: "test",
      DATABASE_URL: "",
      MIGRATION_DATABASE_URL: "",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (part: Buffer) => {
      printed += part.toString("utf8");
    });
  }
  const exit = once(child, "close").then(([code, signal]: (number | string | null)[]) => {
    return code ?? signal ?? "unknown";
  });
  return { pid: child.pid ?? 0, output: () => printed, exit };
}

/** Waits until the process has printed the words; fails with what it did print. */
export async function untilPrinted(process: StartProcess, words: string): Promise<void> {
  for (let waited = 0; waited < 600; waited += 1) {
    if (process.output().includes(words)) return;
    await pause(100);
  }
  throw new Error(`"${words}" was not printed, but: ${process.output()}`);
}
