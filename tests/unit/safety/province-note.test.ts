import { expect, test } from "vitest";

import type { AdverseEvent } from "@/lib/safety/adverse-event";
import { deadlineWords } from "@/lib/safety/deadline-words";
import { provinceNote } from "@/lib/safety/province-note";

const event: AdverseEvent = {
  id: "00000000-0000-4000-8000-000000000001",
  version: 1,
  unit: "62.03.01.1007",
  unitName: "Selat Hilir",
  subdistrict: "62.03.01",
  subdistrictName: "Selat",
  day: "2026-06-04",
  foundAt: "2026-06-04T03:00:00Z",
  interventions: ["MR"],
  batch: "MR-2604",
  targetGroup: null,
  isSerious: true,
  criteria: ["hospital"],
  onsetHours: 6,
  signs: "demam, rawat inap",
  toldDistrictAt: "2026-06-04T06:20:00Z",
  toldProvinceAt: null,
  toldNationAt: null,
  state: "investigating",
  isSample: false,
};

const texts = {
  head: ["KIPI"],
  event: (each: AdverseEvent, deadline: Parameters<typeof deadlineWords>[1]) =>
    `${each.subdistrictName}, ${deadlineWords((key, values) => `${key} ${String(values?.count)}`, deadline)}`,
  more: (count: number) => `+${String(count)}`,
  foot: "Tanpa nama.",
};

test("the province is told of each serious event by its kecamatan, with its own deadline", () => {
  expect(provinceNote([event], new Date("2026-06-04T11:00:00Z"), texts)).toBe(
    "KIPI\n1. Selat, running.hours 64\nTanpa nama.",
  );
});

test("more than a page of them are counted", () => {
  const many = Array.from({ length: 15 }, () => event);
  const lines = provinceNote(many, new Date("2026-06-04T11:00:00Z"), texts).split("\n");
  expect(lines.at(-3)).toMatch(/^12\. /);
  expect(lines.at(-2)).toBe("+3");
});
