import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { loginRightsSql } from "@/lib/server/db/application-role";

import { recall, type Settings, settingsFile } from "../../../scripts/data-folder";
import { applicationUrl, ownerUrl } from "../../../scripts/database-login";
import { holdOrFail, startEmbedded } from "../../../scripts/embedded-database";
import { Lifetime } from "../../../scripts/lifetime";
import { CommandError } from "../../../scripts/command-error";
import { withConnection } from "../../../scripts/sql";
import { runStart, runStartElsewhere, type StartProcess, untilPrinted } from "./start-process";

const ready = "Basis data siap di";
/** Milliseconds, on a machine with much else to do. */
const severalStarts = 120_000;
const canUnshare = process.platform === "linux" && process.getuid?.() === 0;

let home: string;
/** A data folder whose database is made; each test has a copy of its own. */
let made: string;
let dataFolder: string;
const begun: StartProcess[] = [];
const lifetimes: Lifetime[] = [];

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), "cakupan-installation-"));
  await chmod(home, 0o711);
  made = await newFolder("made");
  dataFolder = made;
  await open();
  await endAll();
  return () => rm(home, { recursive: true, force: true });
}, 120_000);

beforeEach(async () => {
  dataFolder = await newFolder(randomUUID());
  // With its owners, as PostgreSQL's user has the database's files.
  await promisify(execFile)("cp", ["-a", `${made}/.`, dataFolder]);
  const clusterFolder = path.join(dataFolder, "postgres");
  await writeSettings({ ...(await settingsNow()), clusterFolder });
});

afterEach(endAll);

describe("an installation that runs", () => {
  it.runIf(canUnshare)(
    "is left alone by a start in another container",
    async () => {
      const first = start();
      await untilPrinted(first, ready);
      await note("kept");
      const before = await readdir(dataFolder);
      const settings = await readFile(settingsFile(dataFolder), "utf8");

      const second = runStartElsewhere({ DATA_DIR: dataFolder }, "--database-only");
      expect(await second.exit).toBe(1);
      expect(second.output()).toMatch(
        new RegExp(
          `^Cakupan sudah berjalan dengan folder data .+ \\(proses ${String(first.pid)}\\)`,
        ),
      );
      expect(await readdir(dataFolder)).toEqual(before);
      expect(await readFile(settingsFile(dataFolder), "utf8")).toBe(settings);

      // Its PostgreSQL outlives it, where the other container does not see the process.
      expect(await end(first, "SIGKILL")).toBe("SIGKILL");
      const third = runStartElsewhere({ DATA_DIR: dataFolder }, "--database-only");
      expect(await third.exit).toBe(1);
      expect(third.output()).toContain(path.join(dataFolder, "postgres", "postmaster.pid"));
      expect(await readNote()).toBe("kept");

      await untilPrinted(start(), ready);
      expect(await readNote()).toBe("kept");
    },
    severalStarts,
  );

  it(
    "is started once when two start at the same time",
    async () => {
      const both = [start(), start()];
      const codes = await Promise.all(
        both.map((each) =>
          Promise.race([each.exit, untilPrinted(each, ready).then(() => "ready" as const)]),
        ),
      );
      expect(codes.sort()).toEqual([1, "ready"]);
      expect(both.map((each) => each.output()).join("")).toContain("Cakupan sudah berjalan");
    },
    severalStarts,
  );
});

describe("a dead server's postmaster.pid", () => {
  it("is no hindrance when its number belongs to another program now", async () => {
    const settings = await settingsNow();
    const file = path.join(settings.clusterFolder, "postmaster.pid");
    // As after a restart of the machine, or of a container, whose numbers begin at 1 again.
    const lines = [process.ppid, settings.clusterFolder, 1, settings.databasePort, ".", "", "1 1"];
    await writeFile(file, `${lines.join("\n")}\n`);

    await open();
    await expectTwoLogins();
  });

  it.each([
    {
      what: "it does not tell whether its server lives",
      content: "4194303\nx\n1\n5432\n\n\n1 1\n",
    },
    { what: "it is empty", content: "" },
  ])("is named and left where it is when $what", async ({ content }) => {
    const file = path.join((await settingsNow()).clusterFolder, "postmaster.pid");
    await writeFile(file, content);

    const settings = await readFile(settingsFile(dataFolder), "utf8");

    const rejected = await rejectionOf(open());

    expect(rejected).toContain(file);
    expect(rejected).toMatch(/hapus berkas itu/);
    expect(await readFile(settingsFile(dataFolder), "utf8")).toBe(settings);
    expect(await readFile(file, "utf8")).toBe(content);
  });
});

describe("half an installation", () => {
  it("is rejected when settings.json is gone, and nothing is moved", async () => {
    const settings = settingsFile(dataFolder);
    await rename(settings, `${settings}.away`);

    for (const time of ["once", "twice"]) {
      expect(await rejectionOf(open()), time).toMatch(/Pulihkan berkas itu dari cadangan/);
      expect(await readdir(dataFolder)).not.toContain("settings.json");
      expect(await readdir(path.join(dataFolder, "postgres"))).toContain("PG_VERSION");
    }
    await rename(`${settings}.away`, settings);
    await open();
  });

  it("is rejected when the database is gone", async () => {
    const { clusterFolder } = await settingsNow();
    await rename(clusterFolder, `${clusterFolder}-away`);

    expect(await rejectionOf(open())).toMatch(/Pasang atau pulihkan folder itu/);
    expect(await readdir(dataFolder)).not.toContain("postgres");
  });

  it("is made whole when a first start was killed before the database was made", async () => {
    const settings = await settingsNow();
    await rm(settings.clusterFolder, { recursive: true });
    await writeSettings({ ...settings, clusterMade: false });

    await open();

    await expectTwoLogins();
    expect((await settingsNow()).clusterMade).toBe(true);
  });

  it("says at once that the password is wrong", async () => {
    const settings = await settingsNow();
    await writeSettings({ ...settings, ownerPassword: "d".repeat(20) });
    const began = performance.now();

    expect(await rejectionOf(open())).toMatch(/menolak sandi di .+settings\.json/);
    // It tried for more than a minute once.
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});

describe("an installation from before there were two logins", () => {
  it.each([
    { what: "as it was", settings: "former", roles: "former" },
    { what: "when a start was killed after the settings", settings: "new", roles: "former" },
    { what: "when a start was killed before the login was made", settings: "new", roles: "parted" },
    { what: "when its old settings were restored", settings: "former", roles: "parted" },
  ])("gets a login for the application: $what", async ({ roles, settings }) => {
    await open();
    await note("from before");
    const now = await settingsNow();
    const password = now.ownerPassword ?? "";
    await withConnection(ownerUrl(password, now.databasePort ?? 0), (client) =>
      client.query("drop role cakupan"),
    );
    if (roles === "former") await joinLogins(now);
    await endAll();
    const { clusterFolder, authSecret, databasePort, demoRemoved } = now;
    const former = { clusterFolder, authSecret, databasePort, demoRemoved };
    await writeSettings(settings === "new" ? now : { ...former, databasePassword: password });

    await open();

    await expectTwoLogins();
    expect(await readNote()).toBe("from before");
  });
});

/** Starts the database of the data folder in this process. */
async function open(): Promise<void> {
  const lifetime = new Lifetime();
  lifetimes.push(lifetime);
  await holdOrFail(dataFolder, lifetime);
  await startEmbedded(dataFolder, lifetime);
}

/** The sentence of a CommandError. */
async function rejectionOf(opening: Promise<void>): Promise<string> {
  const answer = await opening.catch((error: unknown) => error);
  await endAll();
  if (answer instanceof CommandError) return answer.message;
  throw new Error("it was not rejected", { cause: answer });
}

async function newFolder(name: string): Promise<string> {
  const folder = path.join(home, name);
  await mkdir(folder, { mode: 0o711 });
  return folder;
}

function start(): StartProcess {
  const started = runStart({ DATA_DIR: dataFolder }, "--database-only");
  begun.push(started);
  return started;
}

async function endAll(): Promise<void> {
  for (const started of begun.splice(0)) await end(started, "SIGTERM");
  for (const lifetime of lifetimes.splice(0)) await lifetime.end();
}

async function end(started: StartProcess, signal: NodeJS.Signals): Promise<number | string> {
  try {
    process.kill(started.pid, signal);
  } catch {
    // Has ended by itself.
  }
  return started.exit;
}

async function settingsNow(): Promise<Settings> {
  const settings = await recall(dataFolder);
  if (settings === undefined) throw new Error("there are no settings");
  return settings;
}

async function writeSettings(settings: object): Promise<void> {
  await writeFile(settingsFile(dataFolder), JSON.stringify(settings));
}

/** One login that owns everything and serves too, as it was. */
async function joinLogins({ databasePort = 0, ownerPassword = "" }: Settings): Promise<void> {
  await withConnection(ownerUrl(ownerPassword, databasePort, "postgres"), (client) =>
    client.query(`begin; create role between superuser; set session authorization between;
      alter role cakupan_owner rename to cakupan; reset session authorization;
      drop role between; commit`),
  );
}

async function expectTwoLogins(): Promise<void> {
  const { databasePassword, databasePort = 0, ownerPassword = "" } = await settingsNow();
  await withConnection(applicationUrl(databasePassword, databasePort), async (client) => {
    expect((await client.query(loginRightsSql)).rows).toMatchObject([
      { login: "cakupan", excess: [] },
    ]);
    await client.query("set role cakupan_app");
  });
  await withConnection(ownerUrl(ownerPassword, databasePort), async (client) => {
    const { rows: owner } = await client.query(
      "select rolname, rolsuper from pg_roles where rolname = session_user",
    );
    expect(owner).toEqual([{ rolname: "cakupan_owner", rolsuper: true }]);
    const { rows } = await client.query(
      "select rolname from pg_roles where rolname like 'cakupan%' order by 1",
    );
    expect(rows.map(({ rolname }: { rolname: string }) => rolname)).toEqual([
      "cakupan",
      "cakupan_app",
      "cakupan_owner",
    ]);
  });
}

async function note(text: string): Promise<void> {
  await withConnection(await ownUrl(), async (client) => {
    await client.query("create table memory (text text)");
    await client.query("insert into memory values ($1)", [text]);
  });
}

async function readNote(): Promise<string | undefined> {
  return withConnection(await ownUrl(), async (client) => {
    const { rows } = await client.query<{ text: string }>("select text from memory");
    return rows[0]?.text;
  });
}

async function ownUrl(): Promise<string> {
  const { databasePort, ownerPassword } = await settingsNow();
  return ownerUrl(ownerPassword ?? "", databasePort ?? 0);
}
