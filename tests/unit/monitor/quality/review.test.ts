import { describe, expect, test } from "vitest";

import { aboveTarget } from "@/lib/monitor/quality/coverage-rules";
import { identicalDays, unusualDay } from "@/lib/monitor/quality/day-rules";
import { rules, type Finding } from "@/lib/monitor/quality/finding";
import {
  filtered,
  qualityQuery,
  readQualityParams,
  ruleWords,
  type QualityParams,
} from "@/lib/monitor/quality/params";
import {
  countByRule,
  reviewedFacts,
  reviewed,
  type FindingNote,
} from "@/lib/monitor/quality/server/review";

import { selat, series } from "./series";

const above = (doses: number) => aboveTarget([series([doses])], () => 100);

function noteOn(finding: Finding | undefined): FindingNote {
  return {
    rule: finding?.rule ?? "",
    subject: finding?.subject ?? "",
    facts: finding ? reviewedFacts(finding) : "",
    note: "Sasaran belum dimutakhirkan.",
    notedBy: "Dinas Kesehatan",
    notedAt: new Date("2026-06-04T03:00:00Z"),
  };
}

describe("an explained finding", () => {
  test("stays explained while its facts are the same", () => {
    const note = noteOn(above(110)[0]);

    expect(reviewed(above(110), [note])).toMatchObject([{ isExplained: true, note }]);
  });

  test("is open again with other facts, and still says what was said", () => {
    const note = noteOn(above(110)[0]);

    expect(reviewed(above(111), [note])).toMatchObject([{ isExplained: false, note }]);
  });

  test("is gone with its fault, note or not", () => {
    expect(reviewed(above(99), [noteOn(above(110)[0])])).toEqual([]);
  });
});

test("the gravest come first, then the latest", () => {
  const all = [
    ...identicalDays([series([30, 30])]),
    ...above(200),
    ...unusualDay([series([9, 10, 11, 90, 9, 10, 95])], 3, {
      peopleOf: () => null,
      isFullDay: () => true,
    }),
  ];

  expect(reviewed(all, []).map(({ rule, day }) => [rule, day])).toEqual([
    ["unusualDay", "2026-05-24"],
    ["unusualDay", "2026-05-21"],
    ["aboveTarget", null],
    ["identicalDays", "2026-05-19"],
  ]);
});

test("every rule is counted, open and explained apart", () => {
  const findings = reviewed(
    [...above(110), ...identicalDays([series([30, 30])])],
    [noteOn(above(110)[0])],
  );

  expect(countByRule(findings)).toHaveLength(rules.length);
  expect(countByRule(findings)).toContainEqual({ rule: "aboveTarget", open: 0, explained: 1 });
  expect(countByRule(findings)).toContainEqual({ rule: "identicalDays", open: 1, explained: 0 });
});

describe("the address", () => {
  const subdistricts = [{ code: "62.03.01" }];
  const usual: QualityParams = {
    rule: null,
    subdistrict: null,
    resolver: null,
    state: "open",
    isShowingAll: false,
  };

  test("shows what is open when it says nothing", () => {
    expect(readQualityParams({}, subdistricts)).toEqual(usual);
  });

  test.each([
    { aturan: "tidak-ada", kecamatan: "62.04.01", penanggung: "bupati", keadaan: "x" },
    { aturan: ["", "sasaran"], kecamatan: [] },
  ])("filters nothing with values that mean nothing: %o", (address) => {
    expect(readQualityParams(address, subdistricts)).toEqual(usual);
  });

  test("says every filter and reads it back", () => {
    const params: QualityParams = {
      rule: "aboveTarget",
      subdistrict: "62.03.01",
      resolver: "healthOffice",
      state: "explained",
      isShowingAll: true,
    };
    const address = qualityQuery("bian", params);

    expect(address).toEqual({
      kampanye: "bian",
      aturan: "di-atas-100",
      kecamatan: "62.03.01",
      penanggung: "dinkes",
      keadaan: "dijelaskan",
      tampil: "semua",
    });
    expect(readQualityParams(address, subdistricts)).toEqual(params);
  });

  test("spells each rule in its own way", () => {
    expect(new Set(Object.values(ruleWords)).size).toBe(rules.length);
  });

  test("filters by rule, kecamatan, who should act, and state", () => {
    const findings = reviewed(
      [...above(110), ...identicalDays([series([30, 30])])],
      [noteOn(above(110)[0])],
    );
    const shown = (changes: Partial<QualityParams>) =>
      filtered(findings, { ...usual, ...changes }).map(({ rule }) => rule);

    expect(shown({})).toEqual(["identicalDays"]);
    expect(shown({ state: "explained" })).toEqual(["aboveTarget"]);
    expect(shown({ state: "all" })).toEqual(["aboveTarget", "identicalDays"]);
    expect(shown({ state: "all", resolver: "healthOffice" })).toEqual(["aboveTarget"]);
    expect(shown({ state: "all", rule: "identicalDays" })).toEqual(["identicalDays"]);
    expect(shown({ state: "all", subdistrict: "62.03.09" })).toEqual([]);
    expect(shown({ state: "all", subdistrict: selat.subdistrict?.code ?? "" })).toHaveLength(2);
  });
});
