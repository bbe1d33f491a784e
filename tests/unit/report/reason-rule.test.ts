import { describe, expect, it } from "vitest";

import { isReasonNeeded, onlyFillsEmpty } from "@/lib/report/reason-rule";
import type { ReportContent } from "@/lib/report/report-content";
import { dosesOf } from "@/lib/campaign/measures";

import { own } from "./screen-and-server";

const mr = { intervention: "MR", targetGroup: "9–59 bulan", ...dosesOf({ residents: 15 }) };
const opv = { ...mr, intervention: "OPV", residents: 4 };
const said = (tallies: ReportContent["tallies"], zero = false): ReportContent => ({
  zero,
  tallies,
});
const others = { ...own, isOwn: false };

describe("the reason of a change", () => {
  it.each([
    ["a first report", said([mr]), null, true, false],
    ["the same numbers", said([mr]), own, true, false],
    ["one's own number, day open", said([{ ...mr, residents: 16 }]), own, false, false],
    ["one's own number, day closed", said([{ ...mr, residents: 16 }]), own, true, true],
    ["an own cell that was empty, day closed", said([mr, opv]), own, true, false],
    [
      "an empty cell and a number, day closed",
      said([{ ...mr, residents: 1 }, opv]),
      own,
      true,
      true,
    ],
    ["an own cell emptied, day closed", said([opv]), own, true, true],
    ["another's number, day open", said([{ ...mr, residents: 16 }]), others, false, true],
    ["a cell that another left empty", said([mr, opv]), others, false, true],
  ] as const)("%s", (_, content, standing, isClosed, expected) => {
    expect(isReasonNeeded(content, standing, isClosed)).toBe(expected);
  });
});

describe("filling what was left empty", () => {
  it("keeps every number, those from outside too", () => {
    expect(onlyFillsEmpty(said([mr, opv]), own)).toBe(true);
    expect(onlyFillsEmpty(said([{ ...mr, nonResidents: 2 }, opv]), own)).toBe(false);
  });

  it("is not what becomes of a zero report, nor becomes one", () => {
    expect(onlyFillsEmpty(said([mr]), { zero: true, tallies: [] })).toBe(false);
    expect(onlyFillsEmpty(said([], true), own)).toBe(false);
  });
});
