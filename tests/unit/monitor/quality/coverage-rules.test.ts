import { describe, expect, test } from "vitest";

import {
  aboveTarget,
  laterRoundAbove,
  moreThanRemaining,
} from "@/lib/monitor/quality/coverage-rules";

import { goalOf } from "@/tests/support/goals";
import type { Intervention, Round } from "@/lib/campaign/campaign";

import { office, selat, series } from "./series";

const peopleOf = (people: number | null) => () => people;

describe("coverage above 100 %", () => {
  test.each([
    { case: "exactly the target population", counts: [60, 40], people: 100, found: [] },
    {
      case: "one more",
      counts: [60, 41],
      people: 100,
      found: [{ doses: 101, people: 100, round: 1 }],
    },
    { case: "no target population: another rule's", counts: [60], people: null, found: [] },
    { case: "a target population of 0: another rule's", counts: [60], people: 0, found: [] },
    { case: "a correction brought it back", counts: [90, 20, -15], people: 100, found: [] },
  ])("$case", ({ counts, people, found }) => {
    const findings = aboveTarget([series(counts)], peopleOf(people));

    expect(findings.flatMap(({ rows }) => rows.map(({ values }) => values))).toEqual(found);
  });

  // Gunung Mas, Puskesmas Tumbang Miri, BIAN 2022: 1,895 doses for 1,588 children, 119.3 %.
  test("is one finding for a unit, a row for each column, for the health office", () => {
    const findings = aboveTarget(
      [series([1_895]), series([1_700], { intervention: "OPV", targetGroup: "12-59-bulan" })],
      peopleOf(1_588),
    );

    expect(findings).toMatchObject([
      {
        subject: selat.code,
        resolver: "healthOffice",
        remedy: { kind: "targets", subdistrict: "62.03.01" },
        rows: [
          { column: { intervention: "MR", targetGroup: "9-59-bulan" }, values: { doses: 1_895 } },
          { column: { intervention: "OPV", targetGroup: "12-59-bulan" }, values: { doses: 1_700 } },
        ],
      },
    ]);
  });
});

describe("more than remaining", () => {
  test.each([
    { case: "within the target population", counts: [60, 40], found: [] },
    {
      case: "the day that passes it, and no later one",
      counts: [60, 39, 5, 8],
      found: [{ day: "2026-05-20", residents: 5, remaining: 1 }],
    },
    {
      case: "the very first day",
      counts: [131],
      found: [{ day: "2026-05-18", residents: 131, remaining: 100 }],
    },
    { case: "all that remain", counts: [100], found: [] },
    {
      case: "a second time after doses were taken back",
      counts: [60, 50, -15, 20, 4],
      found: [
        { day: "2026-05-19", residents: 50, remaining: 40 },
        { day: "2026-05-21", residents: 20, remaining: 5 },
      ],
    },
    {
      case: "not again while too few were taken back",
      counts: [60, 50, -5, 20],
      found: [{ day: "2026-05-19", residents: 50, remaining: 40 }],
    },
  ])("$case", ({ counts, found }) => {
    const findings = moreThanRemaining([series(counts)], peopleOf(100));

    expect(findings.map(({ day, rows }) => ({ day, ...rows[0]?.values }))).toEqual(found);
  });

  test("is put right in the report of that day by who sent it", () => {
    expect(moreThanRemaining([series([101])], peopleOf(100))).toMatchObject([
      {
        subject: `${selat.code}/2026-05-18`,
        resolver: "subdistrict",
        remedy: { kind: "report", unit: selat.code, day: "2026-05-18" },
      },
    ]);
  });

  test("is the health office's where the unit is in no one kecamatan", () => {
    expect(moreThanRemaining([series([101], { unit: office })], peopleOf(100))).toMatchObject([
      { resolver: "healthOffice", subdistrict: null },
    ]);
  });
});

const wording = { nouns: ["person"], acts: ["vaccinated"], gives: ["dose"] };

function dose(code: string, follows: string | null, targetGroups = ["9-59-bulan"]): Intervention {
  const words = { name: code, shortName: code, act: null, gives: null, groupsAdd: true, wording };
  return { code, follows, targetGroups, goals: goalOf("0.7"), ...words };
}

function roundOf(number: number, units: string[] | null = null): Round {
  const [startsOn, endsOn] = [`2026-0${String(number)}-01`, `2026-0${String(number)}-10`];
  const dates = { startsOn, endsOn, plannedStartsOn: startsOn, plannedEndsOn: endsOn };
  return { number, ...dates, sweepingEndsOn: null, units };
}

const twoRounds = { rounds: [roundOf(1), roundOf(2)], interventions: [dose("MR", null)] };

describe("a later round above the one before", () => {
  test.each([
    { case: "fewer", first: [50, 40], later: [80], found: [] },
    { case: "as many", first: [50, 40], later: [90], found: [] },
    { case: "one more", first: [50, 40], later: [91], found: [{ later: 91, first: 90, round: 2 }] },
    { case: "none in the first", first: [], later: [9], found: [{ later: 9, first: 0, round: 2 }] },
  ])("$case", ({ first, later, found }) => {
    const findings = laterRoundAbove([series(first), series(later, { round: 2 })], twoRounds);

    expect(findings.flatMap(({ rows }) => rows.map(({ values }) => values))).toEqual(found);
  });

  test("compares a column with itself alone", () => {
    const other = series([500], { targetGroup: "5-7-tahun" });
    const all = [other, series([10]), series([11], { round: 2 })];

    expect(laterRoundAbove(all, twoRounds)).toHaveLength(1);
  });

  test("passes over a round that was not held in the unit", () => {
    const all = [series([90]), series([85], { round: 3 })];
    const campaign = {
      ...twoRounds,
      rounds: [roundOf(1), roundOf(2, ["62.03.09.2001"]), roundOf(3)],
    };

    expect(laterRoundAbove(all, campaign)).toEqual([]);
    expect(
      laterRoundAbove(all, { ...campaign, rounds: [1, 2, 3].map((each) => roundOf(each)) }),
    ).toHaveLength(1);
  });
});

describe("a later dose above the one that it follows", () => {
  const campaign = {
    rounds: [roundOf(1), roundOf(2)],
    interventions: [dose("D1", null), dose("D2", "D1"), dose("MR", null)],
  };
  const d1 = (counts: number[], round = 1) => series(counts, { intervention: "D1", round });
  const d2 = (counts: number[], round = 1) => series(counts, { intervention: "D2", round });

  test.each([
    { case: "fewer", all: [d1([50, 40]), d2([80])], found: [] },
    {
      case: "one more",
      all: [d1([50, 40]), d2([91])],
      found: [{ later: 91, first: 90, before: "D1" }],
    },
    { case: "no first dose", all: [d2([9])], found: [{ later: 9, first: 0, before: "D1" }] },
    {
      case: "dose 1 in round 1, dose 2 in round 2: all rounds together",
      all: [d1([90]), d2([80], 2)],
      found: [],
    },
    {
      case: "told once, whatever the rounds",
      all: [d1([10]), d2([6]), d2([6], 2)],
      found: [{ later: 12, first: 10, before: "D1" }],
    },
    { case: "what follows nothing", all: [series([500]), d1([1])], found: [] },
  ])("$case", ({ all, found }) => {
    const rows = laterRoundAbove(all, campaign).flatMap((finding) => finding.rows);

    expect(rows.filter(({ kind }) => kind === "laterDose").map(({ values }) => values)).toEqual(
      found,
    );
  });

  test("a group that the first dose is not given to is compared with nothing", () => {
    const elderly = series([9], { intervention: "D2", targetGroup: "lansia" });

    expect(laterRoundAbove([elderly], campaign)).toEqual([]);
  });
});
