import { describe, expect, it } from "vitest";

import {
  deviceFaults,
  makePlan,
  pageFaults,
  roadFaults,
  serverFaults,
} from "@/tests/proofs/faults/plan";

const shape = { count: 2_000, seed: 7, devices: 30, pages: 2 };

describe("the list of faults of a run", () => {
  it("is the same for the same seed and another for another", () => {
    expect(makePlan(shape)).toEqual(makePlan(shape));
    expect(makePlan({ ...shape, seed: 8 })).not.toEqual(makePlan(shape));
  });

  it("has as many faults as asked for, at least 5 % of them on real pages", () => {
    for (const count of [1, 19, 20, 200, 2_000]) {
      const { device, page } = makePlan({ ...shape, count });
      expect(device.length + page.length).toBe(count);
      expect(page.length).toBeGreaterThanOrEqual(count * 0.05);
    }
  });

  it("has each kind of fault in a long run, and both kills of the server in a short one", () => {
    const { device, page } = makePlan(shape);
    const kinds = new Set([...device, ...page].map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(
      [...roadFaults, ...deviceFaults, ...serverFaults, ...pageFaults].sort(),
    );
    const short = makePlan({ ...shape, count: 10 });
    expect(short.device.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...serverFaults]));
  });
});
