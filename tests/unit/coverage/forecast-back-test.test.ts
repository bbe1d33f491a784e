import { describe, expect, test } from "vitest";

import { forecast } from "@/lib/coverage/forecast";
import { seededRandom } from "@/lib/coverage/seeded-random";

import { completeMayDays } from "./arbitrary";

const campaigns = 1_000;

type Random = () => number;

/** Daily doses whose truth is known: a level, and noise that does not remember yesterday. */
const noises = [
  { noise: "a district's even noise", dosesOf: (random: Random) => 1_000 + 200 * bell(random) },
  {
    noise: "a subdistrict's skewed noise",
    dosesOf: (random: Random) => 300 * Math.exp(0.4 * bell(random)),
  },
  { noise: "flat noise", dosesOf: (random: Random) => 40 + 120 * random() },
  { noise: "a few doses a day", dosesOf: (random: Random) => 12 + 3.5 * bell(random) },
];

describe.each(noises)("forecast against $noise", ({ dosesOf }) => {
  // A promise of 80 %, checked on campaigns whose end is known (measure N7: 70 to 90 %).
  test.each([
    { seen: 3, toCome: 4 },
    { seen: 3, toCome: 14 },
    { seen: 5, toCome: 7 },
    { seen: 7, toCome: 3 },
    { seen: 7, toCome: 14 },
    { seen: 12, toCome: 19 },
  ])("$seen days seen, $toCome to come: the end lies in 70–90 % of ranges", ({ seen, toCome }) => {
    let hits = 0;
    for (let campaign = 0; campaign < campaigns; campaign += 1) {
      const random = seededRandom(campaign * 1_000 + seen * 31 + toCome);
      const doses = Array.from({ length: seen + toCome }, () =>
        Math.max(0, Math.round(dosesOf(random))),
      );
      const counted = sum(doses.slice(0, seen));
      const end = sum(doses);
      const range = forecast({
        base: { dosesAdministered: counted, daysLeft: toCome },
        dosesAdministered: counted,
        days: completeMayDays(doses.slice(0, seen)),
      });
      if (range !== null && range.low <= end && end <= range.high) hits += 1;
    }

    expect(hits / campaigns).toBeGreaterThan(0.7);
    expect(hits / campaigns).toBeLessThan(0.9);
  });
});

/** A draw from the standard normal curve (Box and Muller). */
function bell(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function sum(doses: readonly number[]): number {
  return doses.reduce((total, count) => total + count, 0);
}
