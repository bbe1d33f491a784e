import { describe, expect, it } from "vitest";

import { readUnitLines, unitLines } from "@/lib/campaign/unit-lines";

describe("lines of units", () => {
  it.each([
    ["without an office", "opd-1; Dinas; kantor; 62.03", undefined],
    ["with one", "opd-1; Dinas; kantor; 62.03; dinkes", "dinkes"],
    ["with none, said by an empty part", "opd-1; Dinas; kantor; 62.03;", null],
    ["of the kabupaten, with one", "opd-1\tDinas\tkantor\t\tdinkes", "dinkes"],
  ])("say the office that holds it: %s", (_, line, office) => {
    const { units, unreadable } = readUnitLines(line, "62.03");
    expect(unreadable).toEqual([]);
    expect(units[0]).toMatchObject({ code: "opd-1", regionCode: "62.03" });
    expect(units[0]?.office).toBe(office);
    expect(readUnitLines(unitLines(units), "62.03").units).toEqual(units);
  });
});
