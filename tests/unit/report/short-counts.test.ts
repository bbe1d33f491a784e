import { describe, expect, it } from "vitest";

import { columnKeyOf } from "@/lib/campaign/column-key";
import type { EntryColumn } from "@/lib/report/entry-row";
import { namedCounts, shortCounts } from "@/lib/report/short-counts";

const column = (intervention: string, targetGroup: string, isApart = false): EntryColumn => ({
  key: columnKeyOf({ intervention, targetGroup }),
  ...{ intervention, targetGroup, interventionName: intervention, shortName: intervention },
  ...{ groupName: `Kelompok ${targetGroup}`, shortGroupName: targetGroup },
  ...(isApart && { isApart }),
});

describe("the counts of a report in a line", () => {
  it("adds the groups of an intervention, where they add", () => {
    const counted = [
      { column: column("MR", "a"), count: 3 },
      { column: column("MR", "b"), count: 4 },
      { column: column("OPV", "a"), count: 5 },
    ];
    expect(shortCounts(counted)).toEqual([
      { name: "MR", count: 7 },
      { name: "OPV", count: 5 },
    ]);
  });

  it("never adds children to families", () => {
    const counted = ["a", "b"].map((group) => ({ column: column("X", group, true), count: 2 }));
    expect(shortCounts(counted)).toEqual([
      { name: "Kelompok a", count: 2 },
      { name: "Kelompok b", count: 2 },
    ]);
  });

  it.each([
    [4, 4, 0],
    [5, 2, 3],
    [10, 2, 8],
  ])("names of %d counts %d, and says how many more", (all, named, more) => {
    const counts = Array.from({ length: all }, (_, index) => ({ name: String(index), count: 1 }));
    expect(namedCounts(counts)).toEqual({ named: counts.slice(0, named), more });
  });
});
