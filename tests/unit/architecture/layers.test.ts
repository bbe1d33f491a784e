import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";

import { cruise, type IConfiguration, type ICruiseOptions } from "dependency-cruiser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const { forbidden } = createRequire(import.meta.url)("../../architecture/layers.cjs") as {
  readonly forbidden: NonNullable<IConfiguration["forbidden"]>;
};

/** For each rule, imports that it forbids: which file, and what it imports. */
const planted: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {
  "no-cycles": [["lib/time/first.ts", "lib/time/first.ts"]],
  "lib-looks-at-nothing-above-it": [
    ["lib/tally/above.ts", "components/tally/grid.tsx"],
    ["lib/tally/further.ts", "app/input/page.tsx"],
    ["lib/tally/program.ts", "scripts/start.ts"],
  ],
  "components-do-not-know-pages": [["components/tally/page-aware.tsx", "app/input/page.tsx"]],
  "components-are-fed-by-props": [
    ["components/tally/reads.tsx", "lib/tally/queries.ts"],
    ["components/source/reads.tsx", "lib/monitor/source-queries.ts"],
    ["components/target/writes.tsx", "lib/tally/report-commands.ts"],
    ["components/people/acts.tsx", "lib/people/account-actions.ts"],
    ["components/tally/tables.tsx", "prisma/generated/client.ts"],
  ],
  "ui-knows-no-domain": [
    ["components/ui/knowing.tsx", "components/tally/grid.tsx"],
    ["components/chart/knowing.tsx", "lib/coverage/coverage.ts"],
  ],
  "coverage-is-pure": [["lib/coverage/impure.ts", "lib/time/clock.ts"]],
  "only-queries-and-commands-touch-the-database": [
    ["lib/tally/reads-itself.ts", "lib/db/read.ts"],
    ["lib/tally/subqueries.ts", "lib/db/read.ts"],
    ["app/input/own-statement.ts", "prisma/generated/client.ts"],
    ["proxy.ts", "lib/db/read.ts"],
    ["instrumentation.ts", "lib/db/read.ts"],
  ],
  "the-data-layer-does-not-read-the-request": [
    ["lib/tally/late-queries.ts", "lib/auth/session.ts"],
    ["lib/tally/commands.ts", "node_modules/next/headers.js"],
  ],
  "pages-write-through-actions": [["app/input/writing.ts", "lib/tally/report-commands.ts"]],
  "charts-own-recharts": [["components/coverage/trend.tsx", "node_modules/recharts/index.js"]],
  "monitoring-sits-on-top": [["lib/tally/looked-at.ts", "lib/monitor/summary.ts"]],
  "no-orphans": [],
};
const orphan = "lib/tally/forgotten.ts";
/** Imports that every rule allows, so that no rule forbids everything. */
const allowed: readonly (readonly [from: string, to: string])[] = [
  ["app/input/reading.ts", "lib/monitor/source-queries.ts"],
  ["app/input/handing-out.ts", "lib/people/account-actions.ts"],
  ["components/tally/drawing.tsx", "lib/coverage/coverage.ts"],
  ["components/coverage/trend-chart.tsx", "node_modules/recharts/index.js"],
  ["lib/tally/some-queries.ts", "lib/db/read.ts"],
  ["lib/monitor/view.ts", "lib/tally/queries.ts"],
];

describe("the import rules", () => {
  const state = { root: "", caught: new Set<string>() };

  beforeAll(async () => {
    state.root = await realpath(await mkdtemp(path.join(tmpdir(), "cakupan-layers-")));
    const imports = [...Object.values(planted).flat(), ...allowed];
    const sources = new Map<string, Set<string>>([[orphan, new Set()]]);
    for (const [from, to] of imports) {
      sources.set(to, sources.get(to) ?? new Set());
      sources.set(from, (sources.get(from) ?? new Set()).add(to));
    }
    for (const [file, targets] of sources) await write(file, [...targets]);
    for (const name of ["next", "recharts"]) {
      const manifest = path.join(state.root, `node_modules/${name}/package.json`);
      await writeFile(manifest, JSON.stringify({ name, version: "1.0.0" }));
    }

    const options = { baseDir: state.root, validate: true, ruleSet: { forbidden } };
    const { output } = await cruise(
      ["app", "components", "lib", "prisma", "scripts", "instrumentation.ts", "proxy.ts"],
      { ...options, doNotFollow: { path: ["node_modules"] } } satisfies ICruiseOptions,
    );
    if (typeof output === "string") throw new Error("The rules gave a text instead of a result.");
    state.caught = new Set(
      output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    );
  });

  afterAll(() => rm(state.root, { recursive: true, force: true }));

  /** A file that imports the others by their paths. */
  async function write(file: string, targets: readonly string[]): Promise<void> {
    const full = path.join(state.root, file);
    await mkdir(path.dirname(full), { recursive: true });
    const lines = targets.map((target) => {
      const to = target.startsWith("node_modules/")
        ? target.replace(/^node_modules\//, "").replace(/\/index\.js$/, "")
        : `./${path.relative(path.dirname(file), target.replace(/\.tsx?$/, ""))}`;
      return `import ${JSON.stringify(to)};`;
    });
    await writeFile(full, `${lines.join("\n")}\nexport {};\n`);
  }

  it("each have an import that they must catch", () => {
    expect(Object.keys(planted)).toEqual(forbidden.map(({ name }) => name));
  });

  const cases = Object.entries(planted).flatMap(([rule, imports]) =>
    imports.map(([from, to]) => ({ rule, from, to })),
  );
  it.each(cases)("$rule: $from → $to", ({ rule, from, to }) => {
    expect(state.caught).toContain(`${rule}: ${from} → ${to}`);
  });

  it("no-orphans: a file that nothing imports", () => {
    expect(state.caught).toContain(`no-orphans: ${orphan} → ${orphan}`);
  });

  it("let through what the house is made of", () => {
    const wrong = allowed.filter(([from, to]) =>
      [...state.caught].some((line) => line.endsWith(`: ${from} → ${to}`)),
    );
    expect(wrong).toEqual([]);
  });
});
