import { expect, test } from "vitest";

import { seededRandom } from "@/lib/coverage/seeded-random";

test("the same seed gives the same numbers, another seed others", () => {
  const draws = (seed: number) => {
    const random = seededRandom(seed);
    return [random(), random(), random()];
  };

  expect(draws(1)).toEqual(draws(1));
  expect(draws(1)).not.toEqual(draws(2));
});

test("numbers spread evenly from 0 up to 1", () => {
  const random = seededRandom(17);
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let draw = 0; draw < 10_000; draw += 1) {
    const number = random();
    expect(number >= 0 && number < 1).toBe(true);
    tenths[Math.floor(number * 10)] = (tenths[Math.floor(number * 10)] ?? 0) + 1;
  }

  for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(150);
});
