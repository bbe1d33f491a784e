import { expect, test } from "vitest";

import { TryPace } from "@/lib/account/auth/pace";

const terms = { atOnce: 2, interval: 200, waiting: 3 };

test("a few start at once, the others at an interval, and no more wait than may", () => {
  const pace = new TryPace(terms);
  const starts = Array.from({ length: 7 }, () => pace.start("a", 1_000));
  expect(starts).toEqual([0, 0, 200, 400, 600, null, null]);
  expect(pace.start("b", 1_000)).toBe(0);
});

test("who was rejected does not push the others back, and time gives the starts back", () => {
  const pace = new TryPace(terms);
  for (let index = 0; index < 20; index += 1) pace.start("a", 1_000);
  expect(pace.start("a", 1_200)).toBe(600);
  expect([0, 1, 2].map(() => pace.start("a", 9_000))).toEqual([0, 0, 200]);
});
