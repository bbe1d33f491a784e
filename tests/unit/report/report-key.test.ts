import { describe, expect, it } from "vitest";

import {
  readReportKey,
  readUnitDayKey,
  reportKeyOf,
  unitDayKeyOf,
  unitRoundKeyOf,
} from "@/lib/report/report-key";

const report = { slug: "bian-kapuas-2026", day: "2026-06-04", unit: "62.03.01.1007" };

describe("the key of a report", () => {
  it("has the text that devices keep, and names the report again", () => {
    expect(reportKeyOf(report)).toBe("bian-kapuas-2026:2026-06-04:62.03.01.1007");
    expect(readReportKey(reportKeyOf(report))).toEqual(report);
  });

  it("has the text that addresses and answered findings have, within a campaign", () => {
    expect(unitDayKeyOf(report)).toBe("62.03.01.1007/2026-06-04");
    expect(readUnitDayKey(unitDayKeyOf(report))).toEqual({ unit: report.unit, day: report.day });
  });

  it.each([
    ["", { unit: "", day: "" }],
    ["2026-06-04", { unit: "", day: "2026-06-04" }],
    ["a/b/2026-06-04", { unit: "a/b", day: "2026-06-04" }],
  ])("is read of any text of an address: %j", (text, named) => {
    expect(readUnitDayKey(text)).toEqual(named);
  });

  it("tells the rounds of a unit apart", () => {
    expect(unitRoundKeyOf({ unit: "a", round: 1 })).not.toBe(
      unitRoundKeyOf({ unit: "a", round: 2 }),
    );
    expect(unitRoundKeyOf({ unit: "a", round: 1 })).toBe(unitRoundKeyOf({ unit: "a", round: 1 }));
  });
});
