import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { applicationUrl, makeApplicationLogin, ownerUrl } from "../../scripts/database-login";
import { pickLocalPort } from "../../scripts/free-port";
import { applyMigrations } from "../../scripts/migrate";
import { carelessSettings, createCluster, startPostgres } from "../../scripts/postgres";
import { postgresAccount } from "../../scripts/postgres-account";
import { findBinaries } from "../../scripts/postgres-binaries";
import { stopOrphan } from "../../scripts/postmaster";
import { makeDatabase } from "../../scripts/sql";

const prefix = "cakupan-test-";

/**
 * Vitest's global setup of the integration tests: one throw-away PostgreSQL with a migrated
 * database named `template`, which tests/support/database.ts clones. The test processes inherit
 * its addresses as TEST_POSTGRES_URL (the owner's) and TEST_APPLICATION_URL.
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
    await makeDatabase(ownerUrl(cluster.password, port, "postgres"), "template");
    await applyMigrations(ownerUrl(cluster.password, port, "template"));
    await makeApplicationLogin(ownerUrl(cluster.password, port, "template"), cluster.password);
  } catch (error) {
    await teardown();
    throw error;
  }
  process.env["TEST_POSTGRES_URL"] = ownerUrl(cluster.password, port, "postgres");
  process.env["TEST_APPLICATION_URL"] = applicationUrl(cluster.password, port, "postgres");
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
