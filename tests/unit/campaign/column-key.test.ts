import { describe, expect, it } from "vitest";

import { columnKeyOf, placeColumnKeyOf, readColumnKey } from "@/lib/campaign/column-key";

const column = { intervention: "MR", targetGroup: "9-59-bulan" };

describe("the key of a column", () => {
  it("has the text that devices keep, and names the column again", () => {
    expect(columnKeyOf(column)).toBe("MR/9-59-bulan");
    expect(readColumnKey(columnKeyOf(column))).toEqual(column);
  });

  it("is another in another place, and in another round", () => {
    const key = columnKeyOf(column);
    const keys = [
      placeColumnKeyOf("62.03.01.1007", key),
      placeColumnKeyOf("62.03.01.1007", key, 1),
      placeColumnKeyOf("62.03.01.1007", key, 2),
      placeColumnKeyOf("62.03.01.2011", key, 1),
      placeColumnKeyOf("62.03.01.1007", columnKeyOf({ ...column, intervention: "OPV" }), 1),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(placeColumnKeyOf("62.03.01.1007", columnKeyOf({ ...column }), 1)).toBe(keys[1]);
  });
});
