import { describe, expect, test } from "vitest";

import {
  identicalDays,
  negativeDay,
  unusualDay,
  zeroDay,
  type Expectation,
} from "@/lib/monitor/quality/day-rules";

import { selat, series } from "./series";

const kapuas = null;

/** Nothing but the counts tells what is usual. */
const full: Expectation = { peopleOf: () => null, isFullDay: () => true };
const mantangai = { code: "62.03.09", name: "Mantangai" };

describe("a day far above usual", () => {
  test.each([
    { case: "an even week", counts: [13, 18, 23, 15, 17], days: [] },
    { case: "a digit too many", counts: [13, 18, 23, 15, 201], days: ["2026-05-22"] },
    { case: "three times the median", counts: [13, 18, 23, 15, 17, 51], days: [] },
    { case: "one more", counts: [13, 18, 23, 15, 17, 52], days: ["2026-05-23"] },
    { case: "up to 10 it is chance", counts: [1, 1, 2, 10], days: [] },
    { case: "the second day, by those after it", counts: [9, 90, 11, 10, 9], days: ["2026-05-19"] },
    { case: "two days make no usual", counts: [9, 900], days: [] },
    { case: "zero days and days taken back are no usual", counts: [9, 0, -3, 40, 8], days: [] },
  ])("$case", ({ counts, days }) => {
    expect(unusualDay([series(counts)], 3, full).map(({ day }) => day)).toEqual(days);
  });

  test("is a matter of the campaign's setting where days differ much", () => {
    // Median 20, MAD 15.
    const uneven = [series([5, 20, 35, 20, 5, 80])];

    expect(unusualDay(uneven, 2, full).map(({ day }) => day)).toEqual(["2026-05-23"]);
    expect(unusualDay(uneven, 3, full)).toEqual([]);
  });

  test("is sooner told by a setting below 3 where days are even", () => {
    const even = [series([17, 18, 17, 18, 17, 40])];

    expect(unusualDay(even, 2, full)).toMatchObject([
      { rows: [{ values: { residents: 40, median: 17, limit: 34 } }] },
    ]);
    expect(unusualDay(even, 3, full)).toEqual([]);
  });

  test("says the count, the usual and the limit", () => {
    const [finding] = unusualDay([series([13, 18, 23, 15, 201])], 3, full);

    expect(finding?.rows).toMatchObject([
      { kind: "unusual", values: { residents: 201, median: 16.5, limit: 49 } },
    ]);
  });
});

describe("a day far below usual", () => {
  const lowDays = (counts: readonly (number | null)[], what: Partial<typeof full> = {}) =>
    unusualDay([series(counts)], 3, { ...full, ...what }).map(({ day }) => day);

  test.each([
    { case: "a digit too few", counts: [60, 63, 57, 61, 6], days: ["2026-05-22"] },
    { case: "a third of the median", counts: [60, 63, 57, 20], days: [] },
    { case: "one fewer", counts: [60, 63, 57, 19], days: ["2026-05-21"] },
    { case: "days all alike, whose MAD is 0", counts: [60, 60, 60, 19], days: ["2026-05-21"] },
    { case: "days that differ much", counts: [60, 70, 20, 90, 25, 15], days: [] },
    { case: "a median below 30", counts: [29, 29, 29, 1], days: [] },
    { case: "a median of 30", counts: [30, 30, 30, 9], days: ["2026-05-21"] },
    { case: "a day without doses: another rule's", counts: [60, 63, 57, 0, 61], days: [] },
    { case: "a first day, when teams begin", counts: [5, 60, 63, 57, 61], days: [] },
  ])("$case", ({ counts, days }) => {
    expect(lowDays(counts)).toEqual(days);
  });

  test("is none where fewer people remain than a usual day takes", () => {
    expect(lowDays([60, 63, 57, 6], { peopleOf: () => 240 })).toEqual(["2026-05-21"]);
    expect(lowDays([60, 63, 57, 6], { peopleOf: () => 239 })).toEqual([]);
  });

  test("is none on a day that is not over, or of sweeping", () => {
    expect(lowDays([60, 63, 57, 6], { isFullDay: (_, day) => day < "2026-05-21" })).toEqual([]);
  });

  test("says its side, the usual and the limit", () => {
    expect(unusualDay([series([60, 63, 57, 61, 6])], 3, full)).toMatchObject([
      {
        rule: "unusualDay",
        rows: [{ kind: "unusuallyLow", values: { residents: 6, median: 60.5, limit: 21 } }],
      },
    ]);
  });

  test("follows the campaign's setting on both ways", () => {
    const low = [series([60, 63, 57, 61, 25])];

    expect(unusualDay(low, 2, full)).toHaveLength(1);
    expect(unusualDay(low, 3, full)).toEqual([]);
    // Median 60, MAD 10: nine deviations reach below 0.
    expect(unusualDay([series([60, 70, 50, 60, 75, 6])], 9, full)).toEqual([]);
  });
});

describe("a day that takes doses back", () => {
  test("says from what to what the cumulative figure fell", () => {
    expect(negativeDay([series([200, 22, -8])])).toMatchObject([
      {
        rule: "cumulativeFell",
        day: "2026-05-20",
        rows: [{ values: { before: 222, after: 214, residents: -8 } }],
      },
    ]);
  });

  test("is no finding where doses only rise", () => {
    expect(negativeDay([series([3, 0, 5])])).toEqual([]);
  });
});

describe("identical days", () => {
  const opv = { intervention: "OPV", targetGroup: "12-59-bulan" };

  test.each([
    { case: "two days alike", mr: [20, 20], opv: [5, 5], found: [{ days: 2, doses: 25 }] },
    {
      case: "three days alike are one finding",
      mr: [20, 20, 20],
      opv: [5, 5, 5],
      found: [{ days: 3 }],
    },
    { case: "one column differs", mr: [20, 20], opv: [5, 6], found: [] },
    { case: "a day without a report between", mr: [20, null, 20], opv: [5, null, 5], found: [] },
    { case: "all zero", mr: [0, 0], opv: [0, 0], found: [] },
    { case: "few enough to be chance", mr: [9, 9], opv: [10, 10], found: [] },
    { case: "20 doses are not", mr: [10, 10], opv: [10, 10], found: [{ doses: 20 }] },
    { case: "a column that was not counted", mr: [25, 25], opv: [null, 0], found: [] },
    {
      case: "people from outside differ",
      mr: [20, 20],
      opv: [5, 5],
      nonResidents: [3, 4],
      found: [],
    },
    {
      case: "people from outside are alike too",
      mr: [9, 9],
      opv: [9, 9],
      nonResidents: [3, 3],
      found: [{ doses: 21 }],
    },
  ])("$case", ({ mr, opv: counts, nonResidents = [], found }) => {
    const days = series(mr).days.map((each, index) => ({
      ...each,
      nonResidents: nonResidents[index] ?? 0,
    }));
    const findings = identicalDays([series(mr, { days }), series(counts, opv)]);

    expect(findings.map(({ rows }) => rows[0]?.values)).toMatchObject(found);
    expect(findings).toHaveLength(found.length);
  });

  test("are named by their first day and put right on their last", () => {
    expect(identicalDays([series([5, 30, 30])])).toMatchObject([
      { subject: `${selat.code}/2026-05-19`, day: "2026-05-20", remedy: { day: "2026-05-20" } },
    ]);
  });
});

describe("a day of zeros", () => {
  const day = "2026-05-27";

  test.each([
    { case: "doses were given", days: [{ place: kapuas, reports: 200, doses: 4 }], found: [] },
    {
      case: "every report of the kabupaten is nihil, its kecamatan not told again",
      days: [
        { place: kapuas, reports: 90, doses: 0 },
        { place: mantangai, reports: 30, doses: 0 },
      ],
      found: [{ place: null, resolver: "healthOffice", rows: [{ kind: "zeroReports" }] }],
    },
    {
      case: "every report of one kecamatan is nihil",
      days: [
        { place: kapuas, reports: 90, doses: 12 },
        { place: mantangai, reports: 3, doses: 0 },
      ],
      found: [{ place: mantangai, resolver: "subdistrict", rows: [{ values: { reports: 3 } }] }],
    },
    { case: "two reports are few", days: [{ place: mantangai, reports: 2, doses: 0 }], found: [] },
    {
      case: "a kecamatan without reports is completeness's to tell",
      days: [{ place: mantangai, reports: 0, doses: 0 }],
      found: [],
    },
  ])("$case", ({ days, found }) => {
    const findings = zeroDay(days.map((each) => ({ ...each, day })));

    expect(findings).toMatchObject(found);
    expect(findings).toHaveLength(found.length);
  });

  test("without any report runs over days as one finding", () => {
    const silent = ["2026-05-29", "2026-05-27", "2026-05-28", "2026-06-02"].map((each) => ({
      place: kapuas,
      day: each,
      reports: 0,
      doses: 0,
    }));

    expect(zeroDay(silent).map(({ rows }) => rows[0])).toEqual([
      { kind: "noReports", values: { days: 3, from: "2026-05-27", to: "2026-05-29" } },
      { kind: "noReports", values: { days: 1, from: "2026-06-02", to: "2026-06-02" } },
    ]);
  });
});
