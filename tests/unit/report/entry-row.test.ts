import { describe, expect, it } from "vitest";

import { isSameTyped, readTypedRow, typedOf } from "@/lib/report/entry-row";
import type { StoredReport } from "@/lib/report/schema";
import { formFields } from "@/lib/report/village-form";
import { dosesOf, eachMeasure } from "@/lib/campaign/measures";

import { columns, keys } from "./kapuas";

const [mr, older, opv] = keys;

function standing(what: Partial<StoredReport>): StoredReport {
  return {
    version: 1,
    zero: false,
    receivedAt: "2026-06-04T07:12:00Z",
    receivedBy: "Camat Selat",
    isOwn: true,
    status: "submitted",
    returnReason: null,
    tallies: [],
    ...what,
  };
}

describe("the fields of a village", () => {
  it("have names that a page of before may still send", () => {
    expect(eachMeasure((measure) => formFields.of(measure, mr))).toEqual({
      residents: "r:MR/9–59 bulan",
      nonResidents: "o:MR/9–59 bulan",
    });
  });

  it("are empty without a report and after a zero report", () => {
    expect(Object.values(typedOf(null, columns).residents)).toEqual(["", "", ""]);
    expect(Object.values(typedOf(standing({ zero: true }), columns).residents)).toEqual([
      "",
      "",
      "",
    ]);
  });

  it("keep a column empty that a report left out, and a 0 that it counted", () => {
    const tallies = [
      {
        intervention: "MR",
        targetGroup: "9–59 bulan",
        ...dosesOf({ residents: 0, nonResidents: 2 }),
      },
    ];
    const typed = typedOf(standing({ tallies }), columns);

    expect(typed.residents).toEqual({ [mr]: "0", [older]: "", [opv]: "" });
    expect(typed.nonResidents[mr]).toBe("2");
  });

  it("become the tallies of a report; what is empty is not in it", () => {
    const read = readTypedRow(
      { residents: { [mr]: "13", [opv]: "0" }, nonResidents: { [mr]: "2" } },
      columns,
    );

    expect(read).toEqual({
      filled: 2,
      problems: [],
      tallies: [
        { intervention: "MR", targetGroup: "9–59 bulan", residents: 13, nonResidents: 2 },
        { intervention: "OPV", targetGroup: "12–59 bulan", residents: 0, nonResidents: 0 },
      ],
    });
  });

  it("name each number that cannot be read", () => {
    const read = readTypedRow(
      { residents: { [mr]: "12,5" }, nonResidents: { [opv]: "satu" } },
      columns,
    );

    expect(read.problems).toEqual([
      { key: mr, field: "residents", reason: "fraction" },
      { key: opv, field: "nonResidents", reason: "word" },
    ]);
  });

  it("ask for the village's own children where children from elsewhere were counted", () => {
    const read = readTypedRow({ residents: {}, nonResidents: { [mr]: "2" } }, columns);
    expect(read.problems).toEqual([{ key: mr, field: "residents", reason: "residentsMissing" }]);
  });

  it("are the same whatever spaces stand around a number", () => {
    const typed = { residents: { [mr]: "13" }, nonResidents: {} };
    expect(
      isSameTyped(typed, { residents: { [mr]: " 13 " }, nonResidents: { [mr]: "" } }, columns),
    ).toBe(true);
    expect(isSameTyped(typed, { residents: { [mr]: "14" }, nonResidents: {} }, columns)).toBe(
      false,
    );
  });
});
