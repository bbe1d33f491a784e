import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { pickLocalPort } from "../../scripts/free-port";
import { applyMigrations } from "../../scripts/migrate";
import {
  carelessSettings,
  createCluster,
  databaseUrl,
  startPostgres,
  stopOrphan,
} from "../../scripts/postgres";
import { postgresAccount } from "../../scripts/postgres-account";
import { findBinaries } from "../../scripts/postgres-binaries";
import { makeDatabase } from "../../scripts/sql";

const prefix = "cakupan-test-";

/**
 * Vitest's global setup of the integration tests: one throw-away PostgreSQL with a migrated
 * database named `template`, which tests/support/database.ts clones. The test processes inherit
 * its address as TEST_POSTGRES_URL.
 *
 * @returns what stops the server and removes its files; Vitest calls it after a failure too.
 */
export async function setup(): Promise<() => Promise<void>> {
  await sweep();
  const account = postgresAccount();
  // The process number in the name tells the next run whether this one still lives.
  const home = await mkdtemp(path.join(tmpdir(), `${prefix}${String(process.pid)}-`));
  await chmod(home, 0o711);
  const cluster = {
    folder: path.join(home, "postgres"),
    password: randomBytes(16).toString("hex"),
    logFile: path.join(home, "postgres.log"),
    account,
    binaries: await findBinaries(account),
    settings: carelessSettings,
  };

  await createCluster(cluster);
  const port = await pickLocalPort();
  const server = await startPostgres(cluster, port);
  async function teardown() {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  }

  try {
    await makeDatabase(databaseUrl(cluster.password, port, "postgres"), "template");
    await applyMigrations(databaseUrl(cluster.password, port, "template"));
  } catch (error) {
    await teardown();
    throw error;
  }
  process.env["TEST_POSTGRES_URL"] = databaseUrl(cluster.password, port, "postgres");
  return teardown;
}

/** Stops and removes what killed test runs left behind. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]);
    if (!Number.isInteger(pid) || isAlive(pid)) continue;
    const home = path.join(tmpdir(), name);
    await stopOrphan(path.join(home, "postgres"));
    await rm(home, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
