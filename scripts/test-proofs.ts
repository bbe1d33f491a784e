import { spawn } from "node:child_process";
import { once } from "node:events";

import { type Lifetime } from "./lifetime";
import { projectFolder } from "./project";
import { type Count, countCheck } from "./test-count";

type Run = { readonly code: number | null; readonly lastLine: string };

/**
 * A short run of the fault harness has to find nothing, and one that breaks idempotency on purpose
 * has to find doubled reports, or the first has shown nothing.
 */
export async function checkFaults(lifetime: Lifetime): Promise<Count> {
  const honest = await runProof("faults", ["--count", "80"], lifetime);
  const isSound = honest.code === 0 && / lost 0, doubled 0, wrong 0$/.test(honest.lastLine);
  const broken = await runProof(
    "faults",
    ["--count", "100", "--seed", "2", "--no-pages", "--break-idempotency"],
    lifetime,
  );
  const isFound = broken.code === 1 && / doubled [1-9]\d*, /.test(broken.lastLine);
  if (!isSound) console.error(`Uji gangguan menemukan sesuatu: ${honest.lastLine}`);
  if (!isFound) console.error(`Uji gangguan tidak menemukan yang ganda: ${broken.lastLine}`);
  const passed = Number(isSound) + Number(isFound);
  return { passed, failed: 2 - passed };
}

/** A short run of malformed requests has to end as a long one does. */
export async function checkFuzz(lifetime: Lifetime): Promise<Count> {
  const { code, lastLine } = await runProof("fuzz", ["--count", "400", "--seed", "1"], lifetime);
  if (code !== 0) console.error(`Permintaan rusak menemukan sesuatu: ${lastLine}`);
  return countCheck(code === 0);
}

async function runProof(
  name: "faults" | "fuzz",
  args: readonly string[],
  lifetime: Lifetime,
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
  const exit = once(child, "exit") as Promise<[number | null]>;
  lifetime.onEnd(async () => {
    child.kill("SIGTERM");
    await exit;
  });
  let printed = "";
  child.stdout.on("data", (part: Buffer) => {
    process.stdout.write(part);
    printed += part.toString("utf8");
  });
  const [code] = await exit;
  return { code, lastLine: printed.trimEnd().split("\n").at(-1) ?? "" };
}
