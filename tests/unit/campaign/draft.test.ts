import { describe, expect, it, test } from "vitest";

import {
  draftBody,
  draftOf,
  newDraft,
  changedDraft,
  proposedSlug,
  resumedDraft,
} from "@/lib/campaign/draft";
import { nextKey } from "@/lib/campaign/draft/key";
import { slugOf } from "@/lib/campaign/draft/text";
import { unreadableLines } from "@/lib/campaign/draft/units";
import { meantPercent, percentOf, shareOf } from "@/lib/campaign/goal-text";
import { withPreset } from "@/lib/campaign/draft/preset";
import { isPresetName, presetNames } from "@/lib/campaign/preset";
import { campaignChange, campaignInput } from "@/lib/campaign/schema";
import { readInhabitantLines, readUnitLines } from "@/lib/campaign/unit-lines";

import { twoRounds } from "./target-population/campaign";

test.each([
  ["95", "0.95"],
  ["92,5", "0.925"],
  ["92.25", "0.9225"],
  ["95%", "0.95"],
  ["100", "1"],
  ["7", "0.07"],
  ["0,07", "0.0007"],
])("%s percent is the share %s", (percent, share) => {
  expect(shareOf(percent)).toBe(share);
});

test.each(["", "banyak", "9,555", "-5"])("%j is left for the schema to reject", (text) => {
  expect(
    campaignInput.shape.interventions.safeParse([
      { code: "A", name: "A", coverageGoal: shareOf(text) },
    ]).success,
  ).toBe(false);
});

test.each([
  [9_500, "95"],
  [9_250, "92,5"],
  [1, "0,01"],
])("%d ten-thousandths are typed as %s", (goal, percent) => {
  expect(percentOf(goal)).toBe(percent);
  expect(Number(shareOf(percent)) * 10_000).toBeCloseTo(goal, 6);
});

test.each([
  ["PIN Polio Kabupaten Lebak", "2026-11-12", "pin-polio-kabupaten-lebak-2026"],
  ["PIN Polio 2026 Lebak", "2026-11-12", "pin-polio-2026-lebak"],
  ["PIN Polio", "", "pin-polio"],
  ["", "2026-11-12", ""],
  ["Imunisasi ".repeat(9), "2026-11-12", `${"imunisasi-".repeat(5)}imuni-2026`],
])("the address of %j from %j is %j", (name, startsOn, slug) => {
  expect(proposedSlug({ name, startsOn })).toBe(slug);
});

test("an address follows name and year until one is typed", () => {
  const named = changedDraft(newDraft(""), { name: "BIAN Lebak" });
  const dated = changedDraft(named, { startsOn: "2027-02-01" });
  expect(dated.slug).toBe("bian-lebak-2027");
  const own = changedDraft(dated, { slug: "bian" });
  expect(changedDraft(own, { name: "BIAN Kapuas" }).slug).toBe("bian");
});

test("a preset's bare name is known, so that the kabupaten can be put after it", () => {
  expect(isPresetName("PIN Polio")).toBe(true);
  expect(isPresetName("PIN Polio Lebak")).toBe(false);
  expect(isPresetName("")).toBe(false);
});

test("an address is proposed from the name", () => {
  expect(slugOf("PIN Polio 2024, Kabupaten Lebak")).toBe("pin-polio-2024-kabupaten-lebak");
  expect(slugOf("  ")).toBe("");
});

test.each(presetNames.filter((name) => name !== "own"))(
  "the preset %s needs no more than dates, units and the goals that no document gives",
  (name) => {
    const draft = withPreset(
      { ...newDraft("62.03"), startsOn: "2027-01-01", endsOn: "2027-03-31" },
      name,
    );
    const rounds = draft.rounds.map((round, index) => ({
      ...round,
      startsOn: `2027-0${index + 1}-01`,
      endsOn: `2027-0${index + 1}-07`,
    }));
    const interventions = draft.interventions.map((each) => ({ ...each, goal: each.goal || "80" }));
    const filled = {
      ...draft,
      name: "Kampanye",
      slug: "kampanye",
      rounds,
      interventions,
      villages: ["62.03.01.1006"],
      lines: "OPD-1; Sekretariat Daerah; kantor;",
    };
    const villages = [{ code: "62.03.01.1006", name: "Murung Keramat" }];
    expect(campaignInput.safeParse(draftBody(filled, villages)).error).toBeUndefined();
  },
);

test("presets say whom they count: families beside children in KLASIK", () => {
  const klasik = draftBody(withPreset(newDraft("36.02"), "klasik"), []);
  expect([klasik.noun, klasik.act, klasik.gives]).toEqual(["family", "served", "service"]);
  expect(klasik.targetGroups.map(({ noun }) => noun ?? klasik.noun)).toEqual([
    "child",
    "child",
    "pregnantWoman",
    "child",
    "child",
    "family",
    "family",
    "family",
    "person",
    "family",
  ]);
  expect(klasik.interventions.map(({ groupsAdd }) => groupsAdd)).toEqual([false]);
  const covid = withPreset(newDraft("62.03"), "covid");
  expect([covid.noun, covid.act, covid.gives]).toEqual(["person", "vaccinated", "dose"]);
  const polio = draftBody(withPreset(newDraft("62.03"), "pinPolio"), []);
  expect(polio.noun).toBe("child");
  expect(polio.targetGroups).toMatchObject([{ minMonths: 0, maxMonthsExclusive: 96 }]);
});

test("Gebyar KLASIK has its ten groups, PIN Polio its two rounds", () => {
  expect(withPreset(newDraft("36.02"), "klasik").groups).toHaveLength(10);
  expect(withPreset(newDraft("36.02"), "pinPolio").rounds).toHaveLength(2);
});

test("a stored campaign opened and saved without a change is the same campaign", () => {
  const parsed = campaignChange.parse(draftBody(draftOf(twoRounds), []));
  expect(parsed).toMatchObject({
    name: twoRounds.name,
    rounds: twoRounds.rounds.map(({ number, startsOn, endsOn }) => ({ number, startsOn, endsOn })),
    interventions: [
      { code: "MR", coverageGoal: "0.95", targetGroups: ["9-59-bulan", "5-7-tahun"] },
      { code: "IPV", coverageGoal: "0.8", targetGroups: ["9-59-bulan"] },
    ],
    targetGroups: twoRounds.targetGroups.map(({ code, name }) => ({ code, name })),
    noun: "child",
    act: "immunized",
    gives: "dose",
    reportingUnits: undefined,
    removedUnits: [],
  });
});

test("units are read from lines, typed or pasted from a sheet", () => {
  const { units, unreadable } = readUnitLines(
    [
      "P01; Puskesmas Selat; puskesmas; 62.03.01",
      "OPD-1\tSekretariat Daerah\tkantor\t",
      "",
      "6203011006;Murung Keramat;Kelurahan;6203011006",
      "P02; Puskesmas tanpa jenis",
      "P03; Puskesmas; klinik; 62.03.01",
      "P04; Puskesmas; puskesmas; Selat",
    ].join("\r\n"),
    "62.03",
  );
  expect(units).toEqual([
    { code: "P01", name: "Puskesmas Selat", kind: "puskesmas", regionCode: "62.03.01" },
    { code: "OPD-1", name: "Sekretariat Daerah", kind: "office", regionCode: "62.03" },
    { code: "6203011006", name: "Murung Keramat", kind: "village", regionCode: "62.03.01.1006" },
  ]);
  expect(unreadable).toEqual([5, 6, 7]);
});

test("inhabitants are read a line each, and what cannot be read is named", () => {
  const { inhabitants, unreadable } = readInhabitantLines(
    [
      "62.03.01.1007; 1.731",
      "62.03.01.1009\tSelat Hulu\t980",
      "",
      "62.03.01.1010; banyak",
      "62.03.01.1011",
      "; 12",
    ].join("\n"),
  );

  expect(inhabitants).toEqual([
    { code: "62.03.01.1007", people: 1_731 },
    { code: "62.03.01.1009", people: 980 },
  ]);
  expect(unreadable).toEqual([4, 5, 6]);
});

test.each([
  { typed: { usualDeviations: "3,5", mostTargetShare: "40" }, sent: [3.5, 0.4] },
  { typed: { usualDeviations: "4", mostTargetShare: "32,5%" }, sent: [4, 0.325] },
])("what data quality is judged by is sent as numbers: $typed", ({ typed, sent }) => {
  const body = draftBody({ ...newDraft("62.03"), ...typed }, []);

  expect([body.usualDeviations, body.mostTargetShare]).toEqual(sent);
});

test.each(["", "tiga", "3,,5"])(
  "%j is no number of deviations, so the schema rejects it",
  (typed) => {
    const { usualDeviations } = draftBody({ ...newDraft("62.03"), usualDeviations: typed }, []);

    expect(usualDeviations).toBeNaN();
  },
);

test.each([
  ["0,95", "95"],
  ["0.925 %", "92,5"],
  ["0,8", "80"],
  ["95", null],
  ["1", null],
  ["", null],
  ["0", null],
  ["hampir semua", null],
])("%j typed as a goal may mean %j percent", (typed, meant) => {
  expect(meantPercent(typed)).toBe(meant);
});

test.each([
  ["62.03", "Asia/Jakarta"],
  ["61.06", "Asia/Pontianak"],
  ["51.71", "Asia/Makassar"],
  ["63.71", "Asia/Makassar"],
  ["76.01", "Asia/Makassar"],
  ["81.01", "Asia/Jayapura"],
  ["94.71", "Asia/Jayapura"],
  ["", "Asia/Jakarta"],
])("an empty form of %j keeps the hours of %s", (district, zone) => {
  expect(newDraft(district).timeZone).toBe(zone);
});

test("keys of rows that are added meet none of a draft of an earlier visit", () => {
  const draft = newDraft("62.03");
  const rounds = [{ key: 4_711, number: 1, startsOn: "", endsOn: "", sweepingEndsOn: "" }];
  resumedDraft({ ...draft, rounds });
  expect(nextKey()).toBeGreaterThan(4_711);
});

test("lines that cannot be read are told by their number, of own units only where they count", () => {
  const draft = {
    ...newDraft("62.03"),
    units: "own" as const,
    lines: "P1;Puskesmas Selat;puskesmas\nP2;Pos Dua;pos\nP3;RS;rumah sakit",
    inhabitantLines: "P1;banyak",
  };
  expect(unreadableLines(draft, [])).toEqual({
    reportingUnits: [2, 3],
    changedUnits: [],
    inhabitants: [1],
    unitEnds: [],
    unitSets: [],
  });
  expect(unreadableLines({ ...draft, units: "all" }, []).reportingUnits).toEqual([]);
});

test("PIN Polio keeps 14 days between its rounds, and COVID-19 knows what follows what", () => {
  const polio = withPreset(newDraft("36.02"), "pinPolio");
  expect(draftBody(polio, []).rounds.map(({ minGapDays }) => minGapDays)).toEqual([undefined, 14]);

  const covid = draftBody(withPreset(newDraft("62.03"), "covid"), []);
  expect(covid.interventions.map(({ code, follows }) => [code, follows])).toEqual([
    ["DOSIS-1", undefined],
    ["DOSIS-2", "DOSIS-1"],
    ["BOOSTER", "DOSIS-2"],
  ]);
});

test("a gap, its reason, the units of a round and what a dose follows go through the form and back", () => {
  const [first, second] = twoRounds.rounds;
  const [dose] = twoRounds.interventions;
  if (!first || !second || !dose) throw new Error("no two rounds");
  const series = { minGapDays: 14, gapReason: "Vaksin kedaluwarsa", units: ["A", "B"] };
  const campaign = {
    ...twoRounds,
    rounds: [first, { ...second, ...series }],
    interventions: [dose, { ...dose, code: "D2", follows: dose.code, minGapDays: 28 }],
  };
  const body = draftBody(draftOf(campaign), []);
  expect(body.rounds).toMatchObject([{ units: undefined }, series]);
  expect(body.interventions).toMatchObject([
    { follows: undefined, minGapDays: undefined },
    { follows: dose.code, minGapDays: 28 },
  ]);
  const draft = draftOf(campaign);
  const typed = { ...draft, rounds: draft.rounds.map((each) => ({ ...each, units: "A, B\nC" })) };
  expect(draftBody(typed, []).rounds[0]?.units).toEqual(["A", "B", "C"]);
});

describe("the rhythm of a campaign", () => {
  it.each([
    { choice: "daily", sent: { rhythm: "daily" } },
    { choice: "sessions", sent: { rhythm: "sessions" } },
    { choice: "quarter", sent: { rhythm: "periods", period: "quarter" } },
  ])("is one choice of the form, $choice", ({ choice, sent }) => {
    expect(draftBody({ ...newDraft("62.03"), rhythm: choice }, [])).toMatchObject(sent);
  });

  it("is that of sessions for COVID-19, and daily where a preset says nothing", () => {
    expect(withPreset(newDraft("62.03"), "covid").rhythm).toBe("sessions");
    expect(withPreset(newDraft("62.03"), "bian").rhythm).toBe("daily");
  });
});
