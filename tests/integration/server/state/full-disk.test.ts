import { emptyDatabase, query } from "@/tests/support/database";

import { randomUUID } from "node:crypto";

import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import { postBatch } from "@/lib/device/outbox/exchange";
import { assertDatabaseWrites, clockDifference, serverNotices } from "@/lib/server/state/queries";
import * as storage from "@/lib/server/db/storage";
import { now } from "@/lib/base/time/clock";
import { actionsOnDisk, callAction } from "@/tests/integration/actions/call";
import { calls } from "@/tests/integration/actions/calls";
import { callApi } from "@/tests/support/api-routes";
import {
  areas,
  cookieOf,
  newPerson,
  setScene,
  slugs,
  systemGrant,
  today,
} from "@/tests/support/scene";

vi.mock("@/lib/server/db/storage", { spy: true });

let cookie: string;
let lines: unknown[];

beforeAll(async () => {
  await emptyDatabase();
  await setScene();
  cookie = await cookieOf(await newPerson("healthOffice", areas.home));
});

beforeEach(() => {
  lines = [];
  vi.spyOn(console, "error").mockImplementation((line) => {
    lines.push(JSON.parse(String(line)));
  });
});

afterEach(async () => {
  await query("drop function if exists fill_disk cascade");
  vi.restoreAllMocks();
  vi.mocked(storage.freeMegabytes).mockReset();
});

/** Every write to the table fails as PostgreSQL fails that cannot make its file longer. */
async function fillDisk(table: string, state = "53100"): Promise<void> {
  await query(`create function fill_disk() returns trigger language plpgsql as $$ begin
    raise exception 'could not extend file "base/1/2": No space left on device'
      using errcode = '${state}'; end $$`);
  await query(`create trigger fill_disk before insert or update on ${table}
    for each statement execute function fill_disk()`);
}

const reports = () => [
  {
    id: randomUUID(),
    unit: areas.homeSelatHilir,
    day: today,
    tallies: [{ intervention: "MR", targetGroup: "bayi", residents: 4 }],
  },
];

describe("a disk that is full", () => {
  it.each(["53100", "58030"])(
    "(%s) is 503 to who sends reports, who tries later",
    async (state) => {
      await fillDisk("daily_report", state);
      const address = `/api/v1/campaigns/${slugs.home}/daily-reports`;
      const answer = await callApi("POST", address, {
        cookie,
        body: { reports: reports() },
        headers: { "accept-language": "id" },
      });
      const told = (await answer.clone().json()) as { id: string };

      expect(answer.status).toBe(503);
      expect(answer.headers.get("retry-after")).toBe("60");
      expect(told).toMatchObject({
        code: "storageFull",
        detail:
          "Penyimpanan server penuh, jadi tidak ada yang disimpan. Isian Anda masih ada di perangkat ini; hubungi administrator.",
      });
      expect(lines).toMatchObject([
        { kind: "problem", id: told.id, code: "storageFull", path: address },
      ]);

      const wire = {
        actorId: "a",
        baseUrl: "",
        patience: 1_000,
        fetch: () => Promise.resolve(answer),
      };
      const times = { sentAt: "", waitingSince: "" };
      expect(await postBatch(wire, slugs.home, [], times)).toEqual({ kind: "busy", wait: 60_000 });
    },
  );

  it("leaves a form as it was typed, with the sentence's code", async () => {
    const action = (await actionsOnDisk()).get("submitVillage");
    const dinkes = await newPerson("healthOffice", areas.home);
    const sent = await calls["submitVillage"]?.(dinkes);
    if (!action || !sent) throw new Error("no such action");
    await fillDisk("daily_report");

    expect(await callAction(action, sent, dinkes)).toBe("storageFull");
    expect(lines).toMatchObject([{ kind: "problem", status: 503, code: "storageFull" }]);
    expect(await query("select from daily_report")).toEqual([]);
  });

  it("stores what is sent again when there is room", async () => {
    const address = `/api/v1/campaigns/${slugs.home}/daily-reports`;
    const body = { reports: reports() };
    await fillDisk("daily_report");
    expect((await callApi("POST", address, { cookie, body })).status).toBe(503);
    await query("drop function fill_disk cascade");
    expect(await (await callApi("POST", address, { cookie, body })).json()).toMatchObject({
      results: [{ outcome: "stored", version: 1 }],
    });
  });
});

describe("health", () => {
  it("says exactly that all is well", async () => {
    const answer = await callApi("GET", "/api/health");
    expect(await answer.text()).toBe('{"status":"ok","database":"ok"}');
  });

  it("is 503 while little room is left, and says which", async () => {
    vi.mocked(storage.freeMegabytes).mockResolvedValue(storage.minFreeMegabytes - 1);
    const answer = await callApi("GET", "/api/health");
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ code: "storageFull" });
  });

  it("is 503 when the database cannot write, asked at most once in 10 s", async () => {
    const opened = globalThis as { cakupanPool?: unknown };
    const kept = opened.cakupanPool;
    const asked: string[] = [];
    const full = Object.assign(new Error("could not write"), { code: "53100" });
    opened.cakupanPool = {
      query: ({ text }: { text: string }) => {
        asked.push(text);
        return text === "SELECT 1" ? Promise.resolve() : Promise.reject(full);
      },
    };
    // The trial of the tests above is old by now.
    const later = performance.now() + 11_000;
    vi.spyOn(performance, "now").mockReturnValue(later);
    const answers = [
      await callApi("GET", "/api/health"),
      await callApi("GET", "/api/health"),
      await callApi("GET", "/api/health"),
    ];
    opened.cakupanPool = kept;

    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
    expect(await answers[2]?.json()).toMatchObject({ code: "storageFull" });
    expect(asked.filter((text) => text !== "SELECT 1")).toHaveLength(1);
  });

  it("has the database write to its disk, as the application's own role", async () => {
    const written = async () => {
      await query("select pg_stat_force_next_flush()");
      const [row] = await query<{ bytes: string }>(
        "select temp_bytes as bytes from pg_stat_database where datname = current_database()",
      );
      return Number(row?.bytes);
    };
    const before = await written();
    await assertDatabaseWrites();
    await vi.waitFor(
      async () => {
        expect((await written()) - before).toBeGreaterThan(500_000);
      },
      { timeout: 15_000, interval: 500 },
    );
  });
});

describe("what an administrator is told", () => {
  const { actor: administrator } = systemGrant("people:manage");

  it("is nothing while clocks agree and there is room", async () => {
    vi.mocked(storage.freeMegabytes).mockResolvedValue(10_000);
    expect(await serverNotices(administrator)).toEqual([]);
  });

  it("is how little room is left; nobody else is told", async () => {
    vi.mocked(storage.freeMegabytes).mockResolvedValue(120);
    expect(await serverNotices(administrator)).toEqual([{ code: "storageLow", megabytes: 120 }]);
    expect(await serverNotices({ ...administrator, role: "healthOffice" })).toEqual([]);
  });

  it("comes of the clocks of both, whichever is ahead", async () => {
    const shifted = (seconds: number) => () => new Date(now().getTime() + seconds * 1000);
    expect(Math.abs(await clockDifference())).toBeLessThan(5);
    expect(await clockDifference(shifted(7_200))).toBeCloseTo(7_200, -1);
    expect(await clockDifference(shifted(-300))).toBeCloseTo(-300, -1);
  });
});
