import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";

import { findPlace, putAway } from "./cluster-place";
import { recall, remember, type Remembered } from "./data-folder";
import { pickLocalPort } from "./free-port";
import { type Lifetime } from "./lifetime";
import { holdFolder } from "./lock";
import {
  createCluster,
  databaseUrl,
  type RunningPostgres,
  startPostgres,
  stopOrphan,
} from "./postgres";
import { findBinaries } from "./postgres-binaries";
import { Refusal } from "./refusal";
import { makeDatabase, withConnection } from "./sql";

export type EmbeddedDatabase = {
  readonly url: string;
  readonly settings: Remembered;
  readonly logFile: string;
  readonly server: RunningPostgres;
  /** The same server on the same port, when it has ended by itself. */
  readonly startAgain: () => Promise<RunningPostgres>;
};

/**
 * Starts the PostgreSQL of a data folder, making it first where there is none, and hands its end
 * to the lifetime. Call with the folder held.
 */
export async function startEmbedded(
  dataFolder: string,
  lifetime: Lifetime,
): Promise<EmbeddedDatabase> {
  const before = await recall(dataFolder);
  const { folder, account } = await findPlace(dataFolder, before?.clusterFolder);
  // A copied data folder may name a cluster that another installation runs.
  if (!folder.startsWith(dataFolder)) await holdOrRefuse(folder, lifetime);

  const away = before === undefined ? await putAway(folder) : undefined;
  if (away !== undefined) console.log(`  !  Basis data tanpa pengaturan dipindahkan ke ${away}`);
  const settings = before ?? {
    databasePassword: randomBytes(24).toString("hex"),
    clusterFolder: folder,
    authSecret: randomBytes(48).toString("base64url"),
    demoRemoved: false,
  };

  const cluster = {
    folder,
    account,
    password: settings.databasePassword,
    logFile: path.join(dataFolder, "postgres.log"),
    binaries: await findBinaries(account),
  };
  if (existsSync(folder)) await stopOrphan(folder);
  else await createCluster(cluster, lifetime.signal);

  const port = await pickLocalPort(settings.databasePort);
  const kept = { ...settings, clusterFolder: folder, databasePort: port };
  await remember(dataFolder, kept);
  const keepEnd = lifetime.place();
  const start = () =>
    startPostgres(cluster, port, (running) => {
      keepEnd(running.stop);
    });
  const server = await start();
  await makeDatabase(databaseUrl(kept.databasePassword, port, "postgres"), "cakupan");
  return {
    url: databaseUrl(kept.databasePassword, port),
    settings: kept,
    logFile: cluster.logFile,
    server,
    startAgain: start,
  };
}

/** Holds the folder until the lifetime ends, or refuses, naming who has it. */
export async function holdOrRefuse(folder: string, lifetime: Lifetime): Promise<void> {
  // Long enough for one that is just stopping.
  const lock = await holdFolder(folder, 3_000);
  if (typeof lock === "number") {
    throw new Refusal(
      `Cakupan sudah berjalan dengan folder data ${folder} (proses ${String(lock)}). ` +
        "Hentikan dulu yang itu, atau pilih folder lain dengan DATA_DIR.",
    );
  }
  lifetime.onEnd(() => Promise.resolve(lock.release()));
}

/** The address of the folder's database when its server runs now, else undefined. */
export async function findRunning(dataFolder: string): Promise<string | undefined> {
  const settings = await recall(dataFolder);
  if (settings?.databasePort === undefined) return undefined;
  const url = databaseUrl(settings.databasePassword, settings.databasePort);
  try {
    await withConnection(url, (client) => client.query("select 1"));
    return url;
  } catch {
    return undefined;
  }
}
