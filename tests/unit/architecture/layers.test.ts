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
  "no-cycles": [["lib/base/time/first.ts", "lib/base/time/first.ts"]],
  "lib-looks-at-nothing-above-it": [
    ["lib/report/above.ts", "components/device/entry/grid.tsx"],
    ["lib/report/further.ts", "app/input/page.tsx"],
    ["lib/report/program.ts", "scripts/start.ts"],
  ],
  "coverage-knows-only-what-is-below": [["lib/coverage/impure.ts", "lib/base/time/day.ts"]],
  "base-knows-only-what-is-below": [
    ["lib/base/forms/server/guarded.ts", "lib/account/auth/grant.ts"],
    ["lib/base/server/asks.ts", "lib/server/db/read.ts"],
  ],
  "server-knows-only-what-is-below": [["lib/server/db/who.ts", "lib/account/auth/grant.ts"]],
  "account-knows-only-what-is-below": [["lib/account/people/of.ts", "lib/campaign/campaign.ts"]],
  "campaign-knows-only-what-is-below": [["lib/campaign/late.ts", "lib/report/report.ts"]],
  "report-knows-only-what-is-below": [
    ["lib/report/looked-at.ts", "lib/monitor/summary/summary.ts"],
    ["lib/report/server/waits.ts", "lib/device/outbox/queue.ts"],
    ["lib/report/answers.ts", "lib/server/api/serve.ts"],
  ],
  "device-knows-only-what-is-below": [
    ["lib/device/offline/looks.ts", "lib/monitor/summary/summary.ts"],
  ],
  "monitor-knows-only-what-is-below": [
    ["lib/monitor/summary/reaches.ts", "lib/device/outbox/queue.ts"],
    ["lib/monitor/source/server/serves.ts", "lib/server/state/notice.ts"],
  ],
  "indicator-knows-only-what-is-below": [
    ["lib/indicator/asks.ts", "lib/directive/order.ts"],
    ["lib/indicator/sends.ts", "lib/device/outbox/queue.ts"],
  ],
  "stock-knows-only-what-is-below": [
    ["lib/stock/asks.ts", "lib/directive/directive.ts"],
    ["lib/stock/sends.ts", "lib/device/outbox/queue.ts"],
  ],
  "plan-knows-only-what-is-below": [
    ["lib/plan/sends.ts", "lib/device/outbox/queue.ts"],
    ["lib/plan/measures.ts", "lib/directive/measure.ts"],
  ],
  "safety-knows-only-what-is-below": [
    ["lib/safety/sends.ts", "lib/device/outbox/queue.ts"],
    ["lib/safety/asks.ts", "lib/directive/directive.ts"],
  ],
  "directive-knows-only-what-is-below": [
    ["lib/directive/sends.ts", "lib/device/outbox/queue.ts"],
    ["lib/directive/server/serves.ts", "lib/server/state/notice.ts"],
  ],
  "the-path-says-where-it-runs": [
    ["lib/report/believing.ts", "lib/report/server/queries.ts"],
    ["lib/device/outbox/logs.ts", "lib/base/server/log.ts"],
    ["lib/device/entry/reads.ts", "lib/server/db/read.ts"],
  ],
  "components-do-not-know-pages": [
    ["components/device/entry/page-aware.tsx", "app/input/page.tsx"],
  ],
  "components-are-fed-by-props": [
    ["components/device/entry/reads.tsx", "lib/report/server/queries.ts"],
    ["components/monitor/source/reads.tsx", "lib/monitor/source/server/day-queries.ts"],
    ["components/campaign/writes.tsx", "lib/report/server/report-commands.ts"],
    ["components/account/people/acts.tsx", "lib/account/people/server/account-actions.ts"],
    ["components/device/entry/tables.tsx", "prisma/generated/client.ts"],
  ],
  "components-run-in-the-browser-too": [
    ["components/base/layout/logs.tsx", "lib/base/server/log.ts"],
    ["components/monitor/summary/reads.tsx", "lib/monitor/summary/server/read.ts"],
  ],
  "ui-knows-no-domain": [
    ["components/base/ui/knowing.tsx", "components/device/entry/grid.tsx"],
    ["components/base/chart/knowing.tsx", "lib/coverage/coverage.ts"],
  ],
  "coverage-is-pure": [["lib/coverage/timed.ts", "lib/base/time/clock.ts"]],
  "only-queries-and-commands-touch-the-database": [
    ["lib/report/server/reads-itself.ts", "lib/server/db/read.ts"],
    ["lib/report/server/subqueries.ts", "lib/server/db/read.ts"],
    ["app/input/own-statement.ts", "prisma/generated/client.ts"],
    ["proxy.ts", "lib/server/db/read.ts"],
    ["instrumentation.ts", "lib/server/db/read.ts"],
  ],
  "the-data-layer-does-not-read-the-request": [
    ["lib/report/server/late-queries.ts", "lib/account/auth/server/session.ts"],
    ["lib/report/server/commands.ts", "node_modules/next/headers.js"],
  ],
  "pages-write-through-actions": [["app/input/writing.ts", "lib/report/server/commands.ts"]],
  "charts-own-recharts": [
    ["components/monitor/coverage/trend.tsx", "node_modules/recharts/index.js"],
  ],
  "no-orphans": [],
};
const orphan = "lib/report/forgotten.ts";
/** Imports that every rule allows, so that no rule forbids everything. */
const allowed: readonly (readonly [from: string, to: string])[] = [
  ["app/input/reading.ts", "lib/monitor/source/server/day-queries.ts"],
  ["app/input/handing-out.ts", "lib/account/people/server/account-actions.ts"],
  ["components/device/entry/drawing.tsx", "lib/coverage/coverage.ts"],
  ["components/monitor/coverage/trend-chart.tsx", "node_modules/recharts/index.js"],
  ["lib/report/server/some-queries.ts", "lib/server/db/read.ts"],
  ["lib/monitor/summary/server/view.ts", "lib/report/server/queries.ts"],
  ["lib/server/api/serving.ts", "lib/monitor/summary/server/view.ts"],
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
