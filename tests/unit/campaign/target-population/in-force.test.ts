import { expect, test } from "vitest";

import {
  cellsOfRound,
  decidingNumber,
  decidingOf,
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
const standing = (unit: string, people: number, inForceFrom = "2022-04-05") => ({
  ...cell(unit, people),
  inForceFrom,
});

test("a number for one round goes before the number for every round", () => {
  const cells = [cell("A", 10, 2), cell("A", 7), cell("B", 3)];
  expect(cellsOfRound(cells, 1).map(({ people }) => people)).toEqual([7, 3]);
  expect(cellsOfRound(cells, 2).map(({ people }) => people)).toEqual([10, 3]);
});

test("an import replaces the boxes that it names and leaves the others", () => {
  const after = superseded([standing("A", 10), standing("B", 3)], [cell("A", 12)], "2022-04-05");
  expect(after.map(({ people }) => people)).toEqual([12, 3]);
});

test("an import of an older date leaves what came into force later, and fills what had no number", () => {
  const before = [standing("A", 320_760)];
  const older = [cell("A", 320_576), cell("B", 7)];
  const after = superseded(before, older, "2021-11-08");
  expect(after.map(({ people }) => people)).toEqual([320_760, 7]);
  expect(decidingOf(before, older, "2021-11-08")).toEqual([cell("B", 7)]);
});

test.each([
  ["2021-10-01", 320_576, "before the first day, the first"],
  ["2021-11-08", 320_576, "its own first day"],
  ["2022-04-04", 320_576, "until another comes"],
  ["2022-04-05", 320_760, "the latest that has come"],
  ["2022-05-01", 330_001, "of one day, the newest"],
])("on %s decides %i: %s", (on, people) => {
  const numbers = [
    { set: 1, people: 320_760, round: 0, inForceFrom: "2022-04-05" },
    { set: 2, people: 330_000, round: 0, inForceFrom: "2022-05-01" },
    { set: 3, people: 320_576, round: 0, inForceFrom: "2021-11-08" },
    { set: 4, people: 330_001, round: 0, inForceFrom: "2022-05-01" },
  ];
  expect(decidingNumber(numbers, on)?.people).toBe(people);
  expect(decidingNumber(numbers.toReversed(), on)?.people).toBe(people);
});

test("a number for the round decides from its day on, whatever comes later for every round", () => {
  const numbers = [
    { set: 1, people: 100, round: 0, inForceFrom: "2022-05-01" },
    { set: 2, people: 90, round: 2, inForceFrom: "2022-05-10" },
    { set: 3, people: 110, round: 0, inForceFrom: "2022-05-20" },
  ];
  const on = (day: string) => decidingNumber(numbers, day)?.people;
  expect([on("2022-05-09"), on("2022-05-10"), on("2022-05-21")]).toEqual([100, 90, 90]);
  expect(decidingNumber([], "2022-05-01")).toBeNull();
});

test("the change of a kecamatan counts villages that the file leaves out", () => {
  const changes = targetChanges(
    [standing("62.03.01.1006", 100), standing("62.03.01.1007", 50), standing("62.03.09.2001", 9)],
    [cell("62.03.01.1006", 120)],
    {
      intervention: "MR",
      inForceFrom: "2022-05-01",
      round: 1,
      districtName: "Kapuas",
      units,
      doses: new Map([["62.03.01", 75]]),
    },
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
