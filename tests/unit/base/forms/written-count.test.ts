import { describe, expect, it } from "vitest";

import { groupingOf, readWrittenCount, type Grouping } from "@/lib/base/forms/written-count";

const read = (text: string, grouping: Grouping = "unknown") =>
  readWrittenCount(text, { grouping, most: 999_999 });

describe("a written count", () => {
  it.each([
    ["13", 13],
    ["007", 7],
    ["12,00", 12],
    ["12.00", 12],
    ["347.0", 347],
    ["1.234,00", 1_234],
    ["1,234.00", 1_234],
    ["1 234", 1_234],
    ["12\u00a0345", 12_345],
    ["'12", 12],
    ["\u200e12\u2060", 12],
    ["\u200f12\ufeff", 12],
    ["  12\u00a0", 12],
  ])("“%s” is %d, whatever its column", (text, value) => {
    for (const grouping of ["dot", "decimal", "unknown"] as const) {
      expect(read(text, grouping)).toEqual({ kind: "count", value });
    }
  });

  it.each(["", " ", "\u200e", "\ufeff\u00a0"])("“%s” is empty, which is not 0", (text) => {
    expect(read(text)).toEqual({ kind: "empty" });
  });

  it.each([
    ["12.5", "fraction"],
    ["12,5", "fraction"],
    ["1,234", "fraction"],
    ["0.857", "fraction"],
    ["0,857", "fraction"],
    ["412.857", "ambiguousDot"],
    ["12 34", "spaced"],
    ["16. 641", "spaced"],
    ["2,.897", "word"],
    ["8-3", "word"],
    ["1e3", "word"],
    ["Rp 12", "word"],
    ["(5)", "brackets"],
    ["-5", "negative"],
    ["−5", "negative"],
    ["95%", "percent"],
    ["95,5 %", "percent"],
    ["#REF!", "cellError"],
    ["#N/A", "cellError"],
    ["#VALUE!", "cellError"],
    ["-", "dash"],
    ["–", "dash"],
    ["NIHIL", "dash"],
    ["８", "foreignDigits"],
    ["٨", "foreignDigits"],
    ["=A1", "formula"],
    ["+5", "formula"],
    ["1.000.000", "tooLarge"],
  ])("“%s” is rejected as %s", (text, reason) => {
    expect(read(text)).toMatchObject({ kind: "rejected", reason });
  });

  it.each([
    ["1.234", "dot", { kind: "count", value: 1_234 }],
    ["0.857", "dot", { kind: "rejected", reason: "fraction" }],
    ["412.857", "decimal", { kind: "rejected", reason: "fraction" }],
    ["412.000", "decimal", { kind: "rejected", reason: "ambiguousDot" }],
    ["98.400", "unknown", { kind: "rejected", reason: "ambiguousDot" }],
  ] as const)("“%s” in a column of %s", (text, grouping, wanted) => {
    expect(read(text, grouping)).toMatchObject(wanted);
  });

  it.each([
    ["1,200", { rounded: 1, joined: 1_200 }],
    ["92,62", { rounded: 93, joined: 9_262 }],
    ["12.5", { rounded: 13, joined: 125 }],
  ])("the two meanings of “%s” are told", (text, meanings) => {
    expect(read(text)).toEqual({ kind: "rejected", reason: "fraction", meanings });
  });
});

describe("what the dot means in a column", () => {
  it.each<[string[], Grouping]>([
    [["412.857", "0.857"], "decimal"],
    [["412.857", "98.4"], "decimal"],
    [["1.234", "12.00"], "decimal"],
    [["1.234", "7"], "dot"],
    [["1.234", "12,5"], "dot"],
    [["1.234", "1.234,00"], "dot"],
    [["1.234.567", "1.234"], "dot"],
    [["412.857", "207.333", "655.200"], "unknown"],
    [["1.234", "7", "1500"], "unknown"],
    [["12,5", "12.5"], "unknown"],
    [["1.234"], "unknown"],
    [["1.234", "0", "-"], "unknown"],
  ])("%j: %s", (texts, grouping) => {
    expect(groupingOf(texts)).toBe(grouping);
  });
});
