import { describe, expect, it } from "vitest";

import { fact } from "@/lib/monitor/fact";

describe("a row of cells", () => {
  const row = { place: "62.03.01.2001", amount: 0, beside: 0 };

  it("is a fact of each column, with three numbers of its own", () => {
    const target = { ...row, kind: "target", code: "MR/anak OPV/bayi", name: "200 1 -1 300 4 250" };
    const at = { kind: "target", place: row.place };
    expect(fact.parse(target)).toEqual([
      { ...at, intervention: "MR", targetGroup: "anak", people: 200, units: 1, detail: null },
      { ...at, intervention: "OPV", targetGroup: "bayi", people: 300, units: 4, detail: 250 },
    ]);
  });

  it("is read by its own columns, whatever the row before it had", () => {
    const dose = { ...row, kind: "dose", code: "MR/anak", name: "-5 2 1" };
    fact.parse({ ...dose, code: "OPV/bayi" });
    const at = { kind: "dose", place: row.place, intervention: "MR", targetGroup: "anak" };
    expect(fact.parse(dose)).toEqual([{ ...at, residents: -5, nonResidents: 2, unverified: 1 }]);
  });

  it("is not taken when a number is none", () => {
    const dose = { ...row, kind: "dayDose", code: "MR/anak" };
    expect(() => fact.parse({ ...dose, name: "1.5 0 0" })).toThrow(RangeError);
    expect(() => fact.parse({ ...dose, name: "x 0 0" })).toThrow(RangeError);
  });
});
