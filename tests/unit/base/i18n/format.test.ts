import { describe, expect, test } from "vitest";

import { parseGoal } from "@/lib/coverage/goal";
import { formats } from "@/lib/base/i18n/format";

const id = formats("id");
const en = formats("en");

const of = (dosesAdministered: number, targetPopulation: number | null) => ({
  dosesAdministered,
  targetPopulation,
});

describe("coverage as people read it", () => {
  test.each([
    { done: 1_397, target: 2_197, indonesian: "63,6%", english: "63.6%" },
    { done: 41_672, target: 85_032, indonesian: "49,0%", english: "49.0%" },
    // Not reached, although it shows as 95.
    { done: 18_990, target: 20_000, indonesian: "95,0%", english: "95.0%" },
    { done: 1_895, target: 1_588, indonesian: "119,3%", english: "119.3%" },
    { done: 36, target: 1, indonesian: "3.600,0%", english: "3,600.0%" },
    { done: 0, target: 100, indonesian: "0,0%", english: "0.0%" },
    { done: 9, target: 0, indonesian: "–", english: "–" },
    { done: 0, target: 0, indonesian: "–", english: "–" },
    { done: 9, target: null, indonesian: "–", english: "–" },
  ])("$done of $target is $indonesian", ({ done, target, indonesian, english }) => {
    expect(id.coverage(of(done, target))).toBe(indonesian);
    expect(en.coverage(of(done, target))).toBe(english);
  });
});

describe("a number", () => {
  test("has dots in Indonesian and commas in English", () => {
    expect(id.count(12_449)).toBe("12.449");
    expect(en.count(12_449)).toBe("12,449");
    expect(id.count(0)).toBe("0");
    expect(id.count(32_000_000)).toBe("32.000.000");
  });

  test("is a dash when there is none, never 0", () => {
    expect(id.count(null)).toBe("–");
    expect(id.tenths(null)).toBe("–");
    expect(id.pace(null)).toBe("–");
  });

  test("has a minus sign, not a hyphen, when it is below zero", () => {
    expect(id.count(-8)).toBe("−8");
    expect(id.signed(-2_241)).toBe("−2.241");
    expect(id.signed(2_241)).toBe("+2.241");
    expect(id.signed(0)).toBe("0");
    expect(id.tenths(-35)).toBe("−3,5%");
  });

  test("of children a day has a decimal only where it matters", () => {
    expect(id.pace(3.25)).toBe("3,3");
    expect(id.pace(3)).toBe("3");
    expect(id.pace(0)).toBe("0");
    expect(id.pace(2_793.6)).toBe("2.794");
  });
});

describe("a share", () => {
  test.each([
    ["0.95", "95%", "95%"],
    ["0.925", "92,5%", "92.5%"],
    ["0.9525", "95,25%", "95.25%"],
    ["0.9999", "99,99%", "99.99%"],
    ["0.57", "57%", "57%"],
    ["1", "100%", "100%"],
  ])("that is the goal %s is as exact as the goal", (goal, indonesian, english) => {
    expect(id.goal(parseGoal(goal))).toBe(indonesian);
    expect(en.goal(parseGoal(goal))).toBe(english);
    expect(id.share(Number(goal))).toBe(indonesian);
  });

  test("that is a range has one dash and one percent sign", () => {
    expect(id.percentRange(0.85, 0.91)).toBe("85–91%");
    expect(id.percentRange(0.906, 0.914)).toBe("91%");
    expect(id.percentRange(0.98, 1.04)).toBe("98–104%");
    // A range that stays below the goal, or below all, is not printed as reaching it.
    expect(id.percentRange(0.912, 0.947, parseGoal("0.95"))).toBe("91–94%");
    expect(id.percentRange(0.95, 0.954, parseGoal("0.95"))).toBe("95%");
    expect(id.percentRange(0.97, 0.997)).toBe("97–99%");
  });
});

describe("a day", () => {
  test("is written out in both languages", () => {
    expect(id.longDay("2026-06-04")).toBe("Kamis, 4 Juni 2026");
    expect(id.weekdayDay("2026-06-04")).toBe("Kamis, 4 Juni");
    expect(id.day("2026-06-04")).toBe("4 Juni 2026");
    expect(id.shortDay("2026-05-18")).toBe("18 Mei");
    expect(en.longDay("2026-06-04")).toMatch(/^Thursday,? 4 June 2026$/);
    expect(en.day("2026-06-04")).toBe("4 June 2026");
  });

  test("has every Indonesian month", () => {
    const months = Array.from({ length: 12 }, (_, index) =>
      id.day(`2026-${String(index + 1).padStart(2, "0")}-01`).slice(2, -5),
    );

    expect(months.join(" ")).toBe(
      "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    );
  });
});

describe("an hour", () => {
  const at = new Date("2026-06-04T10:05:00Z");

  test("is the campaign's own, and says so", () => {
    expect(id.time(at, "Asia/Jakarta")).toBe("17.05 WIB");
    expect(id.time(at, "Asia/Makassar")).toBe("18.05 WITA");
    expect(id.time(at, "Asia/Jayapura")).toBe("19.05 WIT");
    expect(en.time(at, "Asia/Pontianak")).toBe("17:05 WIB");
  });

  test("of a cut-off needs no zone", () => {
    expect(id.hour("16:00")).toBe("16.00");
    expect(id.hour("16:00:00")).toBe("16.00");
    expect(en.hour("16:00")).toBe("16:00");
  });
});

describe("a list", () => {
  test("of three has a comma before dan, one of two has none", () => {
    expect(id.list(["Mantangai", "Selat", "Bataguh"])).toBe("Mantangai, Selat, dan Bataguh");
    expect(id.list(["Mantangai", "Selat"])).toBe("Mantangai dan Selat");
    expect(id.list(["Selat"])).toBe("Selat");
    expect(id.list([])).toBe("");
    expect(en.list(["Mantangai", "Selat"])).toBe("Mantangai and Selat");
  });
});
