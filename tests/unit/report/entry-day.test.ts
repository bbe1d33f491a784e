import { describe, expect, it } from "vitest";

import type { Campaign } from "@/lib/campaign/campaign";
import { regionCode } from "@/lib/base/region/code";
import { askedDay } from "@/lib/report/entry-day";
import { choosePlace } from "@/lib/report/entry-place";
import { everyDay } from "@/tests/support/rhythm";
import { childrenCounted } from "@/tests/support/wording";

const round = {
  number: 1,
  plannedStartsOn: "2026-06-01",
  plannedEndsOn: "2026-06-05",
  startsOn: "2026-06-01",
  endsOn: "2026-06-05",
  sweepingEndsOn: "2026-06-06",
};
const campaign: Campaign = {
  districtCode: regionCode.parse("62.03"),
  districtName: "Kabupaten Kapuas",
  unplacedName: "Di luar kecamatan",
  id: "00000000-0000-4000-8000-000000000001",
  slug: "pin",
  name: "PIN",
  legalBasis: null,
  sourceName: null,
  sourceUrl: null,
  startsOn: "2026-06-01",
  endsOn: "2026-06-20",
  timeZone: "Asia/Jakarta",
  reportCutOff: "16:00",
  isSample: false,
  isArchived: false,
  decidingTargetSource: "local",
  usualDeviations: 3,
  mostTargetShare: 0.35,
  version: 1,
  ...childrenCounted.campaign,
  ...everyDay,
  reportParts: [],
  unitSets: [],
  unitEnds: [],
  rounds: [
    round,
    { ...round, number: 2, startsOn: "2026-06-15", endsOn: "2026-06-16", sweepingEndsOn: null },
  ],
  interventions: [],
  gates: [],
  targetGroups: [],
};

describe("the day that the entry screen opens", () => {
  it.each<[string, string, string | undefined, object]>([
    ["today", "2026-06-04", undefined, { day: "2026-06-04", number: 4, isToday: true }],
    ["an earlier day", "2026-06-04", "2026-06-02", { day: "2026-06-02", isToday: false }],
    ["a sweeping day", "2026-06-06", undefined, { day: "2026-06-06", isSweeping: true, number: 5 }],
    [
      "the last day between two rounds",
      "2026-06-10",
      undefined,
      { day: "2026-06-06", isEnded: true },
    ],
    ["a day of round 2", "2026-06-15", undefined, { round: { number: 2 }, number: 1, days: 2 }],
    ["the last day after the end", "2026-07-09", undefined, { day: "2026-06-16", isEnded: true }],
    ["today when the address says nonsense", "2026-06-04", "2026-06-31", { day: "2026-06-04" }],
  ])("is %s", (_, today, asked, expected) => {
    expect(askedDay(campaign, today, asked, [])).toMatchObject({ kind: "open", ...expected });
  });

  it("leads to its neighbours over the gap between rounds, never into the future", () => {
    expect(askedDay(campaign, "2026-06-15", undefined, [])).toMatchObject({
      previous: "2026-06-06",
      next: null,
    });
    expect(askedDay(campaign, "2026-06-04", "2026-06-01", [])).toMatchObject({
      previous: null,
      next: "2026-06-02",
    });
  });

  it("is none before the campaign, in the future, or between the rounds, and says which is", () => {
    expect(askedDay(campaign, "2026-05-31", undefined, [])).toEqual({
      kind: "before",
      startsOn: "2026-06-01",
    });
    expect(askedDay(campaign, "2026-06-04", "2026-06-05", [])).toMatchObject({
      kind: "future",
      open: "2026-06-04",
    });
    expect(askedDay(campaign, "2026-06-15", "2026-06-10", [])).toMatchObject({
      kind: "between",
      open: "2026-06-15",
    });
    expect(askedDay(campaign, "2026-06-15", "2026-05-10", [])).toMatchObject({ kind: "between" });
  });
});

describe("the kecamatan that the dinkes sees first", () => {
  const selat = { code: "62.03.01", units: 10, due: 10, received: 10 };
  const hilir = { code: "62.03.02", units: 25, due: 25, received: 20 };

  it("is the first with reports missing, else the first", () => {
    expect(choosePlace([selat, hilir], undefined)).toBe(hilir);
    expect(choosePlace([selat, { ...hilir, received: 25 }], undefined)).toBe(selat);
  });

  it("is none of which no report is awaited, though units of it have sent none", () => {
    expect(choosePlace([selat, { ...hilir, due: 20 }], undefined)).toBe(selat);
    const kuala = { code: "62.03.05", units: 12, due: 12, received: 3 };
    expect(choosePlace([selat, { ...hilir, due: 20 }, kuala], undefined)).toBe(kuala);
  });

  it("is the one that the address names, when it is theirs", () => {
    expect(choosePlace([selat, hilir], "62.03.01")).toBe(selat);
    expect(choosePlace([selat, hilir], "62.10.01")).toBe(hilir);
    expect(choosePlace([selat, hilir], "semua")).toBe("semua");
  });

  it("is everything where that is few, and nothing where there is nothing", () => {
    expect(choosePlace([selat, { ...hilir, units: 12 }], undefined)).toBe("semua");
    expect(choosePlace([selat], undefined)).toBe(selat);
    expect(choosePlace([], undefined)).toBeNull();
  });
});
