import { emptyDatabase, query } from "@/tests/support/database";

import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, it } from "vitest";

import { addDays } from "@/lib/base/time/calendar-day";

import { callApi } from "@/tests/support/api-routes";
import { areas, cookieOf, newPerson, setScene, slugs, today } from "@/tests/support/scene";

const base = `/api/v1/campaigns/${slugs.home}`;
const yesterday = addDays(today, -1);
let dinkes: string;

beforeEach(async () => {
  await emptyDatabase();
  await setScene();
  dinkes = await cookieOf(await newPerson("healthOffice", areas.home));
});

const closing = { place: areas.home, day: yesterday, kind: "closed", note: "Iduladha" };

async function call(
  method: string,
  path: string,
  body?: unknown,
  cookie = dinkes,
): Promise<{ status: number; told: Record<string, unknown> }> {
  const answer = await callApi(method, `${base}${path}`, {
    cookie,
    ...(body !== undefined && { body }),
  });
  return { status: answer.status, told: (await answer.json()) as Record<string, unknown> };
}

async function trail(): Promise<string[]> {
  const rows = await query<{ action: string }>(
    "select action from audit_entry where action like 'dayNote.%' order by id",
  );
  return rows.map(({ action }) => action);
}

describe("a day that is closed through the API", () => {
  it("is told with the campaign's rhythm, owes no report and is no service day, until it is opened", async () => {
    const added = await call("POST", "/day-notes", closing);
    expect(added).toMatchObject({ status: 200, told: { replayed: false } });
    const { told } = await call("GET", "/day-notes");
    expect(told).toMatchObject({ rhythm: "daily", period: null });
    expect(told["notes"]).toMatchObject([{ ...closing, id: added.told["id"] }]);

    const days = async () =>
      ((await call("GET", "/trend")).told["days"] as { day: string }[]).filter(
        ({ day }) => day === yesterday,
      );
    expect((await days())[0]).toMatchObject({ isService: false, reportsExpected: 0 });
    const [total] = (await call("GET", "/coverage")).told["total"] as unknown[];
    expect(total).toMatchObject({ serviceDay: 3, closedDays: 1 });

    const removed = await call("DELETE", `/day-notes?id=${String(added.told["id"])}`);
    expect(removed).toEqual({ status: 200, told: { id: added.told["id"] } });
    expect((await days())[0]).toMatchObject({ isService: true });
    expect((await days())[0]).not.toMatchObject({ reportsExpected: 0 });
    expect(await trail()).toEqual(["dayNote.added", "dayNote.removed"]);
    const again = await call("DELETE", `/day-notes?id=${String(added.told["id"])}`);
    expect(again.status).toBe(404);
  });

  it("is written once for an id, and another note does not take it", async () => {
    const id = randomUUID();
    expect((await call("POST", "/day-notes", { ...closing, id })).told).toEqual({
      id,
      replayed: false,
    });
    expect((await call("POST", "/day-notes", { ...closing, id })).told).toEqual({
      id,
      replayed: true,
    });
    const other = await call("POST", "/day-notes", { ...closing, id, note: "Cuti bersama" });
    expect(other).toMatchObject({ status: 409, told: { code: "conflict" } });
    expect(await trail()).toEqual(["dayNote.added"]);
  });

  it("is closed by the health office alone, and a day outside every round by nobody", async () => {
    const camat = await cookieOf(await newPerson("subdistrictHead", areas.homeSelat));
    const own = { ...closing, place: areas.homeSelat };
    expect((await call("POST", "/day-notes", own, camat)).status).toBe(403);
    expect((await call("POST", "/day-notes", { ...own, kind: "weather" }, camat)).status).toBe(200);
    const far = await call("POST", "/day-notes", { ...closing, day: "2021-01-05" });
    expect(far).toMatchObject({ status: 409, told: { code: "roundClosed" } });
    expect((await call("GET", "/day-notes?round=9")).status).toBe(422);
  });
});
