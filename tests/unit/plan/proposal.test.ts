import { describe, expect, it } from "vitest";

import type { Strategy, Team } from "@/lib/plan/plan";
import { proposedSessions, type VisitableUnit } from "@/lib/plan/proposal";
import { weekOf } from "@/lib/plan/week";

const district = "62.03";
const groups = ["umum", "lansia", "komorbid"];
const days = weekOf("2021-10-14");

const strategies: Strategy[] = [
  { id: "a", place: "62.03.01", targetGroups: [], mode: "post" },
  { id: "b", place: district, targetGroups: [], mode: "outreach" },
  { id: "c", place: district, targetGroups: ["lansia", "komorbid"], mode: "outreach" },
].map((each) => ({ ...each, isWithdrawn: false, version: 1 }) as Strategy);

function units(subdistrict: string, count: number): VisitableUnit[] {
  return Array.from({ length: count }, (_, at) => ({
    code: `${subdistrict}.${String(2001 + at)}`,
    district,
    subdistrict,
    sets: [],
    visitedOn: null,
    left: null,
  }));
}

function team(id: string, base: string, peoplePerDay: number): Team {
  return { id, name: id, base, peoplePerDay, isClosed: false, version: 1 };
}

const asked = {
  strategies,
  teams: [team("t1", "62.03.01", 150), team("t2", "62.03.12", 60), team("t3", district, 40)],
  units: [...units("62.03.01", 3), ...units("62.03.12", 9), ...units("62.03.02", 2)],
  standing: [],
  days,
  closed: [],
  targetGroups: groups,
};

describe("the sessions that three strategies lead to", () => {
  const found = proposedSessions(asked);
  const of = (id: string) => found.filter(({ team: by }) => by === id);

  it("has a session a day for each team, none on Sunday", () => {
    expect(found).toHaveLength(18);
    expect(new Set(found.map(({ team: by, day }) => `${String(by)} ${day}`)).size).toBe(18);
    expect(found.some(({ day }) => day === "2021-10-17")).toBe(false);
  });

  it("has a post in every unit of Selat, again as days are left", () => {
    expect(of("t1").map(({ unit }) => unit.slice(-4))).toEqual([
      ...["2001", "2002", "2003"],
      ...["2001", "2002", "2003"],
    ]);
    expect(of("t1").every(({ mode, planned }) => mode === "post" && planned === 150)).toBe(true);
    expect(of("t1")[0]?.targetGroups).toEqual(["umum"]);
  });

  it("goes to another village each day elsewhere", () => {
    expect(new Set(of("t2").map(({ unit }) => unit)).size).toBe(6);
    expect(of("t2").every(({ mode }) => mode === "outreach")).toBe(true);
  });

  it("sends the team of the whole kabupaten to the groups that are named, everywhere", () => {
    expect(of("t3").every(({ targetGroups }) => targetGroups.includes("lansia"))).toBe(true);
    expect(new Set(of("t3").map(({ unit }) => unit)).size).toBe(6);
    expect(
      [...of("t1"), ...of("t2")].some(({ targetGroups }) => targetGroups.includes("lansia")),
    ).toBe(false);
  });

  it("sends it to kecamatan without a team where no group is named", () => {
    const general = proposedSessions({ ...asked, strategies: strategies.slice(0, 2) });
    const ofDistrict = general.filter(({ team: by }) => by === "t3");
    expect(ofDistrict.map(({ unit }) => unit.slice(0, 8))).toEqual(["62.03.02", "62.03.02"]);
  });

  it("never has two sessions of one unit on one day", () => {
    expect(new Set(found.map(({ unit, day }) => `${unit} ${day}`)).size).toBe(found.length);
  });

  it("is the same each time", () => {
    expect(proposedSessions(asked)).toEqual(found);
  });
});

it("goes first where nobody has been for longest, and not where nobody is left", () => {
  const [a, b, c, ...rest] = units("62.03.12", 5) as [
    VisitableUnit,
    VisitableUnit,
    VisitableUnit,
    ...VisitableUnit[],
  ];
  const found = proposedSessions({
    ...asked,
    teams: [team("t2", "62.03.12", 60)],
    units: [
      { ...a, visitedOn: "2021-10-08" },
      { ...b, visitedOn: "2021-10-01" },
      { ...c, left: 0 },
      ...rest.map((unit) => ({ ...unit, left: 12 })),
    ],
    strategies: strategies.slice(0, 2),
  });
  expect(found.map(({ unit }) => unit.slice(-4))).toEqual(["2004", "2005", "2002", "2001"]);
  expect(found.map(({ planned }) => planned)).toEqual([12, 12, 60, 60]);
});

it("leaves days that are closed, and what stands; what was called off is proposed again", () => {
  const [only] = units("62.03.01", 1);
  const found = proposedSessions({
    ...asked,
    teams: [team("t1", "62.03.01", 150)],
    units: only ? [only] : [],
    closed: [
      { place: "62.03", day: "2021-10-12" },
      { place: "62.03.01", day: "2021-10-13" },
    ],
    standing: [
      { unit: "62.03.01.2001", day: "2021-10-14", team: "t1", targetGroups: [], calledOff: null },
      {
        unit: "62.03.01.2001",
        day: "2021-10-15",
        team: "t1",
        targetGroups: [],
        calledOff: "Banjir",
      },
    ],
    strategies: strategies.slice(0, 1),
  });
  expect(found.map(({ day }) => day)).toEqual(["2021-10-11", "2021-10-15", "2021-10-16"]);
});

it("has one session of each unit, spread over the days, where there is no team", () => {
  const found = proposedSessions({
    ...asked,
    teams: [{ ...team("t", district, 9), isClosed: true }],
    strategies: strategies.slice(1, 2),
  });
  expect(found).toHaveLength(14);
  expect(found.every(({ team: by, planned }) => by === null && planned === null)).toBe(true);
  expect(new Set(found.map(({ day }) => day)).size).toBe(6);
});

it("proposes nothing without a strategy", () => {
  expect(proposedSessions({ ...asked, strategies: [] })).toEqual([]);
});
