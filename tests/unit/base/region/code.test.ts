import { describe, expect, test } from "vitest";

import {
  districtCode,
  districtOf,
  isWithin,
  nation,
  regionCode,
  regionLevel,
  subdistrictOf,
} from "@/lib/base/region/code";

const code = (text: string) => regionCode.parse(text);

describe("an area code", () => {
  test.each([
    ["00", "nation"],
    ["62", "province"],
    ["62.03", "district"],
    ["62.03.01", "subdistrict"],
    ["62.03.01.1006", "village"],
    ["62.03.01.2001", "village"],
  ])("%s is a %s", (text, level) => {
    expect(regionLevel(code(text))).toBe(level);
  });

  test.each([
    "",
    "6",
    "620301",
    "62.3",
    "62.03.1",
    "62.03.01.106",
    "62.03.01.1006.1",
    "62.03.",
    "a2",
  ])("%j is none", (text) => {
    expect(regionCode.safeParse(text).success).toBe(false);
  });

  test("only a kabupaten or kota has campaigns", () => {
    expect(districtCode.safeParse("62.03").success).toBe(true);
    for (const other of ["00", "62", "62.03.01", "62.03.01.1006"]) {
      expect(districtCode.safeParse(other).success).toBe(false);
    }
  });
});

describe("an area within another", () => {
  test.each([
    ["62.03.01.1006", "62.03.01", true],
    ["62.03.01.1006", "62.03", true],
    ["62.03.01.1006", "62", true],
    ["62.03.01.1006", "00", true],
    ["62.03.01", "62.03.01", true],
    // The neighbours.
    ["62.03.02.2001", "62.03.01", false],
    ["62.04", "62.03", false],
    ["63.03.01", "62", false],
    // Not downwards.
    ["62.03", "62.03.01", false],
    ["00", "62", false],
    ["62", "62.03", false],
  ])("%s lies in %s: %s", (area, ancestor, isInside) => {
    expect(isWithin(code(area), code(ancestor))).toBe(isInside);
  });

  test("the nation is above every area and within none but itself", () => {
    expect(isWithin(nation, nation)).toBe(true);
    expect(isWithin(nation, code("62"))).toBe(false);
  });
});

describe("the areas that an area lies in", () => {
  test.each([
    ["62.03.01.1006", "62.03", "62.03.01"],
    ["62.03.01", "62.03", "62.03.01"],
    ["62.03", "62.03", null],
    ["62", null, null],
    ["00", null, null],
  ])("%s: kabupaten %s, kecamatan %s", (text, district, subdistrict) => {
    expect(districtOf(code(text))).toBe(district);
    expect(subdistrictOf(code(text))).toBe(subdistrict);
  });
});
