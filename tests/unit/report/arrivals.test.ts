import { expect, it } from "vitest";

import { arrivalsSince } from "@/lib/device/entry/arrivals";
import { mutationFormat, type ConfirmedMutation } from "@/lib/device/outbox/mutation";

const place = { slug: "bian", day: "2026-06-04", drawnAt: "2026-06-04T08:00:00.000Z" };

function confirmed(what: Partial<ConfirmedMutation>, at: string): ConfirmedMutation {
  return {
    format: mutationFormat,
    id: "3b9e5b1c-6a55-4f3a-9c7e-0d6a4c7b2f10",
    order: 1,
    slug: "bian",
    unit: "62.03.01.1007",
    unitName: "Selat Hilir",
    day: "2026-06-04",
    typedAt: at,
    report: null,
    isZero: false,
    state: { kind: "confirmed", version: 1, at, isOutdated: false },
    ...what,
  };
}

it("what arrived after the screen was drawn counts as sent, and nothing else does", () => {
  const late = "2026-06-04T08:05:00.000Z";
  const found = arrivalsSince(
    [
      confirmed({}, late),
      confirmed({ unit: "62.03.01.2011", isZero: true }, late),
      confirmed({ unit: "of another campaign", slug: "pin" }, late),
      confirmed({ unit: "of another day", day: "2026-06-03" }, late),
      // The screen knows of it, or of its having been withdrawn since.
      confirmed({ unit: "drawn after it" }, "2026-06-04T07:59:00.000Z"),
    ],
    place,
  );
  expect([...found]).toEqual([
    ["62.03.01.1007", { at: late, isZero: false }],
    ["62.03.01.2011", { at: late, isZero: true }],
  ]);
});
