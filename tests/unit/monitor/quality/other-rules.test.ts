import { describe, expect, test } from "vitest";

import { goalOf } from "@/tests/support/goals";
import { childrenCounted } from "@/tests/support/wording";

import type { Figure } from "@/lib/campaign/figure";
import { digitPreference } from "@/lib/monitor/quality/digit-rules";
import { importFindings, type ImportRejection } from "@/lib/monitor/quality/import-rules";
import { targetFindings, type ComparedTarget } from "@/lib/monitor/quality/target-rules";
import { statedTotalFindings, type StatedTotal } from "@/lib/monitor/quality/total-rules";

import { selat } from "./series";

const cell = (what: Partial<ComparedTarget> = {}): ComparedTarget => ({
  intervention: "MR",
  targetGroup: "9-59-bulan",
  people: 100,
  before: null,
  ...what,
});

function figure(code: string, targetGroups: readonly string[]): Figure {
  const named = { code, name: code, shortName: code, goals: goalOf("0.95") };
  return { ...childrenCounted.intervention, ...named, key: code, targetGroup: null, targetGroups };
}

/** Interventions whose groups add. */
const added = ["MR", "OPV"].map((code) => figure(code, ["9-59-bulan", "5-7-tahun"]));

describe("an odd target population", () => {
  test.each([
    { case: "loaded and steady", cells: [cell({ before: 100 })], inhabitants: 2_000, found: [] },
    { case: "missing", cells: [cell({ people: null })], inhabitants: null, found: ["missing"] },
    { case: "zero", cells: [cell({ people: 0 })], inhabitants: null, found: ["zero"] },
    {
      case: "20 % more",
      cells: [cell({ people: 120, before: 100 })],
      inhabitants: null,
      found: [],
    },
    {
      case: "21 % more",
      cells: [cell({ people: 121, before: 100 })],
      inhabitants: null,
      found: ["changed"],
    },
    {
      case: "21 % fewer",
      cells: [cell({ people: 79, before: 100 })],
      inhabitants: null,
      found: ["changed"],
    },
    {
      case: "from none to some",
      cells: [cell({ people: 3, before: 0 })],
      inhabitants: null,
      found: ["changed"],
    },
    {
      case: "35 % of the inhabitants",
      cells: [cell({ people: 350 })],
      inhabitants: 1_000,
      found: [],
    },
    {
      case: "351 of 1,000 inhabitants",
      cells: [cell({ people: 351 })],
      inhabitants: 1_000,
      found: ["share"],
    },
    {
      case: "groups of one intervention are added up",
      cells: [cell({ people: 200 }), cell({ people: 200, targetGroup: "5-7-tahun" })],
      inhabitants: 1_000,
      found: ["share"],
    },
    {
      case: "interventions are given to the same people",
      cells: [cell({ people: 200 }), cell({ people: 200, intervention: "OPV" })],
      inhabitants: 1_000,
      found: [],
    },
    { case: "nobody lives there", cells: [cell()], inhabitants: 0, found: ["share"] },
    {
      case: "several faults are several findings",
      cells: [cell({ people: null }), cell({ people: 0, targetGroup: "5-7-tahun" })],
      inhabitants: 10,
      found: ["missing", "zero"],
    },
  ])("$case", ({ cells, inhabitants, found }) => {
    const findings = targetFindings([{ unit: selat, inhabitants, cells }], 0.35, added);

    expect(findings.map(({ subject }) => subject)).toEqual(
      found.map((fault) => `${selat.code}/${fault}`),
    );
  });
});

test("many units of a kecamatan without a target population are one finding, counted column by column", () => {
  const units = Array.from({ length: 5 }, (_, index) => ({
    unit: { ...selat, code: `62.03.01.100${String(index)}` },
    inhabitants: 1_000,
    cells: [
      cell({ people: index === 0 ? 100 : null }),
      cell({ people: index < 3 ? 100 : null, targetGroup: "5-7-tahun" }),
    ],
  }));
  const kecamatan = selat.subdistrict;
  expect(targetFindings(units, 0.35, added)).toMatchObject([
    {
      subject: `${kecamatan?.code ?? ""}/missing`,
      place: kecamatan,
      resolver: "healthOffice",
      rows: [
        { kind: "targetMissingIn", values: { units: 4, all: 5 } },
        { kind: "targetMissingIn", values: { units: 2, all: 5 } },
      ],
      remedy: { kind: "targets", subdistrict: kecamatan?.code, unit: null },
    },
  ]);
  // A few are named, and so are those that lie in no kecamatan.
  const named = units.slice(1).map(({ unit }) => `${unit.code}/missing`);
  const subjects = (of: typeof units) =>
    targetFindings(of, 0.35, added).map(({ subject }) => subject);
  expect(subjects(units.slice(0, 4))).toEqual(named.slice(0, 3));
  expect(
    subjects(units.map((each) => ({ ...each, unit: { ...each.unit, subdistrict: null } }))),
  ).toEqual(named);
});

test("groups that do not add are no people together, and families no share of the people", () => {
  const cells = [
    cell({ people: 200 }),
    cell({ people: 200, targetGroup: "5-7-tahun" }),
    cell({ people: 900, targetGroup: "keluarga" }),
  ];
  const apart = ["9-59-bulan", "5-7-tahun", "keluarga"].map((group) => ({
    ...figure("MR", [group]),
    targetGroup: group,
    wording: { nouns: [group === "keluarga" ? "family" : "child"], acts: [], gives: [] },
  }));
  const found = (share: number) =>
    targetFindings([{ unit: selat, inhabitants: 1_000, cells }], share, apart);
  expect(found(0.35)).toEqual([]);
  expect(found(0.15)[0]?.rows).toMatchObject([
    { column: { targetGroup: "9-59-bulan" }, values: { people: 200 } },
  ]);
});

describe("parts that do not add up", () => {
  const total = (doses: number, parts: readonly number[]): StatedTotal => ({
    id: "a",
    place: null,
    intervention: "dosis-1",
    day: "2022-04-05",
    isCumulative: true,
    doses,
    source: "baritoinfo.com",
    parts: parts.map((each, index) => ({ targetGroup: `kelompok-${index}`, doses: each })),
  });

  // Kapuas, 5 April 2022, dose 1: a headline of 298,376, and groups that add up to 299,373.
  // https://www.baritoinfo.com/vaksinasi-covid-19-di-kapuas-capai-9302-persen/
  test("Kapuas, 5 April 2022: 997 more than the headline", () => {
    const [finding] = statedTotalFindings([total(298_376, [149_000, 100_373, 50_000])]);

    expect(finding?.rows[0]).toMatchObject({
      values: { stated: 298_376, sum: 299_373, difference: 997, source: "baritoinfo.com" },
    });
    expect(finding?.rows).toHaveLength(4);
  });

  // Kubu Raya, 13 September 2021: doses 89,221 + 46,291 + 1,235 used, as announced.
  test("Kubu Raya, 13 September 2021, adds up", () => {
    expect(statedTotalFindings([total(136_747, [89_221, 46_291, 1_235])])).toEqual([]);
  });
});

describe("too many counts that end in 0 and 5", () => {
  test.each([
    { case: "a fifth is natural", counts: 500, fives: 100, found: false },
    { case: "a quarter of 500: p about 0.003", counts: 500, fives: 125, found: false },
    { case: "27 % of 500: under one in a thousand", counts: 500, fives: 135, found: true },
    { case: "half of 100", counts: 100, fives: 50, found: true },
    { case: "all of 99 say nothing yet", counts: 99, fives: 99, found: false },
    {
      case: "24 % of 10,000: certain, and yet not rough",
      counts: 10_000,
      fives: 2_400,
      found: false,
    },
    { case: "no counts", counts: 0, fives: 0, found: false },
  ])("$case", ({ counts, fives, found }) => {
    const reporter = { code: "id", name: "Camat Selat" };
    const findings = digitPreference([{ reporter, subdistrict: selat.subdistrict, counts, fives }]);

    expect(findings.map(({ place }) => place?.name)).toEqual(found ? ["Camat Selat"] : []);
  });
});

describe("rejected lines of an import", () => {
  const rejection: ImportRejection = {
    id: "r",
    kind: "noSuchDay",
    fileName: "rekap.xlsx",
    line: 31,
    dayText: "31 Juni 2021",
    unit: selat,
    day: null,
    fall: null,
  };

  // Anambas, 2021: a batch that expires on "31 June".
  test("a date that does not exist, as the file wrote it", () => {
    expect(importFindings([rejection])).toMatchObject([
      {
        rule: "noSuchDay",
        resolver: "subdistrict",
        rows: [{ values: { file: "rekap.xlsx", line: 31, dayText: "31 Juni 2021" } }],
      },
    ]);
  });

  // Nationally, public officers, dose 1: 28,166,275 on 10 November 2021 and 23,997,438 on 3 December.
  test("a cumulative figure that falls, with both numbers", () => {
    const fall = {
      intervention: "dosis-1",
      targetGroup: "petugas-publik",
      before: 28_166_275,
      value: 23_997_438,
    };

    expect(
      importFindings([{ ...rejection, kind: "cumulativeFell", day: "2021-12-03", fall }]),
    ).toMatchObject([
      {
        rule: "cumulativeFell",
        day: "2021-12-03",
        rows: [{ values: { before: 28_166_275, after: 23_997_438 } }],
      },
    ]);
  });

  test("a line that names no known unit is the health office's", () => {
    expect(importFindings([{ ...rejection, unit: null }])).toMatchObject([
      { place: null, resolver: "healthOffice" },
    ]);
  });
});
