import { describe, expect, it } from "vitest";

import { convertFields, dailyCount, figureFields, readFields } from "@/lib/report/typed-figures";
import { dosesOf } from "@/lib/campaign/measures";

import { columns, keys } from "./kapuas";

const [mr, older, opv] = keys;
const before = [222, 102, 0];
const cumulative = { figures: "cumulative", before } as const;
const daily = { figures: "daily", before } as const;

const typed = (residents: Record<string, string>, nonResidents: Record<string, string> = {}) => ({
  residents,
  nonResidents,
});
const ofMr = { intervention: "MR", targetGroup: "9–59 bulan" };

describe("cumulative fields", () => {
  it.each([
    ["235", 222, 13],
    ["1.235", 1_222, 13],
    ["222", 222, 0],
    ["214", 222, -8],
    ["7", 0, 7],
    ["0", 0, 0],
    ["", 222, null],
    ["  ", 222, null],
    ["12,5", 0, null],
    ["=A1", 0, null],
    ["-", 222, null],
    // A stored day has six digits at most, and so has what takes doses back.
    ["-999999", 0, -999_999],
    ["-1000000", 0, null],
  ])("%j after %i doses are %j doses today", (text, doses, difference) => {
    expect(dailyCount(text, doses, "cumulative")).toBe(difference);
  });

  it("come to the doses of the day, with the figure beside them", () => {
    const read = readFields(typed({ [mr]: "235", [opv]: "4" }, { [mr]: "2" }), columns, cumulative);

    expect(read.tallies).toEqual([
      { ...ofMr, residents: 13, nonResidents: 2, cumulative: 235 },
      {
        intervention: "OPV",
        targetGroup: "12–59 bulan",
        residents: 4,
        nonResidents: 0,
        cumulative: 4,
      },
    ]);
    expect(read).toMatchObject({ filled: 2, problems: [], fallen: [] });
  });

  it("count nothing for an empty field, and 0 for a figure that stayed", () => {
    const read = readFields(typed({ [mr]: "222", [older]: "" }), columns, cumulative);
    expect(read.tallies).toEqual([{ ...ofMr, residents: 0, nonResidents: 0, cumulative: 222 }]);
  });

  it("tell both numbers of a figure that fell", () => {
    expect(readFields(typed({ [mr]: "214" }), columns, cumulative).fallen).toEqual([
      { ...ofMr, before: 222, value: 214 },
    ]);
  });

  it("reject what is no number, as daily fields do", () => {
    const { problems, tallies } = readFields(typed({ [mr]: "dua" }), columns, cumulative);
    expect(problems).toEqual([{ key: mr, field: "residents", reason: "word" }]);
    expect(tallies).toEqual([]);
  });

  it("open a stored day with the doses before it and its own", () => {
    const saved = {
      zero: false,
      tallies: [{ ...ofMr, ...dosesOf({ residents: 13, nonResidents: 2 }) }],
    };
    const fields = figureFields(saved, columns, cumulative);

    expect(fields.residents).toEqual({ [mr]: "235", [older]: "", [opv]: "" });
    expect(fields.nonResidents[mr]).toBe("2");
    expect(readFields(fields, columns, cumulative).tallies).toMatchObject([
      { residents: 13, nonResidents: 2, cumulative: 235 },
    ]);
  });

  it("open a day on which the figure fell", () => {
    const saved = { zero: false, tallies: [{ ...ofMr, ...dosesOf({ residents: -8 }) }] };
    expect(figureFields(saved, columns, cumulative).residents[mr]).toBe("214");
    expect(figureFields(saved, columns, daily).residents[mr]).toBe("-8");
  });

  it("show nothing after a zero report, nor without a report", () => {
    expect(
      Object.values(figureFields({ zero: true, tallies: [] }, columns, cumulative).residents),
    ).toEqual(["", "", ""]);
    expect(Object.values(figureFields(null, columns, cumulative).residents)).toEqual(["", "", ""]);
  });

  it("show the figure that was typed, though the doses before it are others by now", () => {
    const saved = {
      zero: false,
      tallies: [{ ...ofMr, ...dosesOf({ residents: 13 }), cumulative: 230 }],
    };
    expect(figureFields(saved, columns, cumulative).residents[mr]).toBe("230");
  });
});

describe("changing between daily and cumulative fields", () => {
  it.each([
    ["13", "235"],
    ["0", "222"],
    ["", ""],
    ["1.013", "1235"],
    ["-8", "214"],
    ["12,5", "12,5"],
    ["dua", "dua"],
  ])("shows %j as %j", (text, shown) => {
    const there = { before, from: "daily", to: "cumulative" } as const;
    expect(convertFields(typed({ [mr]: text }), columns, there).residents[mr]).toBe(shown);
  });

  it("there and back changes no number, also of a figure that fell", () => {
    const fields = typed({ [mr]: "214", [older]: "110", [opv]: "x" }, { [mr]: "3" });
    const back = convertFields(
      convertFields(fields, columns, { before, from: "cumulative", to: "daily" }),
      columns,
      { before, from: "daily", to: "cumulative" },
    );
    expect(back).toEqual(fields);
  });

  it("to what they are already leaves them alone", () => {
    const fields = typed({ [mr]: "1.013" });
    expect(convertFields(fields, columns, { before, from: "daily", to: "daily" })).toBe(fields);
  });
});

describe("daily fields", () => {
  it("are the doses of the day", () => {
    expect(dailyCount("13", 222, "daily")).toBe(13);
    expect(readFields(typed({ [mr]: "13" }), columns, daily)).toMatchObject({
      tallies: [{ residents: 13 }],
      fallen: [],
    });
    expect(readFields(typed({ [mr]: "13" }), columns, daily).tallies[0]).not.toHaveProperty(
      "cumulative",
    );
  });
});
