import { expect, test } from "vitest";

import { WaitingPlaces } from "@/lib/account/auth/waiting-places";

const line = { places: 3, interval: 4_000 };

test("turns come one interval after the other, and a full line has no place", () => {
  const places = new WaitingPlaces();
  const turns = [0, 1_000, 1_000, 1_000].map(
    (at) => places.take("camat", { ...line, at })?.turnAt ?? null,
  );
  expect(turns).toEqual([4_000, 8_000, 12_000, null]);
  expect(places.lastTurn("camat")).toBe(12_000);
  expect(places.take("lurah", { ...line, at: 1_000 })?.turnAt).toBe(5_000);
});

test("a place that was left is free, and its turn stays behind those who wait still", () => {
  const places = new WaitingPlaces();
  const first = places.take("camat", { ...line, at: 0 });
  places.take("camat", { ...line, at: 0 });
  places.take("camat", { ...line, at: 0 });
  first?.leave();
  expect(places.take("camat", { ...line, at: 4_000 })?.turnAt).toBe(16_000);
});

test("a line that everybody left is forgotten", () => {
  const places = new WaitingPlaces();
  places.take("camat", { ...line, at: 0 })?.leave();
  expect(places.lastTurn("camat")).toBeNull();
  expect(places.take("camat", { ...line, at: 0 })?.turnAt).toBe(4_000);
});
