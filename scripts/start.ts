/**
 * `npm start`: from nothing to a running product, and back to nothing on Ctrl-C.
 *
 *     --dev             compile pages as they are asked for
 *     --demo            load the demo data, also into the database of DATABASE_URL
 *     --demo=all        the campaigns of the documents as well
 *     --database-only   the database and its tables, without data and without the web server
 */
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";

import { requireApplicationLogin } from "./application-role";
import { ensureBuild, ensureClient } from "./build";
import { openDataFolder } from "./data-folder";
import { type KeptPassword, keptInFile, keptInSettings } from "./demo-password";
import { type EmbeddedDatabase, holdOrFail, startEmbedded } from "./embedded-database";
import {
  externalDatabase,
  publicUrl,
  readEnvironmentFile,
  requireSecret,
  restartTries,
  webMemory,
  webPort,
} from "./environment";
import { requireReachable } from "./external-database";
import { type DemoSignIns, type DemoWish, fillAreas, fillDemo, requireDemoAtHome } from "./filling";
import { isPortFree } from "./free-port";
import { Lifetime } from "./lifetime";
import { applyMigrations } from "./migrate";
import { seconds, step } from "./progress";
import { bundleReader } from "./reader-bundle";
import { CommandError, runCommand } from "./command-error";
import { ServerLog } from "./server-log";
import { databasePart, type KeptPart, webPart } from "./server-parts";
import { keepRunning } from "./supervisor";

const lifetime = new Lifetime();

const allDemo = "--demo=all";

type Options = {
  readonly dev: boolean;
  /** undefined: as the database is. */
  readonly demo: "always" | "all" | undefined;
  readonly databaseOnly: boolean;
};
type Opened = {
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  readonly secret: string;
  readonly demo: DemoWish;
  readonly demoPassword: () => KeptPassword;
  /** The PostgreSQL of the data folder. */
  readonly own?: EmbeddedDatabase;
};
type Choice = { readonly dataFolder?: string; readonly open: () => Promise<Opened> };

await runCommand(async () => {
  try {
    await start();
  } catch (error) {
    // What a signal cut short is no failure: the process exits when everything has ended.
    if (lifetime.isOver) await new Promise(() => undefined);
    throw error;
  } finally {
    await lifetime.end();
  }
});

async function start(): Promise<void> {
  const began = performance.now();
  const options = readOptions();
  readEnvironmentFile();
  const port = webPort();
  const address = publicUrl(port);
  const heapMegabytes = webMemory();
  const tries = restartTries();
  lifetime.listenToSignals();

  const { dataFolder, open } = await chooseDatabase(options);
  if (!options.databaseOnly && !(await isPortFree(port))) {
    throw new CommandError(
      `Port ${String(port)} sedang dipakai program lain. Hentikan program itu, atau pilih port lain, misalnya PORT=3001.`,
    );
  }

  console.log("Cakupan sedang disiapkan.");
  await ensureClient(lifetime);
  const [database] = await Promise.all([
    prepareDatabase(open, options, address),
    options.dev || options.databaseOnly ? undefined : ensureBuild(lifetime),
  ]);
  const log = new ServerLog(dataFolder && path.join(dataFolder, "server.log"));
  const kept = database.own ? [databasePart(database.own, lifetime)] : [];
  if (options.databaseOnly) {
    const end = database.own ? " Tekan Ctrl-C untuk berhenti." : "";
    console.log(`Basis data siap di ${new URL(database.ownerUrl).host}.${end}`);
  } else {
    const settings = {
      port,
      databaseUrl: database.applicationUrl,
      secret: database.secret,
      publicUrl: address,
      heapMegabytes,
      ...(database.own && { databaseFolder: database.own.settings.clusterFolder }),
    };
    const mode = options.dev ? "dev" : "start";
    if (options.dev) await bundleReader();
    const web = await step({ doing: "Menyalakan server web", done: "Server web menjawab" }, () =>
      webPart(mode, settings, log, lifetime),
    );
    kept.push(web);
    greet(address, database.signIns, began);
  }
  log.open();
  await keepAll(kept, log, tries);
}

/** Until the lifetime ends; fails when one of them gives up, and then the lifetime ends them all. */
async function keepAll(kept: readonly KeptPart[], log: ServerLog, tries: number): Promise<void> {
  const clock = {
    now: () => performance.now(),
    sleep: (milliseconds: number, signal: AbortSignal) =>
      pause(milliseconds, undefined, { signal }),
  };
  const tell = log.tell.bind(log);
  const { signal } = lifetime;
  await Promise.all(
    kept.map(({ part, first }) => keepRunning(part, first, { tries, clock, signal, tell })),
  );
}

function readOptions(): Options {
  try {
    const args = process.argv.slice(2);
    const { values } = parseArgs({
      args: args.filter((arg) => arg !== allDemo),
      options: {
        dev: { type: "boolean", default: false },
        demo: { type: "boolean", default: false },
        "database-only": { type: "boolean", default: false },
      },
    });
    const some = values.demo ? "always" : undefined;
    return {
      dev: values.dev,
      demo: args.includes(allDemo) ? "all" : some,
      databaseOnly: values["database-only"],
    };
  } catch {
    throw new CommandError(`Pilihan yang dikenal: --dev, --demo, ${allDemo} dan --database-only.`);
  }
}

/** Checks what can be checked at once; what it returns opens the database. */
async function chooseDatabase(options: Options): Promise<Choice> {
  const external = externalDatabase();
  if (external !== undefined) {
    const secret = requireSecret();
    await requireReachable(external);
    const demo = options.demo ?? "never";
    const demoPassword = () => keptInFile(openDataFolder());
    return { open: () => Promise.resolve({ ...external, secret, demo, demoPassword }) };
  }

  const folder = openDataFolder();
  await holdOrFail(folder, lifetime);
  const open = async (): Promise<Opened> => {
    const own = await startEmbedded(folder, lifetime);
    const { applicationUrl, ownerUrl, settings } = own;
    const untouched = settings.demoRemoved ? "never" : "whenEmpty";
    const given = process.env["NEXTAUTH_SECRET"] ?? "";
    const secret = given === "" ? settings.authSecret : requireSecret();
    const demo = options.demo ?? untouched;
    const demoPassword = () => keptInSettings(folder);
    return { applicationUrl, ownerUrl, secret, demo, demoPassword, own };
  };
  return { dataFolder: folder, open };
}

async function prepareDatabase(
  open: () => Promise<Opened>,
  options: Options,
  address: string,
): Promise<Opened & { readonly signIns?: DemoSignIns | undefined }> {
  const database = await step(
    { doing: "Menyiapkan basis data", done: "Basis data siap" },
    async () => {
      const opened = await open();
      await applyMigrations(opened.ownerUrl);
      await requireApplicationLogin(opened.applicationUrl);
      return opened;
    },
  );
  if (options.databaseOnly) return database;
  const { demo, demoPassword, ownerUrl } = database;
  await fillAreas(ownerUrl);
  const signIns = await fillDemo(ownerUrl, demo, demoPassword);
  await requireDemoAtHome(ownerUrl, address);
  return { ...database, signIns };
}

function greet(address: string, signIns: DemoSignIns | undefined, began: number): void {
  console.log(`\nCakupan siap dalam ${seconds(began)}. Buka ${address}`);
  if (signIns !== undefined) {
    console.log(`\nMasuk sebagai salah satu akun contoh ini dengan sandi ${signIns.password}:`);
    for (const { displayName, username } of signIns.accounts) {
      console.log(`  ${username.padEnd(20)} ${displayName}`);
    }
  }
  console.log("\nTekan Ctrl-C untuk berhenti.");
}
