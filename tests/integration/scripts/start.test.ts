import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

import { recall } from "../../../scripts/data-folder";
import { ownerUrl } from "../../../scripts/database-login";
import { stopOrphan } from "../../../scripts/postmaster";
import { makeDatabase, withConnection } from "../../../scripts/sql";
import { runStart, type StartProcess, untilPrinted } from "./start-process";

const ready = "Basis data siap di";

let home: string;
let dataFolder: string;
const begun: StartProcess[] = [];

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), "cakupan-start-"));
  await chmod(home, 0o711);
  dataFolder = path.join(home, "data");
});

afterEach(async () => {
  for (const started of begun.splice(0)) await end(started, "SIGTERM");
});

afterAll(async () => {
  await rm(home, { recursive: true, force: true });
});

describe("npm start with its own PostgreSQL", () => {
  it("stops PostgreSQL and ends with 0 when asked to terminate", async () => {
    const started = startDatabase();
    await untilPrinted(started, ready);
    await remember("before the end");

    expect(await end(started, "SIGTERM")).toBe(0);
    await expect(readMemory()).rejects.toThrow();
  });

  it("recovers, with its data, from a kill that left PostgreSQL running", async () => {
    const killed = startDatabase();
    await untilPrinted(killed, ready);
    await remember("before the kill");
    expect(await end(killed, "SIGKILL")).toBe("SIGKILL");
    expect(await readMemory()).toBe("before the kill");

    await untilPrinted(startDatabase(), ready);

    expect(await readMemory()).toBe("before the kill");
  });

  it("starts PostgreSQL again on its port when it is killed, and keeps what it had said", async () => {
    const started = startDatabase();
    await untilPrinted(started, ready);
    await remember("before the kill");
    const url = await ownUrl();
    const logged = await readFile(path.join(dataFolder, "postgres.log"), "utf8");

    process.kill(await postgresPid(), "SIGKILL");
    await untilPrinted(started, "PostgreSQL berhenti: sinyal SIGKILL. Dinyalakan lagi sekarang");
    await untilPrinted(started, "PostgreSQL berjalan lagi.");

    expect(await ownUrl()).toBe(url);
    expect(await readMemory()).toBe("before the kill");
    expect(await readFile(path.join(dataFolder, "postgres.log"), "utf8")).toContain(logged);
    expect(await end(started, "SIGINT")).toBe(0);
  });

  it("ends with 1, a reason and the last words after RESTART_TRIES in a row", async () => {
    const started = startDatabase({ RESTART_TRIES: "1" });
    await untilPrinted(started, ready);
    process.kill(await postgresPid(), "SIGKILL");
    await untilPrinted(started, "PostgreSQL berjalan lagi.");
    process.kill(await postgresPid(), "SIGKILL");

    expect(await started.exit).toBe(1);
    expect(started.output()).toContain(
      "PostgreSQL tidak bertahan setelah 1 percobaan berturut-turut. Yang terakhir: sinyal SIGKILL.",
    );
    expect(started.output()).toContain("database system is ready to accept connections");
  });

  it.each([
    ["RESTART_TRIES", "banyak", "0 sampai 1000"],
    ["WEB_MEMORY_MB", "64", "128 sampai 65536"],
  ])("rejects %s=%s in a sentence", async (name, value, range) => {
    const rejected = runStart({ [name]: value, DATA_DIR: path.join(home, "unused") });
    expect(await rejected.exit).toBe(1);
    expect(rejected.output()).toBe(`${name} harus berupa angka ${range}, bukan "${value}".\n`);
  });

  it("says that it runs already in the same data folder", async () => {
    await untilPrinted(startDatabase(), ready);

    const second = startDatabase();

    expect(await second.exit).toBe(1);
    expect(second.output()).toMatch(
      /^Cakupan sudah berjalan dengan folder data .+ \(proses \d+\)\..+\n$/,
    );
  });

  it("says that the port is taken before it makes anything", async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, () => {
        const address = taken.address();
        resolve(address !== null && typeof address === "object" ? address.port : 0);
      });
    });
    const rejected = runStart({ PORT: String(port), DATA_DIR: path.join(home, "unused") });

    expect(await rejected.exit).toBe(1);
    expect(rejected.output()).toBe(
      `Port ${String(port)} sedang dipakai program lain. Hentikan program itu, atau pilih port lain, misalnya PORT=3001.\n`,
    );
    taken.close();
  });

  it.runIf(process.getuid?.() === 0)(
    "runs as another user where that user cannot reach the data folder",
    async () => {
      const closed = path.join(home, "closed");
      const environment = { DATA_DIR: path.join(closed, "data") };
      const first = runStart(environment, "--database-only");
      begun.push(first);
      await untilPrinted(first, ready);
      await end(first, "SIGTERM");
      const inside = await recall(environment.DATA_DIR);
      expect(inside?.clusterFolder).toBe(path.join(environment.DATA_DIR, "postgres"));

      await chmod(closed, 0o700);
      const second = runStart(environment, "--database-only");
      begun.push(second);
      await untilPrinted(second, ready);
      await end(second, "SIGTERM");

      const nonResidents = (await recall(environment.DATA_DIR))?.clusterFolder ?? "";
      expect(nonResidents).not.toContain(closed);
      await stopOrphan(nonResidents);
      await rm(nonResidents, { recursive: true });
    },
  );
});

describe("npm start with DATABASE_URL", () => {
  const nowhere = "postgresql://dinkes:rahasia@127.0.0.1:1/cakupan";
  const secret = "0123456789abcdef0123456789abcdef";

  it.each([
    { what: "no secret", NEXTAUTH_SECRET: "", sentence: /^NEXTAUTH_SECRET belum diisi: .+\n$/ },
    {
      what: "a short one",
      NEXTAUTH_SECRET: "pendek",
      sentence: /^NEXTAUTH_SECRET terlalu pendek: .+\n$/,
    },
    {
      what: "a server that does not answer",
      NEXTAUTH_SECRET: secret,
      sentence: /^Basis data cakupan di 127\.0\.0\.1:1 tidak dapat dihubungi \(.+\)\. .+\n$/,
    },
  ])("rejects $what in a sentence", async ({ NEXTAUTH_SECRET, sentence }) => {
    const rejected = runStart({
      DATABASE_URL: nowhere,
      MIGRATION_DATABASE_URL: nowhere,
      NEXTAUTH_SECRET,
    });

    expect(await rejected.exit).toBe(1);
    expect(rejected.output()).toMatch(sentence);
    expect(rejected.output()).not.toContain("rahasia");
  });
});

describe("npm start with two logins of a server elsewhere", () => {
  const NEXTAUTH_SECRET = "0123456789abcdef0123456789abcdef";
  const name = `start_${randomBytes(6).toString("hex")}`;
  const address = (setting: string) =>
    (process.env[setting] ?? "").replace(/\/postgres$/, `/${name}`);
  const owner = address("TEST_POSTGRES_URL");
  const application = address("TEST_APPLICATION_URL");

  beforeAll(() => makeDatabase(process.env["TEST_POSTGRES_URL"] ?? "", name));

  it.each([
    {
      what: "one login alone",
      MIGRATION_DATABASE_URL: "",
      DATABASE_URL: owner,
      sentence: /^DATABASE_URL saja tidak cukup.+CREATE ROLE cakupan LOGIN PASSWORD '.+'/s,
    },
    {
      what: "the owner's login twice",
      MIGRATION_DATABASE_URL: owner,
      DATABASE_URL: owner,
      sentence:
        /Akun basis data cakupan_owner terlalu berkuasa .+superuser.+GRANT cakupan_app TO cakupan;/s,
    },
    {
      what: "a wrong password of the web server's",
      MIGRATION_DATABASE_URL: owner,
      DATABASE_URL: application.replace(/:[0-9a-f]+@/, ":salah@"),
      sentence: /\(pengguna atau sandi ditolak\)\. Periksa DATABASE_URL /,
    },
    {
      what: "a wrong password of the owner's",
      MIGRATION_DATABASE_URL: owner.replace(/:[0-9a-f]+@/, ":salah@"),
      DATABASE_URL: application,
      sentence: /\(pengguna atau sandi ditolak\)\. Periksa MIGRATION_DATABASE_URL /,
    },
    {
      what: "a database that is not there",
      MIGRATION_DATABASE_URL: owner,
      DATABASE_URL: `${application}_lain`,
      sentence: /\(basis data itu tidak ada\)\. Periksa DATABASE_URL /,
    },
    {
      what: "two databases",
      MIGRATION_DATABASE_URL: owner,
      DATABASE_URL: process.env["TEST_APPLICATION_URL"] ?? "",
      sentence: /menunjuk basis data yang sama/,
    },
  ])("rejects $what in a sentence", async ({ sentence, what, ...addresses }) => {
    const environment = { ...addresses, NEXTAUTH_SECRET, DATA_DIR: path.join(home, what) };
    const rejected = runStart(environment, "--database-only");

    expect(await rejected.exit).toBe(1);
    expect(rejected.output()).toMatch(sentence);
    expect(rejected.output()).not.toMatch(/salah@|:[0-9a-f]{32}@/);
  });

  it("makes the tables as the owner", async () => {
    const started = runStart(
      { DATABASE_URL: application, MIGRATION_DATABASE_URL: owner, NEXTAUTH_SECRET },
      "--database-only",
    );
    begun.push(started);
    await untilPrinted(started, ready);

    await withConnection(application, async (client) => {
      const { rows } = await client.query("select count(*)::int as entries from audit_entry");
      expect(rows).toEqual([{ entries: 0 }]);
    });
  });
});

function startDatabase(settings: Readonly<Record<string, string>> = {}): StartProcess {
  const started = runStart({ DATA_DIR: dataFolder, ...settings }, "--database-only");
  begun.push(started);
  return started;
}

async function end(started: StartProcess, signal: NodeJS.Signals): Promise<number | string> {
  try {
    process.kill(started.pid, signal);
  } catch {
    // Has ended by itself.
  }
  return started.exit;
}

async function postgresPid(): Promise<number> {
  const cluster = (await recall(dataFolder))?.clusterFolder ?? "";
  const [pid] = (await readFile(path.join(cluster, "postmaster.pid"), "utf8")).split("\n");
  return Number(pid);
}

async function ownUrl(): Promise<string> {
  const settings = await recall(dataFolder);
  return ownerUrl(settings?.ownerPassword ?? "", settings?.databasePort ?? 0);
}

async function remember(text: string): Promise<void> {
  await withConnection(await ownUrl(), async (client) => {
    await client.query("create table if not exists memory (text text)");
    await client.query("truncate memory");
    await client.query("insert into memory values ($1)", [text]);
  });
}

async function readMemory(): Promise<string | undefined> {
  return withConnection(await ownUrl(), async (client) => {
    const { rows } = await client.query<{ text: string }>("select text from memory");
    return rows[0]?.text;
  });
}
