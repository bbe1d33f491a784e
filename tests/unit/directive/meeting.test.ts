import { describe, expect, it } from "vitest";

import { regionCode } from "@/lib/base/region/code";
import type { FrozenFigures } from "@/lib/directive/frozen";
import { meetingSentence } from "@/lib/directive/meeting-sentence";
import { subdistrictRows, type SubdistrictCount } from "@/lib/directive/subdistrict-rows";
import { knownOn } from "@/lib/directive/then-now";
import { readDirectiveView, viewsOf, directiveViewWord } from "@/lib/directive/view";

type Figure = FrozenFigures["figures"][number];

/** COVID-19 in Kepulauan Anambas, of 32,415 people. */
const figure = (doses: number, change: Partial<Figure> = {}): Figure => ({
  ...{ intervention: "DOSIS-1", targetGroup: null, doses, targetPopulation: 32_415 },
  ...{ needed: 32_415 - doses, neededPerDay: null, daysLeft: null, pace: null },
  ...change,
});

const on = (day: string, change: Partial<FrozenFigures>): FrozenFigures => ({
  ...{ day, at: `${day}T12:00:00Z`, reports: { received: 0, due: 0 } },
  ...{ figures: [], stages: [], indicators: [] },
  ...change,
});

describe("what became of a campaign since a meeting", () => {
  const before = on("2021-06-08", { figures: [figure(5_113)] });
  const after = (change: Partial<Figure>) =>
    on("2021-06-15", { figures: [figure(9_840, { neededPerDay: 1_505, pace: 675, ...change })] });

  it("is 15.8 to 30.4 % in seven days, and 2.2 times as fast is needed", () => {
    expect(meetingSentence(before, after({}))).toMatchObject({
      ...{ kind: "coverage", then: 158, now: 304, days: 7 },
      pace: { kind: "faster", timesTenths: 22 },
    });
  });

  it.each([
    ["enough", { pace: 1_505 }],
    ["unknown", { pace: null }],
    ["unknown", { neededPerDay: null }],
    ["reached", { needed: 0, neededPerDay: null }],
  ])("has a pace that is %s with %o", (kind, change) => {
    expect(meetingSentence(before, after(change))).toMatchObject({ pace: { kind } });
  });

  it("says nothing on the same day, nor of what has no target population", () => {
    expect(meetingSentence(before, { ...after({}), day: before.day })).toBeNull();
    expect(meetingSentence(before, after({ targetPopulation: null }))).toBeNull();
  });

  it("counts indicators that became better where nothing is given", () => {
    const indicators = (...verdicts: ("better" | "worse" | null)[]) =>
      verdicts.map((verdict, index) => ({
        ...{ id: `00000000-0000-4000-8000-00000000000${String(index)}`, name: "Stunting" },
        ...{ measure: "count" as const, quantity: null, verdict },
      }));
    expect(
      meetingSentence(
        on("2024-02-20", { indicators: indicators(null, "worse", "better") }),
        on("2024-07-16", { indicators: indicators("better", "worse", "better") }),
      ),
    ).toEqual({ kind: "indicators", then: 1, now: 2, of: 3 });
  });
});

it("a meeting that is over knew of the day before it, one of today of today", () => {
  expect(knownOn("2021-06-09", "2026-11-30")).toBe("2021-06-08");
  expect(knownOn("2026-11-30", "2026-11-30")).toBe("2026-11-30");
  expect(knownOn("2026-12-02", "2026-11-30")).toBe("2026-11-30");
});

describe("a table of what was issued", () => {
  const everyCamat = [{ kind: "office" }, { kind: "subdistricts" }] as const;

  it("is laid out by decision first where a meeting made them", () => {
    expect(viewsOf("meeting", everyCamat)).toEqual(["orders", "addressees", "subdistricts"]);
    expect(viewsOf("instruction", everyCamat)).toEqual(["addressees", "subdistricts"]);
    expect(viewsOf("commitment", [{ kind: "office" }])).toEqual(["addressees"]);
  });

  it("is as the address says, where it has that", () => {
    const views = viewsOf("instruction", everyCamat);
    expect(readDirectiveView("kecamatan", views)).toBe("subdistricts");
    expect(readDirectiveView("keputusan", views)).toBe("addressees");
    expect(readDirectiveView(undefined, views)).toBe("addressees");
    expect(views.map((view) => directiveViewWord(view, views))).toEqual([null, "kecamatan"]);
  });
});

it("has a row a kecamatan, most that is late first, and offices last", () => {
  const count = (
    code: string | null,
    order: number,
    part: SubdistrictCount["part"],
    many: number,
  ): SubdistrictCount => ({
    subdistrict: code === null ? null : regionCode.parse(code),
    name: code ?? "",
    ...{ order, part, count: many },
  });
  const rows = subdistrictRows(
    [{ position: 1 }, { position: 2 }],
    [
      count(null, 1, "late", 9),
      count("62.03.01", 1, "done", 3),
      count("62.03.02", 1, "late", 2),
      count("62.03.02", 1, "done", 1),
      count("62.03.02", 2, "open", 1),
    ],
  );
  expect(rows.map(({ subdistrict }) => subdistrict)).toEqual(["62.03.02", "62.03.01", null]);
  expect(rows[0]).toMatchObject({
    cells: [{ late: 2, done: 1 }, { open: 1 }],
    all: { late: 2, done: 1, open: 1 },
  });
  expect(rows[1]?.cells[1]).toBeNull();
});
