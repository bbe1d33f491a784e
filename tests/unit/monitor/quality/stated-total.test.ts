import { describe, expect, it } from "vitest";

import { statedTotalInput } from "@/lib/monitor/quality/schema";

const read = (doses: string) =>
  statedTotalInput.safeParse({
    kampanye: "bian",
    place: "62.03",
    intervention: "MR",
    day: "2026-06-04",
    span: "cumulative",
    doses,
    source: "Siaran pers",
  });

describe("a total as it was announced", () => {
  it.each([
    ["298.376", 298_376],
    ["1.298.376", 1_298_376],
    ["12,00", 12],
    ["1.234,00", 1_234],
    ["\u200e12", 12],
  ])("“%s” is %d doses", (written, doses) => {
    expect(read(written).data?.doses).toBe(doses);
  });

  it.each(["0.857", "12 34", "95%", "-", "(5)", "99.999.999.999"])("“%s” is none", (written) => {
    expect(read(written).error?.issues.map(({ message }) => message)).toEqual(["wholeNumber"]);
  });

  it("cannot be left out", () => {
    expect(read(" ").error?.issues.map(({ message }) => message)).toEqual(["required"]);
  });
});
