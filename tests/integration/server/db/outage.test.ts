import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import { outagePage } from "@/lib/server/api/outage-page";
import { problemAnswer } from "@/lib/server/api/problem";
import { db } from "@/lib/server/db/client";
import { pool } from "@/lib/server/db/pool";
import { databaseAnswers } from "@/lib/server/db/outage";

import { applicationUrl, makeApplicationLogin, ownerUrl } from "../../../../scripts/database-login";
import { pickLocalPort } from "../../../../scripts/free-port";
import { applyMigrations } from "../../../../scripts/migrate";
import {
  carelessSettings,
  createCluster,
  startPostgres,
  type RunningPostgres,
} from "../../../../scripts/postgres";
import { postgresAccount } from "../../../../scripts/postgres-account";
import { findBinaries } from "../../../../scripts/postgres-binaries";
import { stopOrphan } from "../../../../scripts/postmaster";
import { makeDatabase } from "../../../../scripts/sql";

/** A server of this file's own, because it is killed. */
let server: RunningPostgres;
let start: () => Promise<RunningPostgres>;
let home: string;

beforeAll(async () => {
  const account = postgresAccount();
  home = await mkdtemp(path.join(tmpdir(), `cakupan-test-${String(process.pid)}-`));
  await chmod(home, 0o711);
  const cluster = {
    folder: path.join(home, "postgres"),
    password: randomBytes(16).toString("hex"),
    logFile: path.join(home, "postgres.log"),
    account,
    binaries: await findBinaries(account),
    // What was written is there after a kill: the files are only not flushed to the disk.
    settings: carelessSettings,
  };
  await createCluster(cluster);
  const port = await pickLocalPort();
  start = async () => {
    await stopOrphan(cluster.folder);
    return startPostgres(cluster, port);
  };
  server = await start();
  const url = ownerUrl(cluster.password, port, "outage");
  await makeDatabase(ownerUrl(cluster.password, port, "postgres"), "outage");
  await applyMigrations(url);
  await makeApplicationLogin(url, cluster.password);
  process.env["DATABASE_URL"] = applicationUrl(cluster.password, port, "outage");
  process.env["NEXTAUTH_SECRET"] = "integration-tests-secret-0123456789abcdef";
  process.env["NEXTAUTH_URL"] = "http://localhost:3000";
});

afterAll(async () => {
  vi.spyOn(console, "warn").mockReturnValue(undefined);
  await pool().end();
  await server.stop();
  await rm(home, { recursive: true, force: true });
});

// Each rejection is logged, and each lost connection.
beforeEach(() => {
  vi.spyOn(console, "error").mockReturnValue(undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe("a database that is killed", () => {
  it("is told within 5 s as 503, and serves again as soon as it is back", async () => {
    const warnings = vi.spyOn(console, "warn").mockReturnValue(undefined);
    await fillPool();
    const running = pool().query("select pg_sleep(20)");
    const transaction = db().$transaction((tx) => tx.$queryRaw`select pg_sleep(20)::text`);
    const cut = Promise.all([statusOf(() => running), statusOf(() => transaction)]);
    await pause(300);

    process.kill(-(server.pid ?? 0), "SIGKILL");
    await server.ended;
    expect(await cut).toEqual([503, 503]);

    const began = performance.now();
    expect(await statusOf(() => pool().query("select 1"))).toBe(503);
    expect(await statusOf(() => db().$queryRaw`select 1`)).toBe(503);
    expect(await statusOf(() => db().$transaction((tx) => tx.$queryRaw`select 1`))).toBe(503);
    expect(await databaseAnswers()).toBe(false);
    expect(performance.now() - began).toBeLessThan(5_000);

    server = await start();
    await pause(1_100);
    expect(await databaseAnswers()).toBe(true);
    expect(await statusOf(() => pool().query("select 1"))).toBe(200);
    expect(await statusOf(() => db().$transaction((tx) => tx.$queryRaw`select 1`))).toBe(200);
    expect(pool().totalCount).toBeLessThanOrEqual(12);
    expect(warnings).toHaveBeenCalledWith(expect.stringContaining("database connection lost"));
  }, 60_000);

  it("is told on a page in the reader's language, as 503 with a way to try again", async () => {
    const headers = { cookie: "bahasa=en", "accept-language": "en" };
    const answer = outagePage(
      new Request("http://localhost/ringkasan", { headers }),
      "databaseAway",
    );
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("5");
    expect(await answer.text()).toContain("The database or server does not answer.");
  });
});

describe("a database that stopped because its disk is full", () => {
  it("is told as that on a page", async () => {
    const answer = outagePage(new Request("http://localhost/ringkasan"), "storageFull");
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain("Penyimpanan server penuh");
  });
});

describe("a database that stands still", () => {
  it("is told within 5 s to who needs a new connection", async () => {
    await pool().end();
    (globalThis as { cakupanPool?: unknown }).cakupanPool = undefined;
    process.kill(server.pid ?? 0, "SIGSTOP");
    const began = performance.now();
    try {
      expect(await statusOf(() => pool().query("select 1"))).toBe(503);
      expect(performance.now() - began).toBeLessThan(5_000);
    } finally {
      process.kill(server.pid ?? 0, "SIGCONT");
    }
    expect(await statusOf(() => pool().query("select 1"))).toBe(200);
  }, 30_000);
});

describe("a pool whose connections are all in use", () => {
  it("lets a page wait its turn, longer than an outage would be waited for", async () => {
    const busy = Array.from({ length: 12 }, () => pool().query("select pg_sleep(5)"));
    await pause(100);
    const began = performance.now();
    const [late] = await Promise.all([statusOf(() => pool().query("select 1")), databaseAnswers()]);

    expect(late).toBe(200);
    expect(performance.now() - began).toBeGreaterThan(4_000);
    expect(await databaseAnswers()).toBe(true);
    await Promise.all(busy);
  }, 30_000);

  it("answers 503, not 500, when waiting was in vain", () => {
    const waited = new Error("timeout exceeded when trying to connect");
    const answer = problemAnswer(waited, new Request("http://localhost/api/v1/campaigns"), "id");
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("5");
  });
});

/** Idle connections, which the kill ends. */
async function fillPool(): Promise<void> {
  await Promise.all(Array.from({ length: 8 }, () => pool().query("select pg_sleep(0.1)")));
}

/** What a caller of the interface would get: 200, or the problem's status. */
async function statusOf(work: () => Promise<unknown>): Promise<number> {
  try {
    await work();
    return 200;
  } catch (error) {
    return problemAnswer(error, new Request("http://localhost/api/v1/campaigns"), "id").status;
  }
}
