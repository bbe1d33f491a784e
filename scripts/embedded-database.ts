import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";

import { findPlace } from "./cluster-place";
import { makePassword, recall, remember, type Settings, settingsFile } from "./data-folder";
import {
  applicationUrl,
  isLoginRejected,
  makeApplicationLogin,
  ownerUrl,
  partLogins,
} from "./database-login";
import { pickLocalPort } from "./free-port";
import { type Lifetime } from "./lifetime";
import { findFormerHolder, type Holder, holdFolder } from "./lock";
import { createCluster, type RunningPostgres, startPostgres } from "./postgres";
import { findBinaries } from "./postgres-binaries";
import { requireNoServer, stopOrphan } from "./postmaster";
import { CommandError } from "./command-error";
import { makeDatabase, withConnection } from "./sql";

export type EmbeddedDatabase = {
  /** For migrations, seeds and the commands of an administrator. */
  readonly ownerUrl: string;
  /** All that the web server gets. */
  readonly applicationUrl: string;
  readonly settings: Settings;
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
  await hold(`${folder}.lock`, folder, lifetime);
  requireBoth(dataFolder, folder, before);

  const settings = withTwoLogins(before) ?? {
    databasePassword: makePassword(),
    ownerPassword: makePassword(),
    clusterFolder: folder,
    clusterMade: false,
    authSecret: randomBytes(48).toString("base64url"),
    demoRemoved: false,
  };

  const cluster = {
    folder,
    account,
    password: settings.ownerPassword,
    logFile: path.join(dataFolder, "postgres.log"),
    binaries: await findBinaries(account),
  };
  if (existsSync(folder)) {
    await stopOrphan(folder);
    // Before anything is written: what is rejected has changed nothing.
    await requireNoServer(folder);
  } else {
    // First its passwords: a cluster without them is of no use to anybody.
    await remember(dataFolder, settings);
    await createCluster(cluster, lifetime.signal);
  }

  const port = await pickLocalPort(settings.databasePort);
  const kept = { ...settings, clusterFolder: folder, clusterMade: true, databasePort: port };
  await remember(dataFolder, kept);
  const keepEnd = lifetime.place();
  const start = () =>
    startPostgres(cluster, port, (running) => {
      keepEnd(running.stop);
    });
  const server = await start();
  await requireOwner(dataFolder, kept.ownerPassword, port);
  await makeDatabase(ownerUrl(kept.ownerPassword, port, "postgres"), "cakupan");
  await makeApplicationLogin(ownerUrl(kept.ownerPassword, port), kept.databasePassword);
  return {
    ownerUrl: ownerUrl(kept.ownerPassword, port),
    applicationUrl: applicationUrl(kept.databasePassword, port),
    settings: kept,
    logFile: cluster.logFile,
    server,
    startAgain: start,
  };
}

/** Rejects where one of the two is gone: what is left is never replaced by something new. */
function requireBoth(dataFolder: string, cluster: string, settings?: Settings): void {
  const file = settingsFile(dataFolder);
  if (settings === undefined && existsSync(cluster)) {
    throw new CommandError(
      `Ada basis data di ${cluster}, tetapi berkas ${file} yang menyimpan sandinya tidak ada. ` +
        "Tidak ada yang diubah. Pulihkan berkas itu dari cadangan; atau, untuk mulai dari kosong, " +
        "pindahkan dulu folder basis data itu ke tempat lain.",
    );
  }
  if (settings?.clusterMade === true && !existsSync(cluster)) {
    throw new CommandError(
      `Basis data di ${cluster} tidak ada, padahal ${file} menyebutnya. Tidak ada yang diubah. ` +
        "Pasang atau pulihkan folder itu; atau, untuk mulai dari kosong, pindahkan dulu berkas " +
        "itu ke tempat lain.",
    );
  }
}

/** Before there were two logins, the application's owned everything; its password stays the owner's. */
function withTwoLogins(settings?: Settings) {
  if (settings === undefined) return undefined;
  const { databasePassword, ownerPassword } = settings;
  return ownerPassword === undefined
    ? { ...settings, ownerPassword: databasePassword, databasePassword: makePassword() }
    : { ...settings, ownerPassword };
}

/** Rejects at once when the server does not know the owner's password. */
async function requireOwner(dataFolder: string, password: string, port: number): Promise<void> {
  try {
    await withConnection(ownerUrl(password, port, "postgres"), (client) => client.query("select"));
    return;
  } catch (error) {
    if (!isLoginRejected(error)) throw error;
  }
  try {
    await partLogins(password, port);
  } catch (error) {
    if (!isLoginRejected(error)) throw error;
    throw new CommandError(
      `Basis data menolak sandi di ${settingsFile(dataFolder)}: berkas itu dan basis data bukan ` +
        "dari saat yang sama. Pulihkan keduanya dari cadangan yang sama. Tidak ada yang diubah.",
    );
  }
}

/** Holds the data folder until the lifetime ends, or rejects, naming who has it. */
export async function holdOrFail(dataFolder: string, lifetime: Lifetime): Promise<void> {
  const former = await findFormerHolder(dataFolder);
  if (former !== undefined) throw alreadyRuns(dataFolder, former);
  await hold(path.join(dataFolder, "lock"), dataFolder, lifetime);
}

async function hold(lockFolder: string, folder: string, lifetime: Lifetime): Promise<void> {
  // Long enough for one that is just stopping.
  const lock = await holdFolder(lockFolder, 3_000);
  if ("holds" in lock) throw alreadyRuns(folder, lock);
  lifetime.onEnd(() => Promise.resolve(lock.release()));
}

function alreadyRuns(folder: string, { host, pid }: Holder): CommandError {
  const process = pid === undefined ? "proses lain" : `proses ${String(pid)}`;
  const where = host === hostname() ? "" : ` di ${host}`;
  return new CommandError(
    `Cakupan sudah berjalan dengan folder data ${folder} (${process}${where}). ` +
      "Hentikan dulu yang itu, atau pilih folder lain dengan DATA_DIR.",
  );
}

/** The owner's address of the folder's database when its server runs now, else undefined. */
export async function findRunning(dataFolder: string): Promise<string | undefined> {
  const settings = await recall(dataFolder);
  if (settings?.databasePort === undefined || settings.ownerPassword === undefined) {
    return undefined;
  }
  const url = ownerUrl(settings.ownerPassword, settings.databasePort);
  try {
    await withConnection(url, (client) => client.query("select 1"));
    return url;
  } catch {
    return undefined;
  }
}
