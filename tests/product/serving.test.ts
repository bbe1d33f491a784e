import { existsSync, readFileSync, statSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { recall } from "../../scripts/data-folder";
import { pickLocalPort } from "../../scripts/free-port";
import { ownerUrl } from "../../scripts/database-login";
import { withConnection } from "../../scripts/sql";
import { runStart, type StartProcess } from "../integration/scripts/start-process";
import { childrenOf, idOfAction, PlainBrowser, processesOf, untilTrue } from "./running";

const demoPassword = "cakupan-demo";

let home: string;
let base: string;
let started: StartProcess;

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), "cakupan-serving-"));
  await chmod(home, 0o711);
  const port = await pickLocalPort();
  base = `http://localhost:${String(port)}`;
  started = runStart({ DATA_DIR: home, PORT: String(port), DEMO_PASSWORD: demoPassword });
  await untilTrue("a start", () => started.output().includes("Tekan Ctrl-C"), 300);
}, 320_000);

afterAll(async () => {
  try {
    process.kill(started.pid, "SIGTERM");
  } catch {
    // The last test has ended it.
  }
  await started.exit;
  await rm(home, { recursive: true, force: true });
});

type Line = Readonly<Record<string, unknown>>;

function logLines(): Line[] {
  const text = readFileSync(path.join(home, "server.log"), "utf8").trimEnd();
  return text.split("\n").map((line) => JSON.parse(line) as Line);
}

/** Everything that was written down or printed since the start. */
function everythingLogged(): string {
  const files = ["server.log", "postgres.log"].map((name) => path.join(home, name));
  return [
    started.output(),
    ...files.filter(existsSync).map((file) => readFileSync(file, "utf8")),
  ].join("\n");
}

const isHealthy = async () => {
  const answer = await fetch(`${base}/api/health`).catch(() => null);
  return answer?.status === 200;
};

function webProcess(): number | undefined {
  return childrenOf(started.pid).find(({ command }) => command.includes("next"))?.pid;
}

async function ownUrl(): Promise<string> {
  const settings = await recall(home);
  return ownerUrl(settings?.ownerPassword ?? "", settings?.databasePort ?? 0);
}

describe("what a start prints", () => {
  it("is for people until the address and the accounts are told", () => {
    const [before = ""] = started.output().split("Tekan Ctrl-C");
    expect(before).toContain(`Buka ${base}`);
    expect(before).not.toMatch(/^\{/m);
    expect(before).not.toContain("Next.js");
  });
});

describe("the log", () => {
  it("has the number that a problem tells, with who asked for what", async () => {
    const camat = new PlainBrowser(base);
    await camat.signIn("camat.selat", demoPassword);
    const answer = await camat.ask("/api/v1/campaigns/tidak-ada/coverage?rahasia=rahasia-nilai");
    const { id } = (await answer.json()) as { id: string };

    await untilTrue("the line", () => logLines().some((line) => line["id"] === id));
    expect(logLines().filter((line) => line["id"] === id)).toMatchObject([
      {
        kind: "problem",
        status: answer.status,
        method: "GET",
        path: "/api/v1/campaigns/tidak-ada/coverage",
        actor: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      },
    ]);
    expect(started.output()).toContain(id);
    expect(everythingLogged()).not.toContain("rahasia-nilai");
  });

  it("has the number that the page of a failure shows", async () => {
    const dinkes = new PlainBrowser(base);
    await dinkes.signIn("dinkes.kapuas", demoPassword);
    const page = await withConnection(await ownUrl(), async (client) => {
      await client.query("alter table campaign rename to campaign_gone");
      try {
        return await (await dinkes.ask("/ringkasan")).text();
      } finally {
        await client.query("alter table campaign_gone rename to campaign");
      }
    });
    const digest = /"?digest\\?"?:\s*\\?"(\d+)|data-dgst="(\d+)"/
      .exec(page)
      ?.slice(1)
      .find(Boolean);
    expect(digest).toMatch(/^\d+$/);
    await untilTrue("the line", () => logLines().some((line) => line["id"] === digest));
    const lines = logLines().filter((line) => line["id"] === digest);
    expect(lines).toHaveLength(1);
    expect(lines).toMatchObject([
      { kind: "problem", status: 500, path: "/ringkasan", errorCode: "42P01", of: "render" },
    ]);
  });

  it("tells a call that cannot be read, which is answered 400, from an action that failed", async () => {
    const camat = new PlainBrowser(base);
    await camat.signIn("camat.selat", demoPassword);
    const id = await idOfAction("previewTallies");
    const scripted = { method: "POST", body: "[", headers: { "next-action": id } };
    const type = { "content-type": "multipart/form-data; boundary=x" };
    const plain = { method: "POST", body: "--x\r\nContent-Disp", headers: type };
    for (const call of [scripted, plain]) {
      expect((await camat.ask("/input/muat", call)).status).toBe(400);
    }
    const failed = await withConnection(await ownUrl(), async (client) => {
      await client.query("alter table campaign rename to campaign_gone");
      try {
        const sent = { kampanye: "bian-kapuas", figures: "daily", pasted: "a" };
        return await camat.call("/input/muat", "previewTallies", sent);
      } finally {
        await client.query("alter table campaign_gone rename to campaign");
      }
    });
    expect(failed.status).toBe(500);
    const told = () =>
      logLines().filter((line) => line["method"] === "POST" && line["path"] === "/input/muat");
    await untilTrue("three lines", () => told().length >= 3);
    expect(told()).toMatchObject([
      { kind: "problem", status: 400, code: "invalid" },
      { kind: "problem", status: 400, code: "invalid" },
      { kind: "problem", status: 500, code: "defect", errorCode: "42P01" },
    ]);
  });

  it("has one line for each call that was rejected, and for a foreign page's", async () => {
    await fetch(`${base}/api/v1/campaigns`);
    await fetch(`${base}/api/v1/campaigns`, {
      method: "POST",
      headers: { origin: "https://x.id" },
    });
    await fetch(`${base}/masuk`, {
      method: "POST",
      headers: { origin: "https://x.id", "next-action": "0".repeat(42) },
    });
    const rejected = () => logLines().filter((line) => line["event"] === "refused");
    await untilTrue("three lines", () => rejected().length >= 3);
    expect(rejected().slice(-3)).toMatchObject([
      { code: "notSignedIn", path: "/api/v1/campaigns" },
      { code: "foreignOrigin", path: "/api/v1/campaigns" },
      { code: "foreignOrigin", path: "/masuk" },
    ]);
  });

  it("never holds what was typed, whatever field it was typed in", async () => {
    const secret = "RAHASIA7361";
    const stranger = new PlainBrowser(base);
    await stranger.send("/masuk", { username: `${secret}a`, password: `${secret}b` });
    await stranger.send("/masuk", { username: "camat.selat", password: `${secret}c` });
    await stranger.send("/masuk", { username: "", password: `${secret}d`.repeat(200) });
    await expect(stranger.signIn(`${secret}e`, `${secret}f`)).rejects.toThrow("401");

    const camat = new PlainBrowser(base);
    await camat.signIn("camat.selat", demoPassword);
    const typed = { current: `${secret}g`, next: `${secret}h`, again: `${secret}i` };
    await camat.send("/akun", typed);
    for (const body of [
      `{"reports":[{"${secret}j":1}]`,
      JSON.stringify({ reports: [{ id: `${secret}k`, reason: { code: `${secret}l` } }] }),
      JSON.stringify({ [`${secret}m`]: `${secret}\u0000n` }),
    ]) {
      await camat.ask("/api/v1/campaigns/bian-kapuas/daily-reports", { method: "POST", body });
    }
    await camat.ask(`/api/v1/campaigns/bian-kapuas/coverage?${secret}o=${secret}p`);
    await camat.ask(`/input?kampanye=${secret}q&hari=${secret}r`);
    const file = new File([`${secret}s;1`], `${secret}t.csv`, { type: "text/csv" });
    const preview = { kampanye: "bian-kapuas", figures: "daily", file };
    const told = await (await camat.call("/input/muat", "previewTallies", preview)).text();
    // It came so far that the file was read.
    expect(told).toContain('"unreadable"');
    await camat.call("/input/muat", "previewTallies", { ...preview, pasted: `${secret}u` });

    await pause(1_000);
    const logged = everythingLogged();
    expect(logged.length).toBeGreaterThan(1_000);
    expect(logged.match(new RegExp(`${secret}.`, "g"))).toBeNull();
  });

  it("is its owner's alone", () => {
    for (const name of ["server.log", "postgres.log"]) {
      expect(statSync(path.join(home, name)).mode & 0o777).toBe(0o600);
    }
  });
});

describe("what is killed", () => {
  it("comes back: the web server on its port", async () => {
    const before = webProcess();
    process.kill(before ?? 0, "SIGKILL");
    await untilTrue("another process", () => ![undefined, before].includes(webProcess()));
    await untilTrue("its return", () => started.output().includes("Server web berjalan lagi."));
    expect(started.output()).toContain("Server web berhenti: sinyal SIGKILL.");
    expect(await isHealthy()).toBe(true);
  });

  it("comes back: PostgreSQL on its port, and the web server finds it", async () => {
    const web = webProcess();
    const url = await ownUrl();
    const { clusterFolder = "" } = (await recall(home)) ?? {};
    const [pid = ""] = readFileSync(path.join(clusterFolder, "postmaster.pid"), "utf8").split("\n");
    process.kill(Number(pid), "SIGKILL");
    await untilTrue("its end", () => started.output().includes("PostgreSQL berhenti"));
    await untilTrue("its return", () => started.output().includes("PostgreSQL berjalan lagi."));
    await untilTrue("health", isHealthy);

    expect(await ownUrl()).toBe(url);
    expect(webProcess()).toBe(web);
    expect(logLines()).toContainEqual(
      expect.objectContaining({ kind: "part", event: "ended", part: "PostgreSQL", attempt: 1 }),
    );
    expect(readFileSync(path.join(home, "postgres.log"), "utf8")).toContain("was interrupted");
  });

  it("is not started again once told to end while it waits: all ends with 0, and nothing is left", async () => {
    // At once and after a second it is tried; the next wait is two seconds.
    for (let wait = 0; !started.output().includes("dalam 2 detik"); wait += 1) {
      const pid = webProcess();
      if (pid !== undefined) process.kill(pid, "SIGKILL");
      if (wait > 600) throw new Error("it never waited");
      await pause(100);
    }
    process.kill(started.pid, "SIGINT");

    expect(await started.exit).toBe(0);
    expect(processesOf(home)).toEqual([]);
    await expect(fetch(`${base}/api/health`)).rejects.toThrow();
    await expect(withConnection(await ownUrl(), () => Promise.resolve())).rejects.toThrow();
  });
});
