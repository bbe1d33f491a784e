import { describe, expect, it } from "vitest";

import type { Strategy } from "@/lib/plan/plan";
import { strategyFor, worksOf, type StrategyPlace } from "@/lib/plan/strategy";

const [district, selat, timpah] = ["62.03", "62.03.01", "62.03.12"];
const groups = ["umum", "lansia", "komorbid"];

function strategy(id: string, place: string, mode: Strategy["mode"], targetGroups: string[] = []) {
  return { id, place, mode, targetGroups, isWithdrawn: false, version: 1 };
}

function unit(code: string, subdistrict: string, sets: readonly string[] = []): StrategyPlace {
  return { code, district, subdistrict, sets };
}

const hilir = unit("62.03.01.1001", selat);
const petakPuti = unit("62.03.12.2003", timpah);

describe("the three rows of 5 October 2021", () => {
  const rows = [
    strategy("a", selat, "post"),
    strategy("b", district, "outreach"),
    strategy("c", district, "outreach", ["lansia", "komorbid"]),
  ];

  it("are a post in every unit of Selat, and outreach to old and ill people there too", () => {
    expect(worksOf(rows, hilir, groups)).toEqual([
      { unit: hilir.code, mode: "post", targetGroups: ["umum"], isNamed: false },
      { unit: hilir.code, mode: "outreach", targetGroups: ["lansia", "komorbid"], isNamed: true },
    ]);
  });

  it("are outreach everywhere else", () => {
    expect(strategyFor(rows, petakPuti, "umum")?.id).toBe("b");
    expect(strategyFor(rows, petakPuti, "lansia")?.id).toBe("c");
  });
});

describe("the most specific wins", () => {
  const all = [
    strategy("a", district, "mass"),
    strategy("b", selat, "outreach"),
    strategy("c", "remote/hulu", "sweeping"),
    strategy("d", hilir.code, "post"),
  ];
  const inSet = unit(hilir.code, selat, ["remote/hulu"]);

  it.each([
    [all, "d"],
    [all.slice(0, 3), "c"],
    [all.slice(0, 2), "b"],
    [all.slice(0, 1), "a"],
  ])("unit, set, kecamatan, kabupaten (%#)", (rows, id) => {
    expect(strategyFor(rows, inSet, "umum")?.id).toBe(id);
    expect(strategyFor(rows.toReversed(), inSet, "umum")?.id).toBe(id);
  });

  it("whom before where", () => {
    const named = strategy("z", district, "school", ["umum"]);
    expect(strategyFor([...all, named], inSet, "umum")?.id).toBe("z");
    expect(strategyFor([...all, named], inSet, "lansia")?.id).toBe("d");
  });

  it("one that is withdrawn, or for other groups, holds nowhere", () => {
    const withdrawn = { ...strategy("z", hilir.code, "school"), isWithdrawn: true };
    expect(strategyFor([withdrawn], hilir, "umum")).toBeNull();
    expect(strategyFor([strategy("z", selat, "post", ["lansia"])], hilir, "umum")).toBeNull();
    expect(worksOf([withdrawn], hilir, groups)).toEqual([]);
  });
});

describe("ties", () => {
  it("fewer groups, then the set that comes first, then the smaller id", () => {
    const both = [
      strategy("a", selat, "post", ["lansia", "komorbid"]),
      strategy("b", selat, "school", ["lansia"]),
    ];
    expect(strategyFor(both, hilir, "lansia")?.id).toBe("b");
    const sets = [strategy("a", "remote/x", "post"), strategy("b", "lokus/x", "school")];
    expect(strategyFor(sets, unit(hilir.code, selat, ["remote/x", "lokus/x"]), "umum")?.id).toBe(
      "b",
    );
    const alike = [strategy("b", selat, "post", ["umum"]), strategy("a", selat, "mass", ["umum"])];
    expect(strategyFor(alike, hilir, "umum")?.id).toBe("a");
  });

  it("a unit of no kecamatan lies in the kabupaten alone", () => {
    const office = unit("dpmd", district);
    expect(
      strategyFor(
        [strategy("a", selat, "post"), strategy("b", district, "workplace")],
        office,
        "umum",
      )?.id,
    ).toBe("b");
  });
});
