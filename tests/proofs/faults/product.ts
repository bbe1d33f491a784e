import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { applicationUrl, makeApplicationLogin, ownerUrl } from "../../../scripts/database-login";
import { pickLocalPort } from "../../../scripts/free-port";
import { type Lifetime } from "../../../scripts/lifetime";
import { applyMigrations } from "../../../scripts/migrate";
import {
  type Cluster,
  createCluster,
  type RunningPostgres,
  startPostgres,
} from "../../../scripts/postgres";
import { postgresAccount } from "../../../scripts/postgres-account";
import { findBinaries } from "../../../scripts/postgres-binaries";
import { stopOrphan } from "../../../scripts/postmaster";
import { makeDatabase } from "../../../scripts/sql";
import { startWeb } from "../../../scripts/web-server";

/** The built product with its own PostgreSQL, both of which can be killed. */
export type MortalProduct = {
  readonly port: number;
  readonly secret: string;
  /** SIGKILL, and a new start that is awaited. One at a time; who comes second waits. */
  readonly killServer: () => Promise<void>;
  readonly killDatabase: () => Promise<void>;
  /** Resolves at once, or when what was killed answers again. */
  readonly whenUp: () => Promise<void>;
};

type Killable = { readonly pid: number | undefined };

/** A migrated, empty product on data of its own, gone with the lifetime. */
export async function startMortalProduct(lifetime: Lifetime): Promise<{
  /** For filling and looking; what the product itself does goes by the application's. */
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  readonly secret: string;
  /** Starts the web server, when the database has been filled. */
  readonly serve: () => Promise<MortalProduct>;
}> {
  const account = postgresAccount();
  const home = await mkdtemp(path.join(tmpdir(), "cakupan-faults-"));
  lifetime.onEnd(() => rm(home, { recursive: true, force: true }));
  await chmod(home, 0o711);
  const cluster: Cluster = {
    folder: path.join(home, "postgres"),
    password: randomBytes(16).toString("hex"),
    logFile: path.join(home, "postgres.log"),
    account,
    binaries: await findBinaries(account),
  };
  await createCluster(cluster, lifetime.signal);
  const databasePort = await pickLocalPort();
  const running = { database: await startPostgres(cluster, databasePort) };
  lifetime.onEnd(() => running.database.stop());
  const addresses = {
    ownerUrl: ownerUrl(cluster.password, databasePort),
    applicationUrl: applicationUrl(cluster.password, databasePort),
  };
  await makeDatabase(ownerUrl(cluster.password, databasePort, "postgres"), "cakupan");
  await applyMigrations(addresses.ownerUrl);
  await makeApplicationLogin(addresses.ownerUrl, cluster.password);
  const secret = randomBytes(48).toString("base64url");

  return {
    ...addresses,
    secret,
    serve: async () => {
      const port = await pickLocalPort();
      const settings = {
        port,
        databaseUrl: addresses.applicationUrl,
        secret,
        publicUrl: `http://127.0.0.1:${String(port)}`,
      };
      const web = { program: await startWeb("start", settings, lifetime) };
      const { oneAtATime, whenIdle } = makeQueue();

      return {
        port,
        secret,
        whenUp: whenIdle,
        killServer: () =>
          oneAtATime(async () => {
            kill(web.program);
            await web.program.exit;
            web.program = await startWeb("start", settings, lifetime);
          }),
        killDatabase: () =>
          oneAtATime(async () => {
            kill(running.database);
            await running.database.ended;
            await stopOrphan(cluster.folder);
            running.database = await startAgain(cluster, databasePort);
          }),
      };
    },
  };
}

/** Orphans of the killed server hold its shared memory until they notice; so does a new start wait. */
async function startAgain(cluster: Cluster, port: number): Promise<RunningPostgres> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await startPostgres(cluster, port);
    } catch (error) {
      if (tries === 40) throw error;
      await pause(250);
      await stopOrphan(cluster.folder);
    }
  }
}

/** The process and all its children at once, with no time to say goodbye. */
function kill({ pid }: Killable): void {
  if (pid !== undefined) process.kill(-pid, "SIGKILL");
}

function makeQueue() {
  let last = Promise.resolve();
  return {
    oneAtATime: (work: () => Promise<void>): Promise<void> => {
      const next = last.then(work);
      last = next.catch(() => undefined);
      return next;
    },
    whenIdle: () => last,
  };
}
