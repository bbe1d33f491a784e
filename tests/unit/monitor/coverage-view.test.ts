import { describe, expect, it } from "vitest";

import { countAxis, shareAxis } from "@/components/base/chart/axis";
import { regionCode } from "@/lib/base/region/code";
import { coverageView, type CoverageFacts, type CoverageView } from "@/lib/monitor/coverage/view";
import { coverageCsv, csvFileName } from "@/lib/monitor/coverage/csv";
import { parseCoverageParams } from "@/lib/monitor/coverage/params";
import { findRoot, type PlacedUnit } from "@/lib/monitor/coverage/place";
import { ranked, rankingOf } from "@/lib/monitor/coverage/rows";
import { unitDays } from "@/lib/monitor/coverage/unit";
import { addDays, daysFrom } from "@/lib/base/time/calendar-day";
import { dosesOf } from "@/lib/campaign/measures";

import { campaignOf } from "./coverage-view-campaign";

const today = "2026-06-04";
const lastDay = "2026-06-17";
const start = "2026-05-18";

const units: readonly PlacedUnit[] = [
  ["62.03.01.1001", "Selat Hilir", "62.03.01", "Selat"],
  ["62.03.01.1002", "Selat Hulu", "62.03.01", "Selat"],
  ["62.03.09.2001", "Warga Mulya", "62.03.09", "Mantangai"],
  ["62.03.15.2001", "Sei Pinang", "62.03.15", "Mandau Talawang"],
].map(([code = "", name = "", subdistrict = "", subdistrictName = ""]) => ({
  code,
  name,
  kind: "village",
  regionCode: regionCode.parse(code),
  regionName: name,
  subdistrictCode: regionCode.parse(subdistrict),
  subdistrictName,
  gridRow: null,
  gridColumn: null,
  set: null,
}));

/** Doses of MR, people of its first group, and reports that came, of each village. */
type Village = { doses: number; people: number | null; reports: number };

const usual: Record<string, Village> = {
  "62.03.01.1001": { doses: 95, people: 100, reports: 18 },
  "62.03.01.1002": { doses: 350, people: 1_000, reports: 18 },
  "62.03.09.2001": { doses: 60, people: 100, reports: 18 },
  "62.03.15.2001": { doses: 0, people: 200, reports: 0 },
};

function viewOf(
  villages: Record<string, Village> = usual,
  query: Record<string, string> = {},
  on = today,
): { view: CoverageView; params: ReturnType<typeof parseCoverageParams> } {
  const campaign = campaignOf({});
  const params = parseCoverageParams(query, campaign, on);
  const root = findRoot(units, {
    region: campaign.districtCode,
    named: undefined,
    district: campaign,
  });
  if (!root) throw new Error("no root");
  return { view: coverageView(campaign, params, { root, ...factsOf(villages, on) }), params };
}

function factsOf(villages: Record<string, Village>, on: string): Omit<CoverageFacts, "root"> {
  const facts = units.flatMap(({ code: place, name }) => {
    const { doses, people, reports } = villages[place] ?? { doses: 0, people: null, reports: 0 };
    const cell = { place, intervention: "MR", targetGroup: "9-59-bulan" };
    return [
      { kind: "place" as const, place, code: place, name, units: 1 },
      { kind: "report" as const, place, reports, completeDays: reports },
      { kind: "due" as const, place, reports: 18, ofDay: on > lastDay ? 0 : 1 },
      ...([today, lastDay].includes(on) && place.startsWith("62.03.01")
        ? [{ kind: "dayReport" as const, place, reports: 1 }]
        : []),
      ...(doses > 0
        ? [{ ...cell, kind: "dose" as const, residents: doses, nonResidents: 0, unverified: 0 }]
        : []),
      ...(people === null
        ? []
        : [{ ...cell, kind: "target" as const, people, units: 1, detail: null }]),
    ];
  });
  const days = ["62.03.01", "62.03.09", "62.03.15"].flatMap((place) =>
    daysFrom(start, on < start ? addDays(start, -1) : on).map((day) => {
      const reported = place !== "62.03.15" && (day < today || place === "62.03.01");
      const expected = place === "62.03.01" ? 2 : 1;
      return {
        place,
        day,
        intervention: "MR",
        targetGroup: null,
        doses: reported ? 5 : 0,
        dosesWithoutTarget: 0,
        nonResidentDoses: 0,
        unverified: 0,
        unverifiedWithoutTarget: 0,
        received: reported ? expected : 0,
        verified: reported ? expected : 0,
        expected,
        isService: true,
      };
    }),
  );
  return {
    facts,
    days,
    sources: [],
    latest: [],
    receivedAt: null,
    larger: null,
    doubts: [],
    steps: [],
    announced: [],
    twoLevels: [],
  };
}

describe("the place that an address names", () => {
  const district = campaignOf({});
  const region = district.districtCode;
  const find = (named: string | undefined, of: readonly PlacedUnit[] = units) =>
    findRoot(of, { region, named, district });

  it("is a unit that is a whole kecamatan where it stands alone there", () => {
    const [first] = units;
    if (!first) throw new Error("no unit");
    const whole = { ...first, code: "62.03.15", subdistrictCode: regionCode.parse("62.03.15") };
    expect(find("62.03.15", [whole])).toMatchObject({ kind: "unit", code: "62.03.15" });
    expect(find("62.03.15", [...units, whole])).toMatchObject({ kind: "subdistrict" });
  });

  it.each([
    [undefined, "district"],
    ["62.03.01", "subdistrict"],
    ["62.03.01.1001", "unit"],
    ["62.04", undefined],
  ])("%s is a %s", (named, kind) => {
    expect(find(named)?.kind).toBe(kind);
  });
});

describe("the coverage screen of a kabupaten", () => {
  it("says nothing of yesterday, pace and forecast of a village, whose days are not read", () => {
    for (const unit of viewOf().view.units) {
      expect(unit).toMatchObject({ yesterday: null, pws: null, trend: null });
      expect(unit.verdict).toMatchObject({ recentPace: null, forecast: null });
    }
    expect(viewOf().view.parts[0]?.yesterday).not.toBeNull();
  });

  it("forecasts nothing of a village on the last day either, when its days are all counted", () => {
    for (const { verdict } of viewOf(usual, {}, lastDay).view.units) {
      expect(verdict).toMatchObject({ forecast: null, isForecastReaching: null });
    }
  });

  it("judges each kecamatan by the sum of its villages, not by their mean", () => {
    const { view } = viewOf();
    const selat = view.parts.find(({ name }) => name === "Selat");

    // (95 + 350) of 1,100 is 40.5 %; the mean of 95 % and 35 % would be 65 %.
    expect(selat).toMatchObject({
      dosesAdministered: 445,
      targetPopulation: 1_100,
      status: "behind",
    });
    expect(view.total).toMatchObject({ dosesAdministered: 505, targetPopulation: 1_400 });
    expect(view.statuses).toMatchObject({ reached: 0, onTrack: 1, behind: 1, unknown: 1 });
  });

  it("counts the villages below the goal, the silent one too, the one that reached it not", () => {
    expect(viewOf().view.total.unitsBelowGoal).toBe(3);
  });

  it("counts as complete the kecamatan whose villages have all reported today", () => {
    expect(viewOf().view.completeParts).toBe(1);
  });

  it("ranks by coverage or by children needed, places without data last", () => {
    const { parts } = viewOf().view;

    expect(ranked(parts, "coverage").map(({ name }) => name)).toEqual([
      "Mantangai",
      "Selat",
      "Mandau Talawang",
    ]);
    expect(ranked(parts, "needed").map(({ name, needed }) => [name, needed])).toEqual([
      ["Selat", 600],
      ["Mantangai", 35],
      ["Mandau Talawang", 190],
    ]);
  });

  it("ranks by what was given where no place has a target population", () => {
    const without = Object.fromEntries(
      Object.entries(usual).map(([code, given]) => [code, { ...given, people: null }]),
    );
    const { parts, total } = viewOf(without).view;

    expect(rankingOf(viewOf().view.parts, "needed")).toBe("needed");
    expect(rankingOf(parts, "needed")).toBe("dosesAdministered");
    const given = ranked(parts, "dosesAdministered").map((row) => row.dosesAdministered);
    expect(given).toEqual([...given].sort((a, b) => b - a));
    expect(given[0]).toBeGreaterThan(0);
    expect(total.unitsBelowGoal).toBeNull();
  });

  it("leaves what has no target population without a percentage, and says how many", () => {
    const { view } = viewOf({
      ...usual,
      "62.03.09.2001": { doses: 60, people: null, reports: 18 },
    });
    const mantangai = view.parts.find(({ name }) => name === "Mantangai");

    expect(mantangai).toMatchObject({ coverage: null, needed: null, status: "unknown" });
    expect(view.total.dosesAdministered).toBe(445);
    expect(view.total.targetPopulation).toBe(1_300);
    expect(view.isWithoutTargets).toBe(false);
    expect(viewOf({}).view.isWithoutTargets).toBe(true);
  });

  it("draws the forecast from the last complete day, and today's point as open", () => {
    const { trend } = viewOf().view;

    expect(trend.days).toHaveLength(31);
    // Two of the four villages are in today; three of four were, every day before.
    expect(trend.now).toEqual({ position: 18, cumulative: 175, isOpen: true });
    expect(trend.forecast?.from.position).toBe(17);
    expect(trend.forecast?.to.position).toBe(31);
    expect(trend.weeks.map(({ day }) => day)).toContain("2026-05-25");
  });

  it("has neither curve nor forecast before the first day, and no pace to ask for after the last", () => {
    const before = viewOf({ ...usual }, {}, "2026-05-10").view;
    expect(before.calendar).toMatchObject({ phase: "before", day: 0 });
    expect(before.trend.forecast).toBeNull();

    const after = viewOf(usual, {}, "2026-08-01").view;
    expect(after.total.verdict.required).toEqual({ kind: "outOfTime", needed: 825 });
    expect(after.trend.required).toBeNull();
  });
});

describe("the file of a coverage screen", () => {
  const texts = {
    column: (name: string) => name,
    status: (status: string) => status,
    scope: (scope: string) => scope,
    source: (source: string) => source,
    allGroups: "semua",
    total: "Jumlah",
    sample: "DATA CONTOH",
    published: "Sumber",
    ended: ({ unit }: { readonly unit: string }) => `ended ${unit}`,
    twoLevels: ({ name }: { readonly name: string }) => name,
  };

  it("has a row for each kecamatan and the total, coverage with two decimals", () => {
    const { view, params } = viewOf();
    const rows = coverageCsv(campaignOf({}), params, view, texts);

    expect(rows.map((row) => [row[1], row[10], row[11], row[14], row[17]])).toEqual([
      ["name", "targetPopulation", "dosesAdministered", "coverage", "needed"],
      ["Selat", 1_100, 445, "40,45", 600],
      ["Mandau Talawang", 200, null, null, 190],
      ["Mantangai", 100, 60, "60,00", 35],
      ["Jumlah", 1_400, 505, "36,07", 825],
    ]);
  });

  it("holds the villages below the goal when those are what is shown, without a total", () => {
    const { view, params } = viewOf(usual, { tampil: "desa", "di-bawah-target": "ya" });
    const rows = coverageCsv(campaignOf({}), params, view, texts);

    expect(rows.slice(1).map((row) => row[1])).toEqual(["Selat Hulu", "Sei Pinang", "Warga Mulya"]);
  });

  it("begins with a warning when its figures are invented", () => {
    const { view, params } = viewOf();

    expect(coverageCsv(campaignOf({ isSample: true }), params, view, texts)[0]).toEqual([
      "DATA CONTOH",
    ]);
    expect(csvFileName({ slug: "bian" }, params)).toBe("cakupan-bian-mr-2026-06-04.csv");
  });
});

describe("the days of a village", () => {
  const at = { campaign: campaignOf({}), round: campaignOf({}).rounds[0] };
  const report = {
    day: "2026-05-19",
    isZero: false,
    isOnTime: false,
    version: 2,
    receivedAt: new Date("2026-05-20T01:00:00Z"),
    submittedBy: "Camat Selat",
    tallies: [
      {
        intervention: "MR",
        targetGroup: "9-59-bulan",
        ...dosesOf({ residents: 7, nonResidents: 1 }),
      },
    ],
  };

  it("tell a day without a report from one with, latest first", () => {
    if (!at.round) throw new Error("no round");
    const days = unitDays([report], { ...at, round: at.round, on: "2026-05-20" });

    expect(days.map(({ day, report: found }) => [day, found !== null])).toEqual([
      ["2026-05-20", false],
      ["2026-05-19", true],
      ["2026-05-18", false],
    ]);
    expect(days[1]?.cells.map((cell) => cell?.residents ?? null)).toEqual([7, null, null, null]);
  });
});

describe("axes", () => {
  it.each([
    [0, { end: 1, ticks: [0, 1] }],
    [3, { end: 3, ticks: [0, 1, 2, 3] }],
    [2_794, { end: 3_000, ticks: [0, 1_000, 2_000, 3_000] }],
    [16_000, { end: 20_000, ticks: [0, 5_000, 10_000, 15_000, 20_000] }],
  ])("of counts up to %d end on a round number", (largest, axis) => {
    expect(countAxis(largest)).toEqual(axis);
  });

  it.each([
    [49, 100, 5],
    [102.9, 110, 5],
    [119.3, 120, 5],
    [150, 150, 4],
    [3_600, 150, 4],
  ])("of shares up to %d %% end at %d", (largest, end, lines) => {
    const axis = shareAxis(largest);
    expect(axis.end).toBe(end);
    expect(axis.ticks).toHaveLength(lines);
  });
});
