/**
 * Measures the figures of speed on a database that it fills itself, and prints one a line: name,
 * tab, value, tab, unit. Each ratio compares within one run, so that the machine does not matter.
 *
 *     npm run bench            all of them, about ten minutes
 *     npm run bench -- a c     some of them
 */
import { randomBytes } from "node:crypto";

import { startBenchCluster } from "./bench/cluster";
import { Lifetime } from "../../scripts/lifetime";
import { runCommand } from "../../scripts/command-error";

const figures = ["d", "a", "f", "c", "b", "e", "registers"] as const;

async function bench(): Promise<void> {
  const named = process.argv.slice(2);
  const chosen = figures.filter((figure) => named.length === 0 || named.includes(figure));
  const lifetime = new Lifetime();
  lifetime.listenToSignals();
  try {
    const makeDatabase = await startBenchCluster(lifetime);
    const database = await makeDatabase("bench");
    Object.assign(process.env, {
      DATABASE_URL: database.applicationUrl,
      NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
      NEXTAUTH_URL: "http://localhost:3000",
    });
    // What reads the environment is loaded after it is set.
    const { loadAreas } = await import("../../prisma/seed/areas");
    const { measureAreas } = await import("./bench/areas");
    const { measureSummary } = await import("./bench/summary");
    const { measureCoverage } = await import("./bench/coverage");
    const { measureSaving } = await import("./bench/saving");
    const { measureServing } = await import("./bench/serving");
    const { measureRegisters } = await import("./bench/registers");
    const { measureCountry } = await import("./bench/country");
    const { pool } = await import("@/lib/server/db/pool");

    await loadAreas(database.ownerUrl);
    for (const figure of chosen) {
      if (figure === "d") await measureAreas(database.ownerUrl);
      if (figure === "a") await measureSummary(database.ownerUrl);
      if (figure === "f") await measureCoverage(database.ownerUrl);
      if (figure === "c") await measureSaving(database.ownerUrl);
      if (figure === "b") await measureServing(database, lifetime);
      if (figure === "registers") await measureRegisters(database.ownerUrl);
      if (figure === "e") await measureCountry(database.ownerUrl);
    }
    await pool().end();
  } finally {
    await lifetime.end();
  }
}

await runCommand(bench);
