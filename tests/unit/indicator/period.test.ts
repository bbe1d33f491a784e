import { describe, expect, it } from "vitest";

import {
  comparePeriods,
  endOf,
  lastWithin,
  periodBefore,
  periodFrom,
  periodKey,
  periodOn,
  readPeriod,
  startOf,
} from "@/lib/indicator/period";

const read = (text: string) => {
  const period = readPeriod(text);
  return period && periodKey(period);
};

describe("a period", () => {
  it("begins and ends with its months", () => {
    const days = (["month", "quarter", "half", "year"] as const).map((kind) => {
      const period = periodOn(kind, "2024-02-29");
      return [periodKey(period), startOf(period), endOf(period)];
    });
    expect(days).toEqual([
      ["2024-02", "2024-02-01", "2024-02-29"],
      ["2024-T1", "2024-01-01", "2024-03-31"],
      ["2024-S1", "2024-01-01", "2024-06-30"],
      ["2024", "2024-01-01", "2024-12-31"],
    ]);
    expect(endOf(periodOn("half", "2023-12-31"))).toBe("2023-12-31");
    expect(periodFrom("half", "2024-07-01")).toEqual({ kind: "half", year: 2024, number: 2 });
  });

  it("has one before it, across years", () => {
    const before = (text: string, count?: number) => {
      const period = readPeriod(text);
      return period && periodKey(periodBefore(period, count));
    };
    expect([before("2024-S1"), before("2024-T1"), before("2024-01"), before("2024")]).toEqual([
      "2023-S2",
      "2023-T4",
      "2023-12",
      "2023",
    ]);
    expect(before("2024-S1", 5)).toBe("2021-S2");
  });

  it("of another kind is the last one that is over with it", () => {
    const half = periodOn("half", "2024-03-01");
    expect(periodKey(lastWithin("year", half))).toBe("2023");
    expect(periodKey(lastWithin("year", periodOn("half", "2024-09-01")))).toBe("2024");
    expect(periodKey(lastWithin("month", half))).toBe("2024-06");
    expect(periodKey(lastWithin("half", half))).toBe("2024-S1");
  });

  it("is read as people write it, and as nothing else", () => {
    expect(
      ["2024-S1", "Semester 1 2024", "semester II 2023", "S2/2023", "2024 Semester 1"].map(read),
    ).toEqual(["2024-S1", "2024-S1", "2023-S2", "2023-S2", "2024-S1"]);
    expect(["Triwulan 3 2024", "TW III 2024", "Q4 2024", "2024-T3"].map(read)).toEqual([
      "2024-T3",
      "2024-T3",
      "2024-T4",
      "2024-T3",
    ]);
    expect(["Juli 2024", "2024-07", "07/2024", "Agustus 2024", "2024"].map(read)).toEqual([
      "2024-07",
      "2024-07",
      "2024-07",
      "2024-08",
      "2024",
    ]);
    expect(
      ["2024-S3", "2024-13", "Semester 2024", "besok", "", "7 2024", "S0 2024"].map(read),
    ).toEqual([null, null, null, null, null, null, null]);
  });

  it("is put in the order of time", () => {
    const periods = ["2024-S1", "2022-S2", "2023-S1"].flatMap((text) => readPeriod(text) ?? []);
    expect(periods.toSorted(comparePeriods).map(periodKey)).toEqual([
      "2022-S2",
      "2023-S1",
      "2024-S1",
    ]);
  });
});
