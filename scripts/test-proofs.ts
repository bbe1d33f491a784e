import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

import { type Lifetime } from "./lifetime";
import { projectFolder } from "./project";
import { type Count, countCheck } from "./test-count";

/** Where a step's words go: at once, or kept until it has ended. */
export type Output = { readonly isLive: boolean; readonly print: (text: string) => void };

type Run = { readonly code: number | null; readonly lastLine: string };

/**
 * A short run of the fault harness has to find nothing, and one that breaks idempotency on purpose
 * has to find doubled reports, or the first has shown nothing.
 */
export async function checkFaults(lifetime: Lifetime, output: Output): Promise<Count> {
  const honest = await runProof("faults", ["--count", "80"], lifetime, output);
  const isSound = honest.code === 0 && / lost 0, doubled 0, wrong 0$/.test(honest.lastLine);
  const broken = await runProof(
    "faults",
    ["--count", "100", "--seed", "2", "--no-pages", "--break-idempotency"],
    lifetime,
    output,
  );
  const isFound = broken.code === 1 && / doubled [1-9]\d*, /.test(broken.lastLine);
  if (!isSound) output.print(`Uji gangguan menemukan sesuatu: ${honest.lastLine}`);
  if (!isFound) output.print(`Uji gangguan tidak menemukan yang ganda: ${broken.lastLine}`);
  const passed = Number(isSound) + Number(isFound);
  return { passed, failed: 2 - passed };
}

/** A short run of malformed requests has to end as a long one does. */
export async function checkFuzz(lifetime: Lifetime, output: Output): Promise<Count> {
  const { code, lastLine } = await runProof(
    "fuzz",
    ["--count", "400", "--seed", "1"],
    lifetime,
    output,
  );
  if (code !== 0) output.print(`Permintaan rusak menemukan sesuatu: ${lastLine}`);
  return countCheck(code === 0);
}

async function runProof(
  name: "faults" | "fuzz",
  args: readonly string[],
  lifetime: Lifetime,
  { print }: Output,
): Promise<Run> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--conditions=react-server", `tests/proofs/${name}.ts`, ...args],
    {
      cwd: projectFolder,
      detached: process.platform !== "win32",
      env: {
        ...process.env,
        DATABASE_URL: "",
        MIGRATION_DATABASE_URL: "",
        NEXTAUTH_SECRET: "",
        NEXTAUTH_URL: "",
      },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const exit = once(child, "close") as Promise<[number | null]>;
  lifetime.onEnd(async () => {
    child.kill("SIGTERM");
    await exit;
  });
  let lastLine = "";
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => {
    print(line);
    lastLine = line;
  });
  const [code] = await exit;
  return { code, lastLine };
}
