import { describe, expect, it } from "vitest";

import type { UnitEnd } from "@/lib/campaign/campaign";
import { columnKeyOf } from "@/lib/campaign/column-key";
import {
  notEnlarged,
  standingSuccessors,
} from "@/lib/campaign/target-population/standing-successor";

const mr = columnKeyOf({ intervention: "MR", targetGroup: "anak" });
const opv = columnKeyOf({ intervention: "OPV", targetGroup: "anak" });
const until = "2026-11-09";
const next = "2026-11-10";

function end(from: string | null): UnitEnd {
  return { unit: "a", name: "Desa A", until, successors: [{ code: "b", name: "Desa B", from }] };
}

/** People of A on its last day, and of B on it and on the day after. */
function warned(
  [a, before, after]: readonly (readonly (readonly [typeof mr, number])[])[],
  from: string | null = null,
) {
  const on: Record<string, typeof a> = {
    [`a ${until}`]: a,
    [`b ${until}`]: before,
    [`b ${next}`]: after,
  };
  return notEnlarged([end(from)], (unit, day) => new Map(on[`${unit} ${day}`])).map(
    ({ code, ended }) => [code, ended.unit],
  );
}

describe("a successor that stood already", () => {
  it("is told from one that begins with the day after", () => {
    const standing = (from: string | null) => standingSuccessors([end(from)]).length;
    expect([null, "2026-11-01", until].map(standing)).toEqual([1, 1, 1]);
    expect(standing(next)).toBe(0);
  });

  it.each([
    ["as before", [[[mr, 100]], [[mr, 80]], [[mr, 80]]], [["b", "a"]]],
    ["less than before", [[[mr, 100]], [[mr, 80]], [[mr, 70]]], [["b", "a"]]],
    ["nobody, before and after", [[[mr, 100]], [], []], [["b", "a"]]],
    ["more from that day on", [[[mr, 100]], [[mr, 80]], [[mr, 180]]], []],
    ["its first number from that day on", [[[mr, 100]], [], [[mr, 180]]], []],
    [
      "more in one column of two",
      [
        [
          [mr, 9],
          [opv, 9],
        ],
        [
          [mr, 8],
          [opv, 8],
        ],
        [
          [mr, 17],
          [opv, 8],
        ],
      ],
      [],
    ],
    [
      "more in a column that the other had nobody in",
      [
        [[mr, 9]],
        [
          [mr, 8],
          [opv, 8],
        ],
        [
          [mr, 8],
          [opv, 9],
        ],
      ],
      [["b", "a"]],
    ],
    ["as before, of one that had nobody", [[[mr, 0]], [[mr, 80]], [[mr, 80]]], []],
    ["as before, of one without a number", [[], [[mr, 80]], [[mr, 80]]], []],
  ] as const)("that has %s", (_, people, found) => {
    expect(warned(people)).toEqual(found);
  });

  it("says nothing of one that is new", () => {
    expect(warned([[[mr, 100]], [], []], next)).toEqual([]);
  });
});
