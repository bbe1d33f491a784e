import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { addDays } from "@/lib/base/time/calendar-day";
import { stockAnswersOf } from "@/lib/stock/answers";
import { bandOf, daysOfStock, toTenDays } from "@/lib/stock/band";
import { closedWastage, openWastage, usageIndex, vialsFor } from "@/lib/stock/rate";
import { drawDown } from "@/lib/stock/run-out";
import { byExpiry } from "@/lib/stock/stock";
import { supplyLines } from "@/lib/stock/supply-line";

import { anyBatches, firstDay } from "./arbitrary";

describe("bands of the ministry", () => {
  test.each([
    { days: 0, band: "critical" },
    { days: 6.9, band: "critical" },
    { days: 7, band: "low" },
    { days: 9.9, band: "low" },
    { days: 10, band: "enough" },
    { days: 14, band: "enough" },
    { days: 14.1, band: "safe" },
  ])("$days days are $band", ({ days, band }) => {
    expect(bandOf(days * 10, { doses: 10, days: 1 })).toBe(band);
  });

  test("without use no day is known, so there is no band", () => {
    expect(bandOf(38_000, { doses: 0, days: 7 })).toBeNull();
    expect(daysOfStock(38_000, { doses: 0, days: 7 })).toBeNull();
    expect(toTenDays(38_000, { doses: 0, days: 7 })).toBe(0);
  });

  test("what is added for ten days makes it enough, and one dose less does not", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 50_000 }),
        fc.integer({ min: 1, max: 50_000 }),
        (usable, doses) => {
          const rate = { doses, days: 7 };
          const more = toTenDays(usable, rate);
          expect(["enough", "safe"]).toContain(bandOf(usable + more, rate));
          if (more > 0) expect(["critical", "low"]).toContain(bandOf(usable + more - 1, rate));
        },
      ),
    );
  });
});

describe("vials and doses", () => {
  test("nOPV2: 2,288 vials of 50 for 45,760 children twice are 40 a vial, 20 % wastage", () => {
    const opened = { vials: 2_288, doses: 2_288 * 50, given: 45_760 * 2 };
    expect(opened.doses).toBe(114_400);
    expect(usageIndex(opened)).toBe(40);
    expect(openWastage(opened)).toBe(0.2);
  });

  test("nothing opened, nothing received: there is no index and no share", () => {
    expect(usageIndex({ vials: 0, doses: 0, given: 0 })).toBeNull();
    expect(openWastage({ vials: 0, doses: 0, given: 0 })).toBeNull();
    expect(closedWastage(0, 0)).toBeNull();
    expect(closedWastage(5, 100)).toBe(0.05);
  });

  test("27,302 people at 9.03 a vial take 3,023 vials", () => {
    expect(vialsFor(27_302, 10, { vials: 566, doses: 5_660, given: 5_113 })).toBe(3_023);
    expect(vialsFor(27_302, 10, null)).toBe(2_731);
  });
});

/** Anambas, 9 June 2021, as the picture of the screen has it; stock and pace are invented. */
const anambas = {
  stock: [
    { id: "1", expiresOn: "2021-06-30", doses: 23_100, dosesPerVial: 10 },
    { id: "2", expiresOn: "2021-08-31", doses: 4_040, dosesPerVial: 10 },
    { id: "3", expiresOn: "2021-12-15", doses: 1_400, dosesPerVial: 10 },
  ],
  baseDay: "2021-06-08",
  lastDay: "2021-06-30",
  recent: { doses: 222 * 5_660, days: 5_113 },
  wanted: { kind: "known", people: 27_302, perDay: 1_241 },
  opened: { vials: 566, doses: 5_660, given: 5_113 },
} as const;

describe("the three answers", () => {
  test("not enough by 169 vials, empty on 23 July or 29 June, 17,690 doses expire", () => {
    const answers = stockAnswersOf(anambas);
    expect(answers.enough).toMatchObject({ kind: "short", vials: { need: 3_023, have: 2_854 } });
    expect(answers.atRecent?.emptyOn).toBe("2021-07-23");
    expect(answers.atRequired?.emptyOn).toBe("2021-06-29");
    // 17,693.3…: vials are opened whole, so it is told in them.
    expect(Math.floor(answers.unusedAtRecent.doses / 10)).toBe(1_769);
    expect(answers.unusedAtRequired?.doses).toBe(0);
  });

  test("38,000 doses of an unknown batch: nothing expires, and the day on which they end is told", () => {
    const answers = stockAnswersOf({
      stock: [{ id: "?", expiresOn: null, doses: 38_000, dosesPerVial: null }],
      baseDay: "2021-10-05",
      lastDay: "2022-04-30",
      recent: { doses: 7 * 3_800, days: 7 },
      wanted: { kind: "noTarget" },
      opened: null,
    });
    expect(answers.enough).toEqual({ kind: "noTarget" });
    expect(answers.atRecent?.emptyOn).toBe("2021-10-15");
    expect(answers.unusedAtRecent.doses).toBe(0);
    expect(answers.vialSize).toBeNull();
  });

  test("181 vials of ten are 1,810 doses", () => {
    const { vialSize, enough } = stockAnswersOf({
      ...anambas,
      stock: [{ id: "1", expiresOn: null, doses: 181 * 10, dosesPerVial: 10 }],
      opened: null,
      wanted: { kind: "known", people: 1_810, perDay: null },
    });
    expect(vialSize).toBe(10);
    expect(enough).toMatchObject({
      kind: "enough",
      doses: { need: 1_810, have: 1_810 },
      vials: { need: 181, have: 181 },
    });
  });

  test("without use nobody says when it ends, and all that expires expires unused", () => {
    const answers = stockAnswersOf({ ...anambas, recent: null });
    expect(answers.atRecent).toBeNull();
    expect(answers.unusedAtRecent.doses).toBe(23_100);
  });
});

describe("the outlook", () => {
  test("uses, loses and keeps as much as there was, and follows the expiry", () => {
    fc.assert(
      fc.property(
        anyBatches,
        fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 7 }),
        (batches, doses, pace, days) => {
          const stock = batches.map((batch, at) => ({ ...batch, doses: doses[at] ?? 0 }));
          const usable = stock.filter(
            ({ expiresOn }) => expiresOn === null || expiresOn >= firstDay,
          );
          const all = usable.reduce((sum, each) => sum + each.doses, 0);
          const end = addDays(firstDay, 60);
          const seen = drawDown(stock, { doses: pace, days }, firstDay, end);
          const lost = seen.expired.reduce((sum, each) => sum + each.doses, 0);
          // Of each batch less than a dose is told away.
          expect(seen.used + seen.left + lost).toBeGreaterThan(all - batches.length);
          expect(seen.used + seen.left + lost).toBeLessThan(all + 0.001);
          expect(seen.left).toBeGreaterThanOrEqual(0);
          const falls = seen.line.map((point) => point.doses);
          expect(falls).toEqual([...falls].sort((a, b) => b - a));
          expect(seen.expired.map(({ day }) => day)).toEqual(
            seen.expired.map(({ day }) => day).sort(),
          );
          expect([...stock].sort(byExpiry).reverse().sort(byExpiry)).toEqual(
            [...stock].sort(byExpiry),
          );
        },
      ),
    );
  });
});

test("vaccines that are given as the same dose are one line of supply", () => {
  const batch = (id: string, interventions: readonly string[]) => ({
    id,
    code: id,
    product: id,
    dosesPerVial: 10,
    expiresOn: null,
    interventions,
    version: 1,
  });
  const lines = supplyLines(
    [
      batch("booster", ["B"]),
      batch("second", ["D2"]),
      batch("az", ["D1", "D2"]),
      batch("sv", ["D1"]),
    ],
    ["D1", "D2", "B"],
  );
  expect(lines.map(({ key, interventions }) => [key, interventions])).toEqual([
    ["D1", ["D1", "D2"]],
    ["B", ["B"]],
  ]);
  expect(lines[0]?.batches.map(({ id }) => id)).toEqual(["az", "second", "sv"]);
});
