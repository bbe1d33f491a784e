import { describe, expect, it } from "vitest";

import type { Indicator, IndicatorValue } from "@/lib/indicator/indicator";
import { entryRowsOf } from "@/lib/indicator/entry-form";
import { indicatorCsv, indicatorFileName } from "@/lib/indicator/csv";
import {
  comparisons,
  defaultPeriod,
  indicatorRows,
  periodChoices,
  sparkOf,
  sparkPeriods,
} from "@/lib/indicator/matrix";
import { indicatorParams, indicatorQuery } from "@/lib/indicator/params";
import { periodKey, readPeriod, type IndicatorPeriod } from "@/lib/indicator/period";
import { numberOf } from "@/lib/indicator/quantity";
import { countVerdicts, filledOf, ranksOf, worseOf, worstFirst } from "@/lib/indicator/summary";

const period = (key: string): IndicatorPeriod => {
  const found = readPeriod(key);
  if (!found) throw new Error(key);
  return found;
};
const [before, now] = [period("2023-S2"), period("2024-S1")];
const units = [
  { code: "a", name: "Bugang" },
  { code: "b", name: "Mawan" },
];

const indicator = (code: string, over: Partial<Indicator> = {}): Indicator => ({
  id: code,
  code,
  name: code.toLowerCase(),
  measure: "count",
  direction: "down",
  period: "half",
  counted: null,
  office: null,
  baseline: before,
  goals: [],
  position: 1,
  version: 1,
  ...over,
});
const value = (
  of: string,
  unit: string,
  at: IndicatorPeriod,
  number: number | null,
): IndicatorValue => ({
  id: `${of} ${unit} ${periodKey(at)}`,
  indicator: of,
  unit,
  period: at,
  value: number,
  numerator: null,
  denominator: null,
  source: null,
  version: 1,
});

const deaths = indicator("IBU");
const marriage = indicator("KAWIN", {
  office: { code: "dp3a", name: "DP3A" },
  goals: [
    { period: now, unit: null, value: 3 },
    { period: now, unit: "a", value: 1 },
  ],
});
const school = indicator("SEKOLAH", { direction: "up" });
const values = [
  ...[value("IBU", "a", before, 1), value("IBU", "a", now, 0)],
  ...[value("IBU", "b", before, 0), value("IBU", "b", now, 0)],
  ...[value("KAWIN", "a", before, 1), value("KAWIN", "a", now, 3)],
  ...[value("KAWIN", "b", before, 1), value("KAWIN", "b", now, 1)],
  value("SEKOLAH", "a", before, 5),
];
const all = [deaths, marriage, school];
const rows = indicatorRows(
  all,
  { units, page: units, values, history: values },
  { shown: now, comparison: "baseline" },
);

describe("the matrix of indicators", () => {
  it("says of a fall in deaths that it is better, and of 0 that it is 0", () => {
    const [row] = rows;
    expect(row?.whole).toMatchObject({ move: "down", verdict: "better", compared: 2 });
    expect(row?.cells.map((cell) => [cell.after?.value, cell.move, cell.verdict])).toEqual([
      [0, "down", "better"],
      [0, "same", "same"],
    ]);
  });

  it("has the last value where the shown period has none, and compares nothing with it", () => {
    const cell = rows[2]?.cells[0];
    expect(cell).toMatchObject({ after: null, verdict: null, overdue: { value: 5 } });
    expect(rows[2]?.cells[1]).toMatchObject({ after: null, overdue: null });
    expect(rows[2]?.whole).toMatchObject({ filled: 0, verdict: null });
  });

  it("holds goals of the period against all units and against one", () => {
    expect(rows[1]?.wholeGoal).toEqual({ value: 3, isMet: false });
    expect(rows[1]?.cells[0]?.goal).toEqual({ value: 1, isMet: false });
    expect(rows[1]?.cells[1]?.goal).toBeNull();
  });

  it("draws the periods up to the shown one, with the baseline before them where it is older", () => {
    const series = rows[1]?.cells[0]?.series ?? [];
    expect(series).toHaveLength(sparkPeriods);
    expect(series.map(({ quantity }) => quantity && numberOf(quantity)).slice(-2)).toEqual([1, 3]);
    expect(series.findIndex(({ isBaseline }) => isBaseline)).toBe(4);
    const old = sparkOf({ baseline: period("2019-S1") }, now);
    expect(old.map(periodKey)).toEqual([
      ...["2019-S1", "2021-S2", "2022-S1", "2022-S2", "2023-S1", "2023-S2", "2024-S1"],
    ]);
  });

  it("compares with the period before when it is asked, and the baseline with nothing", () => {
    const later = indicatorRows(
      all,
      { units, page: [], values, history: [] },
      { shown: period("2024-S2"), comparison: "previous" },
    );
    expect(later.map(({ against }) => against && periodKey(against))).toEqual([
      "2024-S1",
      "2024-S1",
      "2024-S1",
    ]);
    const first = indicatorRows(
      all,
      { units, page: [], values, history: [] },
      { shown: before, comparison: "baseline" },
    );
    expect(first.map(({ against }) => against)).toEqual([null, null, null]);
  });

  it("is summed up: how many went which way, where most became worse, the worst first", () => {
    const counts = { better: 1, worse: 1, same: 0, changed: 0, mixed: 0, open: 1 };
    expect(countVerdicts(rows)).toEqual(counts);
    expect(worstFirst(rows).map((row) => row.indicator.code)).toEqual(["KAWIN", "SEKOLAH", "IBU"]);
    expect(worseOf(rows).map(({ code }) => code)).toEqual(["KAWIN"]);
    expect(filledOf(rows)).toEqual({ filled: 4, of: 6 });
    expect(ranksOf(rows, units, values)).toEqual([
      { unit: units[0], better: 1, worse: 1, of: 3 },
      { unit: units[1], better: 0, worse: 0, of: 3 },
    ]);
  });

  it("is a file that names each indicator and unit, the empty ones too", () => {
    const file = indicatorCsv(rows, {
      column: (name) => name,
      measure: (measure) => measure,
      direction: (direction) => direction,
      verdict: (verdict) => verdict,
      sample: "DATA CONTOH",
    });
    expect(file).toHaveLength(2 + 6);
    expect(file[0]).toEqual(["DATA CONTOH"]);
    expect(file[2]?.slice(0, 9)).toEqual([
      "IBU",
      "ibu",
      null,
      "count",
      "down",
      "a",
      "Bugang",
      "2024-S1",
      0,
    ]);
    expect(file[7]?.[8]).toBeNull();
    expect(indicatorFileName("kb", "2024-S1", "2024-07-16")).toBe(
      "indikator-kb-2024-S1-2024-07-16.csv",
    );
  });
});

describe("what an address asks of it", () => {
  const days = { since: "2024-01-01", until: "2024-07-16", today: "2024-07-16" };

  it("is a period from the baseline on, the newest that is over when it says none", () => {
    const choices = periodChoices(all, days);
    expect(choices.map(periodKey)).toEqual(["2024-S2", "2024-S1", "2023-S2"]);
    expect(defaultPeriod(choices, days.today)).toEqual(now);
    expect(periodChoices([], days)).toEqual([]);
    const params = indicatorParams({}, all, days);
    expect(params).toMatchObject({ shown: now, comparison: comparisons[0], office: null, page: 1 });
  });

  it("is read, and what it does not know is as if it were not there", () => {
    const query = { periode: "2023-S2", banding: "lalu", opd: "dp3a", desa: "a", hal: "2" };
    const params = indicatorParams(query, all, days);
    expect(indicatorQuery(params)).toEqual(query);
    const odd = indicatorParams({ periode: "1999", banding: "x", opd: "y", hal: "-1" }, all, days);
    expect(odd).toMatchObject({ shown: now, comparison: "baseline", office: null, page: 1 });
  });
});

it("asks in the form for what is one's own alone", () => {
  const form = entryRowsOf(all, units, {
    period: now,
    standing: values,
    earlier: values,
    isOwn: ({ code }, unit) => code === "KAWIN" && unit === "a",
  });
  expect(form.map(({ indicator: { code } }) => code)).toEqual(["KAWIN"]);
  expect(form[0]?.cells.map(({ isOwn }) => isOwn)).toEqual([true, false]);
});
