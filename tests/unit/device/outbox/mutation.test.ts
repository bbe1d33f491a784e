import { expect, it } from "vitest";

import { mutationFormat, readMutation } from "@/lib/device/outbox/mutation";

const id = "3b9e5b1c-6a55-4f3a-9c7e-0d6a4c7b2f10";
const kept = {
  id,
  slug: "bian",
  unit: "62.03.01.1007",
  day: "2026-06-04",
  typedAt: "2026-06-04T08:00:00Z",
  report: { id, tallies: [] },
};
const problems = [{ code: "dayClosed" }];

it("a report that format 1 kept as refused is rejected, with its problems", () => {
  expect(readMutation({ ...kept, format: 1, state: { kind: "refused", problems } })).toMatchObject({
    ...kept,
    format: 2,
    unitName: "62.03.01.1007",
    state: { kind: "rejected", problems },
  });
});

it("a report of a newer format is left where it is", () => {
  const state = { kind: "waiting" };
  expect(readMutation({ ...kept, format: mutationFormat, state })).not.toBeNull();
  expect(readMutation({ ...kept, format: mutationFormat + 1, state })).toBeNull();
});
