import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { applicationUrl, makeApplicationLogin, ownerUrl } from "../../../scripts/database-login";
import { pickLocalPort } from "../../../scripts/free-port";
import { type ExternalDatabase } from "../../../scripts/environment";
import { type Lifetime } from "../../../scripts/lifetime";
import { applyMigrations } from "../../../scripts/migrate";
import { createCluster, startPostgres } from "../../../scripts/postgres";
import { postgresAccount } from "../../../scripts/postgres-account";
import { findBinaries } from "../../../scripts/postgres-binaries";
import { makeDatabase } from "../../../scripts/sql";

/** As a server keeps its data, with room to fill a country in minutes. */
const settings = ["max_wal_size=8GB", "shared_buffers=512MB", "checkpoint_timeout=1h"];

/**
 * A PostgreSQL of the bench's own in a temporary folder, gone when it ends.
 *
 * @returns what makes a migrated database and gives its addresses.
 */
export async function startBenchCluster(
  lifetime: Lifetime,
): Promise<(name: string) => Promise<ExternalDatabase>> {
  const account = postgresAccount();
  const home = await mkdtemp(path.join(tmpdir(), "cakupan-bench-"));
  lifetime.onEnd(() => rm(home, { recursive: true, force: true }));
  await chmod(home, 0o711);

  const cluster = {
    folder: path.join(home, "postgres"),
    password: randomBytes(16).toString("hex"),
    logFile: path.join(home, "postgres.log"),
    account,
    binaries: await findBinaries(account),
    settings,
  };
  await createCluster(cluster);
  const port = await pickLocalPort();
  const server = await startPostgres(cluster, port);
  lifetime.onEnd(server.stop);

  const address = (name: string) => ownerUrl(cluster.password, port, name);
  return async (name) => {
    await makeDatabase(address("postgres"), name);
    await applyMigrations(address(name));
    await makeApplicationLogin(address(name), cluster.password);
    return {
      ownerUrl: address(name),
      applicationUrl: applicationUrl(cluster.password, port, name),
    };
  };
}
