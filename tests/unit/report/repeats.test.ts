import { describe, expect, it } from "vitest";

import { decideBatch, type BatchContext } from "@/lib/report/batch";
import { limits } from "@/lib/base/limits";

import { camat, day, dinkes, judged, said, standing, unit } from "./judging";

const most = limits.repeatsPerVersion;
const remembered = (repeats: number): BatchContext => ({
  ...standing(),
  remembered: [{ unit, day, submissions: 1 + repeats }],
});
const same = () => said({ residents: 10 });

describe("what stands, sent again under another id", () => {
  it("is remembered, so that its sender finds it", () => {
    expect(judged(same(), standing(), camat())).toMatchObject({ outcome: "replayed", version: 1 });
    expect(judged(same(), remembered(most - 1), camat()).echo?.version).toBe(1);
  });

  it("is rejected once it was remembered often enough, and nothing is kept of it", () => {
    const { outcome, problem, echo, written } = judged(same(), remembered(most), camat());
    expect({ outcome, problem }).toEqual({ outcome: "rejected", problem: "repeated" });
    expect(echo ?? written).toBeUndefined();
  });

  it("counts those of the same batch too", () => {
    const { results, echoes } = decideBatch(
      Array.from({ length: most + 3 }, same),
      standing(),
      camat(),
    );
    expect(echoes).toHaveLength(most);
    expect(results.filter(({ outcome }) => outcome === "rejected")).toHaveLength(3);
  });

  it("counts anew for a newer version", () => {
    const changed = said({ residents: 11, baseVersion: 1 });
    const again = () => said({ residents: 11, baseVersion: 1 });
    const { results } = decideBatch([changed, again()], remembered(most), dinkes());
    expect(results.map(({ outcome }) => outcome)).toEqual(["stored", "replayed"]);
  });

  it("of an id that is known is answered as before, however often", () => {
    const known = same();
    const submissions = [{ id: known.id, content: known.digest, version: 1, kept: null }];
    const { results } = decideBatch([known], { ...remembered(most), submissions }, camat());
    expect(results).toMatchObject([{ outcome: "replayed", version: 1, problems: [] }]);
  });
});
