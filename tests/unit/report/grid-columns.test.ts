import { describe, expect, it } from "vitest";

import { gridColumns, gridWidths, placeAmongAll } from "@/components/device/entry/grid-columns";
import { columnKeyOf } from "@/lib/campaign/column-key";
import { columnGroups, columnName } from "@/lib/report/column-groups";
import type { EntryColumn } from "@/lib/report/entry-row";

function column(intervention: string, targetGroup: string): EntryColumn {
  return {
    key: columnKeyOf({ intervention, targetGroup }),
    intervention,
    targetGroup,
    interventionName: `Layanan ${intervention}`,
    shortName: intervention,
    groupName: targetGroup,
    shortGroupName: targetGroup,
  };
}

const groupsOf = (intervention: string) =>
  ["bayi", "anak", "remaja"].map((group) => column(intervention, group));
const three = ["a", "b", "c"].flatMap(groupsOf);
const placesOf = (folded: readonly string[]) =>
  gridColumns(three, new Set(folded)).drawn.map((drawn) =>
    drawn.kind === "folded" ? drawn.group.intervention : [drawn.index, drawn.place],
  );

describe("the columns of the grid", () => {
  it("are all fields while nothing is folded", () => {
    const { fields, drawn } = gridColumns(three, new Set());
    expect(fields).toEqual(three);
    expect(drawn.map((each) => each.kind === "field" && each.startsIntervention)).toEqual([
      true,
      false,
      false,
      true,
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  it("have one column for an intervention that is folded, which no place counts", () => {
    expect(placesOf(["b"])).toEqual([[0, 0], [1, 1], [2, 2], "b", [6, 3], [7, 4], [8, 5]]);
    expect(gridColumns(three, new Set(["b"])).fields.map(({ key }) => key)).not.toContain(
      three[4]?.key,
    );
    expect(placesOf(["a", "b", "c"])).toEqual(["a", "b", "c"]);
  });

  it("stand at their place among all when a block is pasted right of what is folded", () => {
    const grid = gridColumns(three, new Set(["a"]));
    expect(placeAmongAll(grid, { row: 2, column: 1 })).toEqual({ row: 2, column: 4 });
  });

  it("fold only where they are many, of several interventions with several groups", () => {
    const isFolded = (columns: readonly EntryColumn[]) =>
      gridColumns(columns, new Set(["a"])).drawn.some(({ kind }) => kind === "folded");
    expect(isFolded(three)).toBe(true);
    expect(isFolded(three.slice(0, 6))).toBe(false);
    expect(
      isFolded(Array.from({ length: 10 }, (_, index) => column("a", `g${String(index)}`))),
    ).toBe(false);
    expect(isFolded([column("a", "bayi"), ...three.slice(3), ...groupsOf("d")])).toBe(false);
  });

  it("have yesterday beside them up to six, and are twelve in 1366 pixels with a side bar", () => {
    const few = gridColumns(three.slice(0, 6), new Set());
    expect(few.isDense).toBe(false);
    expect(gridWidths(few).columns).toHaveLength(1 + 6 * 2 + 1);
    const twelve = gridColumns([...three, ...groupsOf("d")], new Set());
    expect(gridWidths(twelve).columns).toHaveLength(1 + 12 + 1);
    expect(gridWidths(twelve).least).toBeLessThanOrEqual(66);
    const folded = gridColumns([...three, ...groupsOf("d")], new Set(["a"]));
    expect(gridWidths(folded).columns).toHaveLength(1 + 1 + 9 + 1);
    expect(gridWidths(folded).least).toBeLessThan(gridWidths(twelve).least);
  });
});

describe("interventions of columns", () => {
  it("are in one head with a group of the same name, which is said once", () => {
    const same = { ...column("Posyandu", "posyandu "), interventionName: "Layanan" };
    expect(columnGroups([same, ...groupsOf("a")]).map(({ isOneHead }) => isOneHead)).toEqual([
      true,
      false,
    ]);
    expect(columnName(same)).toBe("posyandu ");
    expect(columnName(column("a", "bayi"), " · ")).toBe("a · bayi");
    expect(columnGroups([same, column("Posyandu", "bayi")])[0]?.isOneHead).toBe(false);
  });
});
