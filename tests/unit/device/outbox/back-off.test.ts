import { expect, it } from "vitest";

import { backOff, isDue } from "@/lib/device/outbox/back-off";

const longest = () => 1;

it.each([
  [1, 2_000],
  [2, 4_000],
  [8, 256_000],
  [9, 300_000],
  [10_000, 300_000],
])("after %i failures waits %i ms at most", (failures, most) => {
  expect(backOff(failures, longest)).toBe(most);
  expect(backOff(failures, () => 0)).toBe(0);
});

it("takes a time beyond any wait for one of another clock", () => {
  expect(isDue(1_000, 999)).toBe(false);
  expect(isDue(1_000, 1_000)).toBe(true);
  expect(isDue(900_000, 0)).toBe(false);
  expect(isDue(900_001, 0)).toBe(true);
});
