/**
 * `npm test`: every check. A step that fails does not hide the next one. `npm test -- unit lint`
 * runs those steps alone. The last line counts all cases.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { ensureBuild } from "./build";
import { findChromium } from "./chromium";
import { Lifetime } from "./lifetime";
import { runProgram } from "./program";
import { seconds } from "./progress";
import { CommandError } from "./command-error";
import { addCounts, type Count, countCases, countCheck } from "./test-count";
import { startProduct } from "./test-product";
import { type Output, checkFaults, checkFuzz } from "./test-proofs";

const lifetime = new Lifetime();
lifetime.listenToSignals();
const reports = await mkdtemp(path.join(tmpdir(), "cakupan-reports-"));
lifetime.onEnd(() => rm(reports, { recursive: true, force: true }));

const state = { buildFailed: false };

type Step = (output: Output) => Promise<Count>;

const steps = {
  client: check(["prisma/build/index.js", "generate", "--config", "prisma/prisma.config.ts"]),
  format: check(["prettier/bin/prettier.cjs", "--check", "."]),
  lint: check(["eslint/bin/eslint.js", ".", "--max-warnings", "0"]),
  types: check(["next/dist/bin/next", "typegen"], ["typescript/bin/tsc", "--noEmit"]),
  layers: check([
    "dependency-cruiser/bin/dependency-cruise.mjs",
    "--config",
    "tests/architecture/layers.cjs",
    ...["app", "components", "lib", "prisma", "scripts", "tests/proofs"],
    ...["instrumentation.ts", "proxy.ts"],
  ]),
  unit: vitest("unit"),
  integration: vitest("integration"),
  build,
  product: afterBuild(vitest("product")),
  browser: afterBuild(browser),
  faults: afterBuild((output) => checkFaults(lifetime, output)),
  fuzz: afterBuild((output) => checkFuzz(lifetime, output)),
} as const satisfies Record<string, Step>;

type StepName = keyof typeof steps;

/**
 * Stages come one after the other. The lanes of a stage run side by side, which keeps two cores
 * busy: what reads the source in one lane waits for nothing but its one core. Stories have the
 * machine for themselves.
 */
const stages: readonly (readonly (readonly StepName[])[])[] = [
  [["client"]],
  [
    ["format", "lint", "types", "layers", "build"],
    ["unit", "integration"],
  ],
  [["product"]],
  [["browser"]],
  [["faults"], ["fuzz"]],
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`Langkah yang dikenal: ${Object.keys(steps).join(", ")}.`);
  process.exit(1);
}

let total: Count = { passed: 0, failed: 0 };
for (const stage of stages) {
  const lanes = stage
    .map((lane) => lane.filter((name) => asked.length === 0 || asked.includes(name)))
    .filter((lane) => lane.length > 0);
  const counts = await Promise.all(lanes.map((lane) => runLane(lane, lanes.length === 1)));
  total = counts.reduce(addCounts, total);
}
await lifetime.end();
console.log(`\n${String(total.passed)} passed, ${String(total.failed)} failed`);
process.exit(total.failed === 0 ? 0 : 1);

/** @param isAlone prints as it goes; what runs beside another prints each step when it has ended. */
async function runLane(names: readonly StepName[], isAlone: boolean): Promise<Count> {
  let count: Count = { passed: 0, failed: 0 };
  for (const name of names) {
    const lines: string[] = [];
    const print = isAlone
      ? (text: string) => console.log(text)
      : (text: string) => lines.push(text);
    count = addCounts(count, await run(name, { isLive: isAlone, print }));
    if (!isAlone) console.log(lines.join("\n"));
  }
  return count;
}

async function run(name: StepName, output: Output): Promise<Count> {
  const began = performance.now();
  output.print(`\n── ${name} ${"─".repeat(Math.max(0, 60 - name.length))}`);
  const count = await steps[name](output).catch((error: unknown) => {
    output.print(
      error instanceof Error && !(error instanceof CommandError)
        ? String(error.stack)
        : told(error),
    );
    return countCheck(false);
  });
  const word = count.failed === 0 ? "lulus" : "gagal";
  output.print(
    `── ${name}: ${word}, ${String(count.passed)} lulus dan ${String(count.failed)} gagal, ${seconds(began)}`,
  );
  return count;
}

function told(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function check(...programs: readonly (readonly [string, ...string[]])[]): Step {
  return async (output) => {
    for (const [entry, ...args] of programs) {
      if (!(await succeeds(entry, args, { NODE_ENV: undefined }, output))) return countCheck(false);
    }
    return countCheck(true);
  };
}

function vitest(project: "unit" | "integration" | "product"): Step {
  return async (output) => {
    const report = path.join(reports, `${project}.json`);
    const succeeded = await succeeds(
      "vitest/vitest.mjs",
      [
        ...["run", "--config", "tests/vitest.config.ts", "--project", project],
        ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
      ],
      { NODE_ENV: "test" },
      output,
    );
    return countCases(report, succeeded);
  };
}

async function build(): Promise<Count> {
  state.buildFailed = true;
  await ensureBuild(lifetime);
  state.buildFailed = false;
  return countCheck(true);
}

function afterBuild(step: Step): Step {
  return async (output) => {
    if (state.buildFailed) throw new CommandError("Dilewati: aplikasi tidak terbangun.");
    return step(output);
  };
}

async function browser(output: Output): Promise<Count> {
  const chromium = findChromium();
  const product = await startProduct(lifetime);
  const stories = async (name: string, args: readonly string[]) => {
    const report = path.join(reports, `${name}.json`);
    const succeeded = await succeeds(
      "@playwright/test/cli.js",
      [
        ...["test", "--config", "tests/e2e/playwright.config.ts", "--reporter=list,json"],
        ...["--output", `test-results/${name}`, ...args],
      ],
      {
        NODE_ENV: "test",
        BASE_URL: product.baseUrl,
        DATABASE_URL: product.databaseUrl,
        DEMO_PASSWORD: product.demoPassword,
        CHROMIUM_PATH: chromium,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
      output,
    );
    return countCases(report, succeeded);
  };
  // What is held to a time has a core for itself.
  const timed = await stories("timed", ["--grep", "@timed", "--workers", "2"]);
  return addCounts(timed, await stories("stories", ["--grep-invert", "@timed"]));
}

async function succeeds(
  entry: string,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  { isLive, print }: Output,
): Promise<boolean> {
  // What is printed later may still be printed on a terminal.
  const colour = !isLive && process.stdout.isTTY ? { FORCE_COLOR: "1" } : {};
  const program = runProgram(entry, args, { ...colour, ...environment }, isLive, { onLine: print });
  lifetime.onEnd(program.stop);
  return (await program.exit) === 0;
}
