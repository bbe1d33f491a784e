/**
 * `npm test`: every check, from the cheapest to the dearest. A step that fails does not hide the
 * next one. `npm test -- unit lint` runs those steps alone. The last line counts all cases.
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
import { checkFaults, checkFuzz } from "./test-proofs";

const lifetime = new Lifetime();
lifetime.listenToSignals();
const reports = await mkdtemp(path.join(tmpdir(), "cakupan-reports-"));
lifetime.onEnd(() => rm(reports, { recursive: true, force: true }));

const state = { buildFailed: false };

const steps = {
  client: () => check(["prisma/build/index.js", "generate", "--config", "prisma/prisma.config.ts"]),
  format: () => check(["prettier/bin/prettier.cjs", "--check", "."]),
  lint: () => check(["eslint/bin/eslint.js", ".", "--max-warnings", "0"]),
  types: () => check(["next/dist/bin/next", "typegen"], ["typescript/bin/tsc", "--noEmit"]),
  layers: () =>
    check([
      "dependency-cruiser/bin/dependency-cruise.mjs",
      "--config",
      "tests/architecture/layers.cjs",
      ...["app", "components", "lib", "prisma", "scripts", "tests/proofs"],
      ...["instrumentation.ts", "proxy.ts"],
    ]),
  unit: () => vitest("unit"),
  integration: () => vitest("integration"),
  build,
  product: () => afterBuild(() => vitest("product")),
  browser: () => afterBuild(browser),
  faults: () => afterBuild(() => checkFaults(lifetime)),
  fuzz: () => afterBuild(() => checkFuzz(lifetime)),
} as const satisfies Record<string, () => Promise<Count>>;

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`Langkah yang dikenal: ${Object.keys(steps).join(", ")}.`);
  process.exit(1);
}

let total: Count = { passed: 0, failed: 0 };
for (const [name, step] of Object.entries(steps)) {
  if (asked.length === 0 || asked.includes(name)) total = addCounts(total, await run(name, step));
}
await lifetime.end();
console.log(`\n${String(total.passed)} passed, ${String(total.failed)} failed`);
process.exit(total.failed === 0 ? 0 : 1);

async function run(name: string, step: () => Promise<Count>): Promise<Count> {
  const began = performance.now();
  console.log(`\n── ${name} ${"─".repeat(Math.max(0, 60 - name.length))}`);
  const count = await step().catch((error: unknown) => {
    console.error(error instanceof CommandError ? error.message : error);
    return countCheck(false);
  });
  const word = count.failed === 0 ? "lulus" : "gagal";
  console.log(
    `── ${name}: ${word}, ${String(count.passed)} lulus dan ${String(count.failed)} gagal, ${seconds(began)}`,
  );
  return count;
}

async function check(...programs: readonly (readonly [string, ...string[]])[]): Promise<Count> {
  for (const [entry, ...args] of programs) {
    if (!(await succeeds(entry, args, { NODE_ENV: undefined }))) return countCheck(false);
  }
  return countCheck(true);
}

async function vitest(project: "unit" | "integration" | "product"): Promise<Count> {
  const report = path.join(reports, `${project}.json`);
  const succeeded = await succeeds(
    "vitest/vitest.mjs",
    [
      ...["run", "--config", "tests/vitest.config.ts", "--project", project],
      ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    ],
    { NODE_ENV: "test" },
  );
  return countCases(report, succeeded);
}

async function build(): Promise<Count> {
  state.buildFailed = true;
  await ensureBuild(lifetime);
  state.buildFailed = false;
  return countCheck(true);
}

function afterBuild(step: () => Promise<Count>): Promise<Count> {
  if (state.buildFailed) throw new CommandError("Dilewati: aplikasi tidak terbangun.");
  return step();
}

async function browser(): Promise<Count> {
  const chromium = findChromium();
  const product = await startProduct(lifetime);
  const report = path.join(reports, "browser.json");
  const succeeded = await succeeds(
    "@playwright/test/cli.js",
    ["test", "--config", "tests/e2e/playwright.config.ts", "--reporter=list,json"],
    {
      NODE_ENV: "test",
      BASE_URL: product.baseUrl,
      DATABASE_URL: product.databaseUrl,
      DEMO_PASSWORD: product.demoPassword,
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
  );
  return countCases(report, succeeded);
}

async function succeeds(
  entry: string,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  const program = runProgram(entry, args, environment, true);
  lifetime.onEnd(program.stop);
  return (await program.exit) === 0;
}
