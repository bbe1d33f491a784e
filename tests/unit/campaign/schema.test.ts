import { describe, expect, it, test } from "vitest";

import { campaignInput } from "@/lib/campaign/schema";
import { problemsByField } from "@/lib/base/forms/problem";

const body = {
  slug: "pin-polio-lebak-2024",
  name: "PIN Polio Kabupaten Lebak",
  districtCode: "36.02",
  startsOn: "2024-07-23",
  endsOn: "2024-08-17",
  timeZone: "Asia/Jakarta",
  reportCutOff: "16:00",
  isSample: false,
  decidingTargetSource: "pusdatin",
  rounds: [
    { number: 1, startsOn: "2024-07-23", endsOn: "2024-07-29", sweepingEndsOn: "2024-08-03" },
    { number: 2, startsOn: "2024-08-06", endsOn: "2024-08-12" },
  ],
  interventions: [{ code: "nOPV2", name: "Polio tetes", coverageGoal: "0.95" }],
  targetGroups: [{ code: "0-7-tahun", name: "0–7 tahun 11 bulan 29 hari" }],
};

type Body = Readonly<Record<string, unknown>>;
const problems = (change: Body) => {
  const parsed = campaignInput.safeParse({ ...body, ...change });
  return parsed.success ? {} : problemsByField(parsed.error);
};
const round = (change: Body) => ({ rounds: [{ ...body.rounds[0], ...change }, body.rounds[1]] });

test("PIN Polio in Lebak with its two rounds can be made", () => {
  expect(problems({})).toEqual({});
});

test("COVID-19 doses are interventions and offices are units", () => {
  expect(
    problems({
      interventions: [
        { code: "dosis-1", name: "Dosis 1", coverageGoal: "0.7" },
        { code: "dosis-2", name: "Dosis 2", coverageGoal: "0.7", targetGroups: ["0-7-tahun"] },
      ],
      reportingUnits: [
        { code: "OPD-01", name: "Sekretariat Daerah", kind: "office", regionCode: "36.02" },
      ],
    }),
  ).toEqual({});
});

test.each([
  ["an end before the start", { endsOn: "2024-07-01" }, "endsOn", "endsBeforeStart"],
  ["31 June", { startsOn: "2024-06-31" }, "startsOn", "noSuchDay"],
  ["a missing date", { startsOn: "" }, "startsOn", "required"],
  ["more than three years", { endsOn: "2028-01-01" }, "endsOn", "campaignTooLong"],
  ["an address with capitals", { slug: "PIN Lebak" }, "slug", "slugFormat"],
  ["an hour past the day", { reportCutOff: "24:00" }, "reportCutOff", "hourFormat"],
  ["a code that is no kabupaten's", { districtCode: "36" }, "districtCode", "unknownRegion"],
  [
    "an upper age that is not above the lower one",
    { targetGroups: [{ code: "x", name: "X", minMonths: 60, maxMonthsExclusive: 60 }] },
    "targetGroups.0.maxMonthsExclusive",
    "agesOrder",
  ],
  ["a period that the rhythm has not", { period: "month" }, "period", "periodOfRhythm"],
  ["periods of no length", { rhythm: "periods" }, "period", "periodOfRhythm"],
  [
    "an age in years where months are meant, and more",
    { targetGroups: [{ code: "x", name: "X", maxMonthsExclusive: 1_801 }] },
    "targetGroups.0.maxMonthsExclusive",
    "tooManyMonths",
  ],
  [
    "half a month",
    { targetGroups: [{ code: "x", name: "X", minMonths: 1.5 }] },
    "targetGroups.0.minMonths",
    "wholeNumber",
  ],
  ["a noun as long as a sentence", { noun: "a".repeat(41) }, "noun", "tooLong"],
  ["no round", { rounds: [] }, "rounds", "atLeastOne"],
  ["no intervention", { interventions: [] }, "interventions", "atLeastOne"],
  ["no target group", { targetGroups: [] }, "targetGroups", "atLeastOne"],
  ["no unit", { reportingUnits: [] }, "reportingUnits", "atLeastOne"],
  [
    "a round before the campaign",
    round({ startsOn: "2024-07-01" }),
    "rounds.0.startsOn",
    "outsideCampaign",
  ],
  [
    "a round that ends before it starts",
    round({ endsOn: "2024-07-22", sweepingEndsOn: null }),
    "rounds.0.endsOn",
    "endsBeforeStart",
  ],
  [
    "sweeping before the round's end",
    round({ sweepingEndsOn: "2024-07-29" }),
    "rounds.0.sweepingEndsOn",
    "sweepingDay",
  ],
  [
    "sweeping into the next round",
    round({ sweepingEndsOn: "2024-08-06" }),
    "rounds.1.startsOn",
    "overlap",
  ],
  ["rounds out of order", round({ number: 3 }), "rounds.0.startsOn", "roundOrder"],
  ["a round number twice", round({ number: 2 }), "rounds.1.number", "codeTwice"],
])("rejects %s", (_, change, field, problem) => {
  expect(problems(change)[field]).toContain(problem);
});

test.each(["0", "1.01", "0.95001", "0,95", "95", "-0.5", ""])(
  "rejects the goal %j",
  (coverageGoal) => {
    const interventions = [{ ...body.interventions[0], coverageGoal }];
    expect(problems({ interventions })["interventions.0.coverageGoal"]).toEqual(["goalRange"]);
  },
);

test.each(["0.0095", "0.01"])(
  "asks whether the goal %j is a share typed as percent",
  (coverageGoal) => {
    const interventions = [{ ...body.interventions[0], coverageGoal }];
    expect(problems({ interventions })["interventions.0.coverageGoal"]).toEqual(["goalAsShare"]);
  },
);

test.each(["0.0101", "0.95", "1", "0.9999", "0.8000"])("takes the goal %j", (coverageGoal) => {
  expect(problems({ interventions: [{ ...body.interventions[0], coverageGoal }] })).toEqual({});
});

test("codes are told apart without regard to case", () => {
  const twice = [body.targetGroups[0], { code: "0-7-TAHUN", name: "Sekali lagi" }];
  expect(problems({ targetGroups: twice })).toEqual({ "targetGroups.1.code": ["codeTwice"] });
});

test("an intervention is given only to groups of the campaign", () => {
  const interventions = [{ ...body.interventions[0], targetGroups: ["lansia"] }];
  expect(problems({ interventions })).toEqual({
    "interventions.0.targetGroups": ["unknownGroup"],
  });
});

describe("a kecamatan and its villages", () => {
  const unit = (kind: string, regionCode: string, code = regionCode) => ({
    code,
    name: code,
    kind,
    regionCode,
  });
  const selat = unit("subdistrict", "62.03.01");
  const hilir = unit("village", "62.03.01.1007");

  it.each([
    ["a kecamatan beside a village of it", [hilir, selat], 1],
    ["a kecamatan that is called a village too", [selat, unit("village", "62.03.01", "b")], 0],
  ])("are not added up: %s", (_, reportingUnits, at) => {
    expect(problems({ reportingUnits })).toEqual({
      [`reportingUnits.${String(at)}.regionCode`]: ["levelsOverlap"],
    });
  });

  it.each([
    ["a kecamatan beside a village of another", [selat, unit("village", "62.03.02.2001")]],
    ["an office in a kecamatan beside its villages", [unit("office", "62.03.01"), hilir]],
    ["a puskesmas beside villages", [unit("puskesmas", "62.03.01"), hilir]],
    ["two kecamatan", [selat, unit("subdistrict", "62.03.02")]],
    [
      "codes that only begin alike",
      [unit("subdistrict", "62.03.01"), unit("village", "62.03.10.2001")],
    ],
  ])("may report where nobody is counted twice: %s", (_, reportingUnits) => {
    expect(problems({ reportingUnits })).toEqual({});
  });
});

describe("a round too soon after the one before", () => {
  const second = { ...body.rounds[1], minGapDays: 14 };

  it("asks for a reason, and is taken with one", () => {
    expect(problems({ rounds: [body.rounds[0], second] })).toEqual({
      "rounds.1.gapReason": ["gapTooShort"],
    });
    const told = { ...second, gapReason: "Vaksin kedaluwarsa 15 Agustus" };
    expect(problems({ rounds: [body.rounds[0], told] })).toEqual({});
  });

  it("needs none when it keeps its days", () => {
    const moved = { ...second, startsOn: "2024-08-12", endsOn: "2024-08-17" };
    expect(problems({ rounds: [body.rounds[0], moved] })).toEqual({});
  });

  it("cannot ask for less than a day", () => {
    expect(problems({ rounds: [body.rounds[0], { ...second, minGapDays: 0 }] })).toMatchObject({
      "rounds.1.minGapDays": ["gapRange"],
    });
  });
});

it("a dose follows one that is there, and not in a circle", () => {
  const doses = (first: string | null, second: string | null) => ({
    interventions: [
      { code: "D1", name: "Dosis 1", coverageGoal: "0.7", follows: first },
      { code: "D2", name: "Dosis 2", coverageGoal: "0.7", follows: second, minGapDays: 28 },
    ],
  });
  expect(problems(doses(null, "D1"))).toEqual({});
  expect(problems(doses("D2", "D1"))).toMatchObject({
    "interventions.0.follows": ["followsItself"],
  });
  expect(problems(doses(null, "D3"))).toEqual({
    "interventions.1.follows": ["unknownPredecessor"],
  });
});

describe("the source of published figures", () => {
  it.each([
    "https://www.baritoinfo.com/vaksinasi-covid-19-di-kapuas-capai-9302-persen/",
    "http://zonasidik.com/",
    "",
    undefined,
  ])("may stand on %j", (sourceUrl) => {
    expect(problems({ sourceName: "zonasidik.com", sourceUrl })).toEqual({});
  });

  it.each(["javascript:alert(1)", "zonasidik.com", "data:text/html,x", "https://"])(
    "is no link to %j",
    (sourceUrl) => {
      expect(problems({ sourceName: "zonasidik.com", sourceUrl })).toEqual({
        sourceUrl: ["webAddress"],
      });
    },
  );

  it("has a name where it has an address", () => {
    expect(problems({ sourceUrl: "https://zonasidik.com/" })).toEqual({ sourceName: ["required"] });
  });
});
