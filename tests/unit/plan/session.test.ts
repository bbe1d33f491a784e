import { describe, expect, it, test } from "vitest";

import { clashingSessions } from "@/lib/plan/clashes";
import { servedOf } from "@/lib/plan/served";
import { stateOf } from "@/lib/plan/session-state";
import { mondayOf, scheduleDay, weekOf } from "@/lib/plan/week";

describe("where a session stands", () => {
  const today = "2021-10-14";
  test.each([
    ["2021-10-13", null, true, "held"],
    ["2021-10-14", null, true, "reporting"],
    ["2021-10-13", null, false, "waiting"],
    ["2021-10-14", null, false, "waiting"],
    ["2021-10-15", null, false, "planned"],
    ["2021-10-12", "Banjir", false, "calledOff"],
    // Somebody went all the same.
    ["2021-10-12", "Banjir", true, "held"],
  ] as const)("%s, %s, reported %s: %s", (day, calledOff, isReported, state) => {
    expect(stateOf({ day, calledOff }, isReported, today)).toBe(state);
  });
});

it("warns of both sessions of one team on one day", () => {
  const at = (id: string, team: string | null, day: string, calledOff: string | null = null) => ({
    ...{ id, team, day, calledOff },
  });
  const found = clashingSessions([
    at("a", "t1", "2021-10-14"),
    at("b", "t1", "2021-10-14"),
    at("c", "t1", "2021-10-15"),
    at("d", null, "2021-10-14"),
    at("e", null, "2021-10-14"),
    at("f", "t2", "2021-10-14"),
    at("g", "t2", "2021-10-14", "Banjir"),
  ]);
  expect([...found]).toEqual(["a", "b"]);
});

describe("people served", () => {
  const series = [
    { code: "D1", groupsAdd: true },
    { code: "D2", follows: "D1", groupsAdd: true },
    { code: "B", follows: "D2", groupsAdd: true },
  ];
  const count = (intervention: string, targetGroup: string, people: number) => ({
    ...{ intervention, targetGroup, people },
  });

  it("adds the doses of a series, of the session's groups", () => {
    const counts = [count("D1", "umum", 40), count("D2", "umum", 30), count("D1", "lansia", 9)];
    expect(servedOf(counts, [], series)).toBe(79);
    expect(servedOf(counts, ["lansia"], series)).toBe(9);
  });

  it("does not add what is given at one visit, nor groups that overlap", () => {
    const visit = [
      { code: "MR", groupsAdd: true },
      { code: "OPV", groupsAdd: false },
    ];
    const counts = [count("MR", "bayi", 12), count("OPV", "bayi", 15), count("OPV", "balita", 4)];
    expect(servedOf(counts, [], visit)).toBe(15);
    expect(servedOf([], [], visit)).toBe(0);
    expect(servedOf([count("MR", "bayi", -3)], [], visit)).toBe(0);
  });
});

it("a week is Monday to Sunday", () => {
  expect(mondayOf("2021-10-17")).toBe("2021-10-11");
  expect(mondayOf("2021-10-11")).toBe("2021-10-11");
  expect(weekOf("2021-10-14")).toEqual(
    [11, 12, 13, 14, 15, 16, 17].map((day) => `2021-10-${String(day)}`),
  );
});

it("opens on the day that is asked for, else on today within the campaign", () => {
  const campaign = { startsOn: "2021-10-05", endsOn: "2022-04-30" };
  expect(scheduleDay("2021-10-14", "2026-11-30", campaign)).toBe("2021-10-14");
  expect(scheduleDay("2021-02-31", "2026-11-30", campaign)).toBe("2022-04-30");
  expect(scheduleDay(undefined, "2021-01-01", campaign)).toBe("2021-10-05");
  expect(scheduleDay(undefined, "2021-12-01", campaign)).toBe("2021-12-01");
});
