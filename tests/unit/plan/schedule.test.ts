import { expect, it } from "vitest";

import { toCsv } from "@/lib/base/spreadsheet/csv";
import { sessionsCsv, sessionsFileName } from "@/lib/plan/csv";
import {
  rowsByMode,
  scheduleRows,
  tallyOf,
  unvisitedIn,
  viewOfWord,
  wordOfView,
  type ScheduledSession,
} from "@/lib/plan/schedule";
import { sessionOf, strategyOf, teamOf } from "@/lib/plan/typed";

const today = "2021-10-14";

function session(id: string, change: Partial<ScheduledSession> = {}): ScheduledSession {
  return {
    ...{ id, unit: `62.03.01.${id}`, unitName: `Desa ${id}`, subdistrict: "62.03.01", version: 1 },
    ...{ day: "2021-10-12", mode: "post", targetGroups: [], team: "t1", teamName: "Tim 1" },
    ...{ planned: 150, calledOff: null, state: "held", served: 140, isClashing: false },
    ...change,
  };
}

const team = { base: "62.03.01", peoplePerDay: 150, isClosed: false, version: 1 };
const teams = [
  { ...team, id: "t1", name: "Tim 1" },
  { ...team, id: "t2", name: "Tim 2" },
  { ...team, id: "t3", name: "Tim 3", isClosed: true },
];
const asked = { teams, nameOf: (code: string) => `Kecamatan ${code}`, today };
const sessions = [
  session("1001"),
  session("1002", { day: "2021-10-13", state: "calledOff", served: 0, calledOff: "Banjir" }),
  session("1003", { day: "2021-10-15", state: "planned", served: 0 }),
  session("2001", {
    team: null,
    teamName: null,
    subdistrict: "62.03.12",
    planned: null,
    served: 9,
  }),
];

it("has a row for each team that works, and one for no team; load is of the days before today", () => {
  const rows = scheduleRows("team", sessions, asked);
  expect(rows.map(({ name }) => name)).toEqual(["Tim 1", "Tim 2", null]);
  // What was called off was planned all the same; tomorrow is not over.
  expect(rows[0]?.load).toEqual({ served: 140, planned: 300 });
  expect(rowsByMode(rows).map(({ mode, rows: of }) => [mode, of.length])).toEqual([
    ["post", 2],
    [null, 1],
  ]);
});

it("has a row for each kecamatan, or unit, with a session", () => {
  const names = (view: "subdistrict" | "unit") =>
    scheduleRows(view, sessions, asked).map(({ name, base }) => [name, base]);
  expect(names("subdistrict")).toEqual([
    ["Kecamatan 62.03.01", null],
    ["Kecamatan 62.03.12", null],
  ]);
  expect(names("unit")).toHaveLength(4);
  expect(viewOfWord("desa")).toBe("unit");
  expect(viewOfWord(wordOfView("subdistrict") ?? "")).toBe("subdistrict");
  expect(viewOfWord("x")).toBe("team");
});

it("counts what was held of what was planned", () => {
  expect(tallyOf(sessions)).toEqual({ held: 2, sessions: 4, served: 149, planned: 450 });
});

it("says where nobody is sent, kecamatan without any session first", () => {
  const unit = (code: string, subdistrict: string, visitedOn: string | null = null) => ({
    ...{ code, name: code, subdistrict, visitedOn },
  });
  const found = unvisitedIn(sessions, [
    unit("62.03.01.1001", "62.03.01"),
    unit("62.03.01.1002", "62.03.01"),
    unit("62.03.01.1009", "62.03.01", "2021-10-01"),
    unit("62.03.02.2001", "62.03.02"),
  ]);
  expect(found.map(({ subdistrict, units }) => [subdistrict, units.length])).toEqual([
    ["62.03.02", 1],
    ["62.03.01", 2],
  ]);
  expect(found[1]?.units.map(({ isEver }) => isEver)).toEqual([false, true]);
});

it("is a file with a line for each session, marked where it is invented", () => {
  const rows = sessionsCsv(sessions, {
    column: (name) => name,
    mode: (mode) => mode,
    state: (state) => state,
    group: (code) => code,
    subdistrict: (code) => code,
    sample: "DATA CONTOH",
  });
  expect(rows).toHaveLength(6);
  expect(rows[0]).toEqual(["DATA CONTOH"]);
  expect(rows[3]?.slice(-2)).toEqual(["calledOff", "Banjir"]);
  expect(toCsv(rows)).toContain("2021-10-12;Desa 1001");
  expect(sessionsFileName("covid", "2021-10-11", "ics")).toBe("jadwal-covid-2021-10-11.ics");
});

it("is typed in forms as it is sent", () => {
  const typed = { sent: "s", version: "2", unit: "u", day: "2021-10-14", mode: "post" };
  expect(
    sessionOf({ ...typed, team: "", planned: "1.230", "group-lansia": "on", "group-umum": "" }),
  ).toEqual({
    ...typed,
    ...{ version: 2, team: null, planned: 1230, targetGroups: ["lansia"], calledOff: null },
  });
  expect(sessionOf({ ...typed, isCalledOff: "on", calledOff: "Banjir" })).toMatchObject({
    calledOff: "Banjir",
    planned: null,
  });
  expect(sessionOf({ ...typed, planned: "12,5" }).planned).toBeNaN();
  expect(teamOf({ name: "Tim 1", base: "62.03", peoplePerDay: " 80 " })).toMatchObject({
    peoplePerDay: 80,
    isClosed: false,
  });
  expect(strategyOf({ place: "62.03", mode: "post", isWithdrawn: "on" })).toMatchObject({
    isWithdrawn: true,
    targetGroups: [],
  });
});
