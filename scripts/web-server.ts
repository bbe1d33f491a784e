import { setTimeout as pause } from "node:timers/promises";

import { type Program, runProgram } from "./program";
import { CommandError } from "./command-error";

export type WebSettings = {
  readonly port: number;
  readonly databaseUrl: string;
  readonly secret: string;
  readonly publicUrl: string;
  /** Where the database's files are, when they are ours: their disk is watched. */
  readonly databaseFolder?: string;
  readonly heapMegabytes?: number;
};

/** Who ends it, and who hears each of its lines. */
type Keeper = {
  readonly onEnd: (closer: () => Promise<void>) => void;
  readonly onLine?: (line: string, from: "stdout" | "stderr") => void;
};

/**
 * Longer than a proxy or a program keeps an idle connection: the server must not close one just as
 * a request is put on it.
 */
const keepAlive = ["--keepAliveTimeout", "75000"];

/**
 * Starts Next on the port and waits until it answers. Rejects with its output when it does not.
 *
 * @param mode "start" serves the build; "dev" compiles as pages are asked for and talks.
 */
export async function startWeb(
  mode: "start" | "dev",
  { databaseFolder, databaseUrl, heapMegabytes, port, publicUrl, secret }: WebSettings,
  keeper: Keeper,
): Promise<Program> {
  const program = runProgram(
    "next/dist/bin/next",
    [mode, "--port", String(port), ...(mode === "start" ? keepAlive : [])],
    {
      NODE_ENV: mode === "dev" ? "development" : "production",
      DATABASE_URL: databaseUrl,
      // Not undefined: Next would take what is missing from the project's .env.
      MIGRATION_DATABASE_URL: "",
      NEXTAUTH_SECRET: secret,
      NEXTAUTH_URL: publicUrl,
      ...(databaseFolder === undefined ? {} : { DATABASE_FOLDER: databaseFolder }),
    },
    mode === "dev",
    {
      ...(heapMegabytes === undefined || mode === "dev" ? {} : { heapMegabytes }),
      ...(keeper.onLine && { onLine: keeper.onLine }),
    },
  );
  keeper.onEnd(program.stop);
  if (await answers(port, program)) return program;
  await program.stop();
  throw new CommandError(`Server web tidak dapat dimulai.\n\n${program.output()}`);
}

async function answers(port: number, program: Program): Promise<boolean> {
  const state = { over: false };
  void program.exit.then(() => {
    state.over = true;
  });
  for (let tries = 0; tries < 600 && !state.over; tries += 1) {
    try {
      await fetch(`http://127.0.0.1:${String(port)}/api/health`, {
        signal: AbortSignal.timeout(20_000),
      });
      return true;
    } catch {
      await pause(100);
    }
  }
  return false;
}
