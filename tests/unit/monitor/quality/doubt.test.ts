import { describe, expect, it } from "vitest";

import { isDoubtful } from "@/lib/coverage/doubt";
import { parseGoal } from "@/lib/coverage/goal";
import { aboveTarget, moreThanRemaining } from "@/lib/monitor/quality/coverage-rules";
import { unusualDay } from "@/lib/monitor/quality/day-rules";
import { doubtfulCells, doubtfulDoses, doubtsOf } from "@/lib/monitor/quality/doubt";
import { reviewed, type FindingNote } from "@/lib/monitor/quality/server/review";
import type { Series } from "@/lib/monitor/quality/series";

import { selat, series } from "./series";

const peopleOf = () => 1_000;

/** The doubtful cells of these series, by the rules themselves. */
function cells(all: readonly Series[], notes: readonly FindingNote[] = []) {
  const findings = [
    ...moreThanRemaining(all, peopleOf),
    ...unusualDay(all, 3, { peopleOf, isFullDay: () => true }),
    ...aboveTarget(all, peopleOf),
  ];
  return doubtfulCells(all, reviewed(findings, notes), peopleOf);
}

describe("doses under an open finding", () => {
  it("are those of the day of a spike, once, whatever rules it breaks", () => {
    const [cell] = cells([series([50, 50, 50, 50, 5_879])]);
    // Above the usual, more than was left, and above 100 %: the day's 5,879 doses are in doubt.
    expect(cell?.findings.map(({ rule }) => rule).sort()).toEqual([
      "aboveTarget",
      "moreThanRemaining",
      "unusualDay",
    ]);
    expect(cell && doubtfulDoses(cell, null)).toBe(5_879);
  });

  it("are what lies above the target where no day stands out", () => {
    const [cell] = cells([series([400, 400, 400])]);
    // The third day is more than the 200 that were left.
    expect(cell && doubtfulDoses(cell, null)).toBe(400);
    const steady = doubtfulCells(
      [series([400, 400, 400])],
      reviewed(aboveTarget([series([400, 400, 400])], peopleOf), []),
      peopleOf,
    );
    expect(steady[0] && doubtfulDoses(steady[0], null)).toBe(200);
  });

  it("are none before the day of the finding", () => {
    const [cell] = cells([series([50, 50, 50, 50, 300])]);
    expect(cell && doubtfulDoses(cell, "2026-05-21")).toBe(0);
    expect(cell && doubtfulDoses(cell, "2026-05-22")).toBe(300);
    expect(cell && doubtsOf([cell], "2026-05-21")).toEqual([]);
  });

  it("are none of a finding that was explained, or of a count that is too low", () => {
    const spike = [series([50, 50, 50, 50, 300])];
    const [finding] = reviewed(unusualDay(spike, 3, { peopleOf, isFullDay: () => true }), []);
    if (!finding) throw new Error("no finding");
    const { rule, subject, facts } = finding;
    const note = { rule, subject, facts, note: "Pekan imunisasi", notedBy: null };
    expect(cells(spike, [{ ...note, notedAt: new Date(0) }])).toEqual([]);
    expect(cells([series([90, 90, 90, 90, 2])])).toEqual([]);
  });

  it("are told by place, day and rule, the most doses first", () => {
    const other = { unit: { ...selat, code: "b", name: "B" } };
    const told = doubtsOf(
      cells([series([50, 50, 50, 50, 300]), series([50, 50, 50, 50, 700], other)]),
      null,
    );
    expect(told.map(({ unit, day, rule, doses }) => [unit.name, day, rule, doses])).toEqual([
      ["B", "2026-05-22", "unusualDay", 700],
      ["Selat Hilir", "2026-05-22", "unusualDay", 300],
    ]);
  });
});

describe("a goal that is reached in doubt", () => {
  const goal = parseGoal("0.95");
  it.each([
    ["without the spike it is not reached", 960, 100, true],
    ["without the spike it is reached too", 1_060, 100, false],
    ["no dose is in doubt", 950, 0, false],
    ["one dose decides", 950, 1, true],
  ])("%s", (_, dosesAdministered, doubtfulDoses, expected) => {
    const standing = { status: "reached", dosesAdministered, doubtfulDoses, goal } as const;
    expect(isDoubtful({ ...standing, targetPopulation: 1_000 })).toBe(expected);
  });

  it("is none where nothing is reached", () => {
    const standing = { dosesAdministered: 10, doubtfulDoses: 10, targetPopulation: 1_000, goal };
    expect(isDoubtful({ ...standing, status: "behind" })).toBe(false);
  });
});
