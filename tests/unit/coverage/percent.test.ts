import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  percentHundredths,
  percentTenths,
  ratioHundredths,
  ratioTenths,
} from "@/lib/coverage/percent";

import { anyCounts } from "./arbitrary";

describe("a percentage", () => {
  test.each([
    // https://kaltengoke.com/2022/09/01/cakupan-bian-dilaksanakan-dinkes-gumas-capai-ribuan-lebih
    { case: "Tumbang Miri", done: 1_895, target: 1_588, tenths: 1_193, hundredths: 11_933 },
    {
      case: "Gunung Mas, cut to 81.9",
      done: 22_730,
      target: 27_730,
      tenths: 820,
      hundredths: 8197,
    },
    { case: "Tampang, printed 65.0", done: 1_397, target: 2_197, tenths: 636, hundredths: 6_359 },
    // Health profile of Kabupaten Belitung Timur, COVID-19 vaccination, age 6 to 11.
    { case: "Manggar, dose 1", done: 2_511, target: 3_747, tenths: 670, hundredths: 6_701 },
    { case: "7 kecamatan, dose 2", done: 7_001, target: 11_501, tenths: 609, hundredths: 6_087 },
    { case: "one of 23,578 is not none", done: 1, target: 23_578, tenths: 0, hundredths: 0 },
    // https://kalteng.antaranews.com/amp/berita/707951/capaian-pin-polio-putaran-pertama-kotim-108-persen
    { case: "Kotim, estimate", done: 47_266, target: 43_757, tenths: 1_080, hundredths: 10_802 },
    { case: "Kotim, register", done: 47_266, target: 57_733, tenths: 819, hundredths: 8_187 },
    // https://liputan6.com/health/read/5513684
    {
      case: "Jatim, estimate",
      done: 4_602_933,
      target: 4_437_679,
      tenths: 1_037,
      hundredths: 10_372,
    },
    { case: "Jatim, register", done: 4_602_933, target: 4_638_518, tenths: 992, hundredths: 9_923 },
    // The right and a wrong target population of one place, the 38 rows are in published.test.ts.
    { case: "Bangkalan", done: 16_114, target: 18_578, tenths: 867, hundredths: 8_674 },
    { case: "Bangkalan, wrong", done: 16_114, target: 16_236, tenths: 992, hundredths: 9_925 },
    // https://www.baritoinfo.com/vaksinasi-covid-19-di-kapuas-capai-9302-persen/
    { case: "Kapuas, dose 1", done: 298_376, target: 320_760, tenths: 930, hundredths: 9_302 },
    { case: "Kapuas, dose 2", done: 245_480, target: 320_760, tenths: 765, hundredths: 7_653 },
    { case: "Kapuas, dose 3", done: 15_457, target: 320_760, tenths: 48, hundredths: 482 },
    { case: "Anambas, 8 June 2021", done: 5_113, target: 32_415, tenths: 158, hundredths: 1_577 },
    { case: "Legung, a year's DPT1", done: 67, target: 70, tenths: 957, hundredths: 9_571 },
    { case: "94.95 % shows as 95.0", done: 18_990, target: 20_000, tenths: 950, hundredths: 9_495 },
    { case: "an exact half goes up", done: 1, target: 2_000, tenths: 1, hundredths: 5 },
    { case: "MR, day 18", done: 41_672, target: 85_032, tenths: 490, hundredths: 4_901 },
    { case: "OPV, day 18", done: 4_634, target: 9_654, tenths: 480, hundredths: 4_800 },
    { case: "one is missing", done: 19_999, target: 20_000, tenths: 999, hundredths: 9_999 },
    { case: "one of 3,000", done: 2_999, target: 3_000, tenths: 999, hundredths: 9_997 },
    { case: "nobody is missing", done: 20_000, target: 20_000, tenths: 1_000, hundredths: 10_000 },
    { case: "one more", done: 20_001, target: 20_000, tenths: 1_000, hundredths: 10_001 },
    { case: "nobody yet", done: 0, target: 100, tenths: 0, hundredths: 0 },
    { case: "0 of 0, printed NUL", done: 0, target: 0, tenths: null, hundredths: null },
    { case: "no target loaded", done: 9, target: null, tenths: null, hundredths: null },
  ])("$case: $done of $target is $tenths tenths", ({ done, target, tenths, hundredths }) => {
    const counts = { dosesAdministered: done, targetPopulation: target };

    expect(percentTenths(counts)).toBe(tenths);
    expect(percentHundredths(counts)).toBe(hundredths);
  });

  test("of any share: 29 of 39 villages, 12 of 17 reports", () => {
    expect(ratioHundredths({ numerator: 29, denominator: 39 })).toBe(7_436);
    expect(ratioTenths({ numerator: 12, denominator: 17 })).toBe(706);
    expect(ratioTenths({ numerator: 12, denominator: 0 })).toBeNull();
  });

  test("rejects what is not a count", () => {
    expect(() => ratioTenths({ numerator: -1, denominator: 17 })).toThrow(RangeError);
    expect(() => ratioTenths({ numerator: -1, denominator: null })).toThrow(RangeError);
    expect(() => ratioTenths({ numerator: 1, denominator: 0.5 })).toThrow(RangeError);
  });

  test("is the nearest tenth, the upper one of two, for any counts", () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const tenths = percentTenths(counts);
        if (tenths === null) {
          expect(counts.targetPopulation ?? 0).toBe(0);
          return;
        }

        const target = BigInt(counts.targetPopulation ?? 0);
        // All of it is printed only when nobody is missing, so the last tenth is the one below.
        if (counts.dosesAdministered < target && tenths === 999) return;
        expect(tenths >= 1_000).toBe(counts.dosesAdministered >= target);
        // Twice the distance from the exact figure, in units of one tenth ÷ target population.
        const distance = 2n * (BigInt(tenths) * target - BigInt(counts.dosesAdministered) * 1_000n);
        expect(distance > -target && distance <= target).toBe(true);
      }),
    );
  });
});
