import { describe, expect, it, test } from "vitest";

import type { Round, UnitEnd } from "@/lib/campaign/campaign";
import { settleEnds } from "@/lib/campaign/settled-ends";
import { isOffDuty, unitsAbsent } from "@/lib/campaign/unit-end";
import { endLinesOf, readEndLines } from "@/lib/campaign/unit-end-lines";

const may: Round = {
  number: 1,
  plannedStartsOn: "2026-05-01",
  plannedEndsOn: "2026-05-31",
  startsOn: "2026-05-01",
  endsOn: "2026-05-31",
  sweepingEndsOn: null,
};
const divided: UnitEnd = {
  unit: "A",
  name: "Desa A",
  until: "2026-05-12",
  successors: [
    { code: "B", name: "Desa B", from: "2026-05-13" },
    { code: "C", name: "Desa C", from: null },
  ],
};
const ends = { unitEnds: [divided] };

test.each([
  ["2026-05-12", ["B"]],
  ["2026-05-13", ["A"]],
  // Before and after a round: as on its first and its last day.
  ["2026-04-01", ["B"]],
  ["2026-07-01", ["A"]],
])("on %s %s are not in force", (day, absent) => {
  expect(unitsAbsent(ends, may, day)).toEqual(absent);
});

test.each([
  ["A", "2026-05-12", false],
  ["A", "2026-05-13", true],
  ["B", "2026-05-12", true],
  ["B", "2026-05-13", false],
  ["C", "2026-05-12", false],
  ["D", "2026-05-30", false],
])("%s has no report of %s: %s", (unit, day, isOff) => {
  expect(isOffDuty(ends, unit, day)).toBe(isOff);
});

describe("what ends come to", () => {
  const unit = (code: string, over = {}) =>
    [
      code,
      { code, reportsFrom: null, firstReport: null, lastReport: null, isNew: false, ...over },
    ] as const;
  const settle = (
    list: Parameters<typeof settleEnds>[0],
    ...units: (readonly [string, ReturnType<typeof unit>[1]])[]
  ) => settleEnds(list, new Map(units));
  const end = (code: string, until: string, ...successors: string[]) => ({
    unit: code,
    until,
    successors: successors.map((each) => ({ unit: each })),
  });

  it("begins a new unit on the next day, and leaves one that was there", () => {
    expect(
      settle([end("A", "2026-05-12", "B", "C")], unit("A"), unit("B", { isNew: true }), unit("C")),
    ).toEqual({
      ends: [{ unit: "A", until: "2026-05-12" }],
      begins: [
        { unit: "B", from: "2026-05-13" },
        { unit: "C", from: null },
      ],
      successions: [
        { unit: "A", successor: "B" },
        { unit: "A", successor: "C" },
      ],
    });
  });

  it("begins one that was added later on the day after the end, so that no day is without", () => {
    const later = unit("B", { reportsFrom: "2026-05-20" });
    expect(settle([end("A", "2026-05-12", "B")], unit("A"), later)).toMatchObject({
      begins: [{ unit: "B", from: "2026-05-13" }],
    });
  });

  it("lets one that begins with the first end take the others in as it stands", () => {
    const list = [end("A", "2026-05-20", "B"), end("C", "2026-05-12", "B")];
    expect(settle(list, unit("A"), unit("B", { isNew: true }), unit("C"))).toMatchObject({
      begins: [{ unit: "B", from: "2026-05-13" }],
    });
  });

  it.each([
    ["unitEnds.0.unit", "unknownUnit", [end("X", "2026-05-12")], []],
    ["unitEnds.0.successors.0.unit", "unknownUnit", [end("A", "2026-05-12", "X")], [unit("A")]],
    [
      "unitEnds.0.until",
      "hasReports",
      [end("A", "2026-05-12")],
      [unit("A", { lastReport: "2026-05-13" })],
    ],
    [
      "unitEnds.0.successors.0.unit",
      "hasReports",
      [end("A", "2026-05-12", "B")],
      [unit("A"), unit("B", { isNew: true, firstReport: "2026-05-12" })],
    ],
    [
      "unitEnds.0.successors.0.unit",
      "successorEnded",
      [end("A", "2026-05-12", "B"), end("B", "2026-05-12")],
      [unit("A"), unit("B")],
    ],
    [
      "unitEnds.0.until",
      "unitEndDay",
      [end("A", "2026-05-12")],
      [unit("A", { reportsFrom: "2026-05-13" })],
    ],
  ])("%s: %s", (path, name, list, units) => {
    expect(settle(list, ...units)).toEqual({ path, name });
  });
});

test("ends are read from lines by code or name, and written as lines that say the same", () => {
  const units = ["A", "B", "C"].map((code) => ({ code, name: `Desa ${code}` }));
  const text = "A; 12/5/2026; Desa B; C\n\nZ; 2026-05-12\nB; kemarin\nB; 2026-05-20; Z";
  const { ends: read, unreadable } = readEndLines(text, units);
  expect(unreadable).toEqual([3, 4, 5]);
  expect(read).toEqual([
    { unit: "A", until: "2026-05-12", successors: [{ unit: "B" }, { unit: "C" }] },
  ]);
  expect(endLinesOf([divided], units)).toBe("Desa A; 2026-05-12; Desa B; Desa C");
  expect(readEndLines(endLinesOf([divided], units), units).ends).toEqual(read);
});
