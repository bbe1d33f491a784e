/**
 * `npm start`: from nothing to a running product, and back to nothing on Ctrl-C.
 *
 *     --dev             compile pages as they are asked for
 *     --demo            load the demo data, also into the database of DATABASE_URL
 *     --database-only   the database and its tables, without data and without the web server
 */
import { parseArgs } from "node:util";

import { ensureBuild, ensureClient } from "./build";
import { openDataFolder } from "./data-folder";
import { holdOrRefuse, startEmbedded } from "./embedded-database";
import {
  externalDatabaseUrl,
  publicUrl,
  readEnvironmentFile,
  requireSecret,
  webPort,
} from "./environment";
import { requireReachable } from "./external-database";
import { type DemoWish, fillDatabase, readDemoSignIns } from "./filling";
import { isPortFree } from "./free-port";
import { Lifetime } from "./lifetime";
import { applyMigrations } from "./migrate";
import { seconds, step } from "./progress";
import { bundleReader } from "./reader-bundle";
import { Refusal, runCommand } from "./refusal";
import { startWeb } from "./web-server";

const lifetime = new Lifetime();

type Options = { readonly dev: boolean; readonly demo: boolean; readonly databaseOnly: boolean };
type Opened = {
  readonly url: string;
  readonly secret: string;
  readonly demo: DemoWish;
  readonly ended: Promise<void>;
};

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
  lifetime.listenToSignals();

  const open = await chooseDatabase(options);
  if (!options.databaseOnly && !(await isPortFree(port))) {
    throw new Refusal(
      `Port ${String(port)} sedang dipakai program lain. Hentikan program itu, atau pilih port lain, misalnya PORT=3001.`,
    );
  }

  console.log("Cakupan sedang disiapkan.");
  await ensureClient(lifetime);
  const [database] = await Promise.all([
    prepareDatabase(open, options),
    options.dev || options.databaseOnly ? undefined : ensureBuild(lifetime),
  ]);
  if (options.databaseOnly) {
    console.log(`Basis data siap di ${new URL(database.url).host}. Tekan Ctrl-C untuk berhenti.`);
    await database.ended;
    throw new Refusal("PostgreSQL berhenti dengan sendirinya.");
  }

  const settings = { port, databaseUrl: database.url, secret: database.secret, publicUrl: address };
  if (options.dev) await bundleReader();
  const web = await step({ doing: "Menyalakan server web", done: "Server web menjawab" }, () =>
    startWeb(options.dev ? "dev" : "start", settings, lifetime),
  );
  await greet(address, database.url, began);
  await Promise.race([web.exit, database.ended]);
  throw new Refusal(`Cakupan berhenti dengan sendirinya.\n\n${web.output()}`);
}

function readOptions(): Options {
  try {
    const { values } = parseArgs({
      options: {
        dev: { type: "boolean", default: false },
        demo: { type: "boolean", default: false },
        "database-only": { type: "boolean", default: false },
      },
    });
    return { dev: values.dev, demo: values.demo, databaseOnly: values["database-only"] };
  } catch {
    throw new Refusal("Pilihan yang dikenal: --dev, --demo dan --database-only.");
  }
}

/** Checks what can be checked at once; what it returns opens the database. */
async function chooseDatabase(options: Options): Promise<() => Promise<Opened>> {
  const external = externalDatabaseUrl();
  if (external !== undefined) {
    const secret = requireSecret();
    await requireReachable(external);
    const demo = options.demo ? "always" : "never";
    return () =>
      Promise.resolve({ url: external, secret, demo, ended: new Promise<void>(() => undefined) });
  }

  const folder = openDataFolder();
  await holdOrRefuse(folder, lifetime);
  return async () => {
    const { url, settings, ended } = await startEmbedded(folder, lifetime);
    const untouched = settings.demoRemoved ? "never" : "whenEmpty";
    const given = process.env["NEXTAUTH_SECRET"] ?? "";
    const secret = given === "" ? settings.authSecret : requireSecret();
    return { url, secret, demo: options.demo ? "always" : untouched, ended };
  };
}

async function prepareDatabase(open: () => Promise<Opened>, options: Options): Promise<Opened> {
  const database = await step(
    { doing: "Menyiapkan basis data", done: "Basis data siap" },
    async () => {
      const opened = await open();
      await applyMigrations(opened.url);
      return opened;
    },
  );
  if (!options.databaseOnly) await fillDatabase(database.url, database.demo);
  return database;
}

async function greet(address: string, databaseUrl: string, began: number): Promise<void> {
  console.log(`\nCakupan siap dalam ${seconds(began)}. Buka ${address}`);
  const signIns = await readDemoSignIns(databaseUrl);
  if (signIns.length > 0) {
    const { demoPassword } = await import("@/prisma/seed/demo");
    console.log(`\nAkun contoh, semua dengan sandi ${demoPassword}:`);
    for (const { displayName, username } of signIns) {
      console.log(`  ${username.padEnd(20)} ${displayName}`);
    }
  }
  console.log("\nTekan Ctrl-C untuk berhenti.");
}
