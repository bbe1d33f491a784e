import { expect, test } from "vitest";

import {
  cellsOfRound,
  isLargeChange,
  superseded,
  targetChanges,
  type TargetChange,
} from "@/lib/campaign/target-population/in-force";
import type { TargetCell } from "@/lib/campaign/target-population/rejection";

import { units } from "./campaign";

const cell = (unit: string, people: number, round = 0): TargetCell => ({
  unit,
  intervention: "MR",
  targetGroup: "9-59-bulan",
  round,
  people,
});

test("a number for one round goes before the number for every round", () => {
  const cells = [cell("A", 10, 2), cell("A", 7), cell("B", 3)];
  expect(cellsOfRound(cells, 1).map(({ people }) => people)).toEqual([7, 3]);
  expect(cellsOfRound(cells, 2).map(({ people }) => people)).toEqual([10, 3]);
});

test("an import replaces the boxes that it names and leaves the others", () => {
  const after = superseded([cell("A", 10), cell("B", 3)], [cell("A", 12)]);
  expect(after.map(({ people }) => people)).toEqual([12, 3]);
});

test("the change of a kecamatan counts villages that the file leaves out", () => {
  const changes = targetChanges(
    [cell("62.03.01.1006", 100), cell("62.03.01.1007", 50), cell("62.03.09.2001", 9)],
    [cell("62.03.01.1006", 120)],
    { intervention: "MR", round: 1, units, doses: new Map([["62.03.01", 75]]) },
  );
  expect(changes).toEqual([
    { subdistrict: "62.03.01", name: "Selat", before: 150, after: 170, dosesAdministered: 75 },
  ]);
});

test.each([
  [100, 120, false],
  [100, 121, true],
  [100, 80, false],
  [100, 79, true],
  [0, 1, true],
  [null, 500, false],
])("from %s to %s people asks to make sure: %s", (before, after, isLarge) => {
  const change: TargetChange = {
    subdistrict: "62.03.01",
    name: "Selat",
    before,
    after,
    dosesAdministered: 0,
  };
  expect(isLargeChange(change)).toBe(isLarge);
});
