import { describe, expect, test } from "vitest";

import { emptyGoal } from "@/lib/campaign/draft/given";
import { newDraft, type CampaignDraft } from "@/lib/campaign/draft";
import { mergeDrafts, type Side } from "@/lib/campaign/merge";
import { seededRandom } from "@/lib/coverage/seeded-random";

const group = (code: string, key: number) => ({
  code,
  name: `Kelompok ${code}`,
  noun: "",
  minMonths: "",
  maxMonthsExclusive: "",
  unitKinds: [],
  key,
  isKept: true,
});
const round = (number: number, startsOn: string, endsOn: string, sweepingEndsOn = "") => ({
  key: -number,
  number,
  startsOn,
  endsOn,
  sweepingEndsOn,
});

/** PIN Polio Lebak 2024, as two officers open it. */
const base: CampaignDraft = {
  ...newDraft("36.02"),
  name: "PIN Polio Lebak 2024",
  reportCutOff: "16:00",
  rounds: [
    round(1, "2024-07-23", "2024-07-29"),
    round(2, "2024-08-06", "2024-08-12", "2024-08-14"),
  ],
  groups: [group("0-7", -1), group("sekolah", -2)],
  interventions: [
    {
      ...emptyGoal,
      ...{ key: -1, code: "POLIO", name: "Polio tetes", shortName: "Polio", goal: "95" },
      ...{ act: "", gives: "", groups: [-1], groupsAdd: true, isKept: true },
    },
  ],
};
const withRound = (draft: CampaignDraft, number: number, change: object): CampaignDraft => ({
  ...draft,
  rounds: draft.rounds.map((each) => (each.number === number ? { ...each, ...change } : each)),
});

describe("two officers change a campaign at once", () => {
  const theirs = {
    ...withRound(base, 2, { sweepingEndsOn: "2024-08-25" }),
    reportCutOff: "17:00",
  };
  const yours = { ...withRound(base, 1, { endsOn: "2024-07-28" }), reportCutOff: "18:00" };
  const sides = { base, theirs, yours };

  test("what one of them changed is kept, what both changed is asked", () => {
    const { draft, parts } = mergeDrafts(sides, {});
    expect(parts).toEqual([
      {
        path: "reportCutOff",
        values: { base: "16:00", theirs: "17:00", yours: "18:00" },
        kept: null,
        isChoice: true,
      },
      {
        path: "rounds.1.endsOn",
        values: { base: "2024-07-29", theirs: "2024-07-29", yours: "2024-07-28" },
        kept: "yours",
        isChoice: false,
      },
      {
        path: "rounds.2.sweepingEndsOn",
        values: { base: "2024-08-14", theirs: "2024-08-25", yours: "2024-08-14" },
        kept: "theirs",
        isChoice: false,
      },
    ]);
    expect(draft.rounds).toMatchObject([
      { number: 1, endsOn: "2024-07-28" },
      { number: 2, sweepingEndsOn: "2024-08-25" },
    ]);
    expect(draft.reportCutOff).toBe("16:00");
  });

  test.each([
    ["theirs", "17:00"],
    ["yours", "18:00"],
  ] as const)("%s is chosen", (side, cutOff) => {
    expect(mergeDrafts(sides, { reportCutOff: side }).draft.reportCutOff).toBe(cutOff);
  });

  test("a row that one takes out and the other changes is asked about", () => {
    const renamed = base.groups.map((each) => ({ ...each, name: `${each.name} baru` }));
    const both = {
      base,
      theirs: { ...base, groups: [group("0-7", -1)] },
      yours: { ...base, groups: renamed },
    };
    const asked = mergeDrafts(both, {}).parts.find(({ isChoice }) => isChoice);
    expect(asked).toMatchObject({ path: "targetGroups.sekolah", kept: null });
    const codes = (choice: Side) =>
      mergeDrafts(both, { "targetGroups.sekolah": choice }).draft.groups.map(({ name }) => name);
    expect(codes("theirs")).toEqual(["Kelompok 0-7 baru"]);
    expect(codes("yours")).toEqual(["Kelompok 0-7 baru", "Kelompok sekolah baru"]);
  });

  test("groups of an intervention are theirs by code, whatever keys each form gave them", () => {
    const more = {
      ...base,
      groups: [group("remaja", 7), ...base.groups],
      interventions: base.interventions.map((each) => ({ ...each, groups: [7, -1] })),
    };
    const { draft, parts } = mergeDrafts({ base, theirs: more, yours: base }, {});
    const names = new Map(draft.groups.map(({ key, code }) => [key, code]));
    expect(draft.interventions[0]?.groups.map((key) => names.get(key)).sort()).toEqual([
      "0-7",
      "remaja",
    ]);
    expect(parts.every(({ kept }) => kept === "theirs")).toBe(true);
  });

  test("what follows and what a gate asks for are theirs by code, too", () => {
    const dose = (code: string, key: number, follows: number | null) => ({
      ...emptyGoal,
      ...{ key, code, name: code, shortName: code, act: "", gives: "", groups: [-1] },
      ...{ groupsAdd: true, isKept: true, follows },
    });
    const gate = (intervention: number, atLeast: string) => ({
      ...{ key: -1, code: "booster", name: "Booster", isKept: true },
      terms: [{ key: -1, intervention, group: null, atLeast }],
    });
    const before = {
      ...base,
      interventions: [dose("D1", 7, null), dose("D2", 8, 7)],
      gates: [gate(8, "60")],
    };
    const theirs = {
      ...before,
      interventions: [dose("D2", 21, 22), dose("D1", 22, null)],
      gates: [gate(21, "60")],
    };
    const { draft } = mergeDrafts(
      { base: before, theirs, yours: { ...before, name: "COVID-19" } },
      {},
    );
    const codes = new Map(draft.interventions.map(({ key, code }) => [key, code]));
    const [, second] = draft.interventions.toSorted((a, b) => (a.code < b.code ? -1 : 1));
    expect(codes.get(second?.follows ?? Number.NaN)).toBe("D1");
    expect(codes.get(draft.gates[0]?.terms[0]?.intervention ?? Number.NaN)).toBe("D2");
    expect(draft.name).toBe("COVID-19");
  });

  test("sets of one kind and of another are both kept", () => {
    const lines = (change: object) => ({ ...base, setLines: { ...base.setLines, ...change } });
    const { draft, parts } = mergeDrafts(
      { base, theirs: lines({ stage: "Tahap 1; Muara" }), yours: lines({ lokus: "Fokus; Hulu" }) },
      {},
    );
    expect(draft.setLines).toMatchObject({ stage: "Tahap 1; Muara", lokus: "Fokus; Hulu" });
    expect(parts.map(({ path, kept }) => [path, kept])).toEqual([
      ["setLines.stage", "theirs"],
      ["setLines.lokus", "yours"],
    ]);
  });
});

test("no change of either side is lost, in five hundred random pairs of changes", () => {
  const random = seededRandom(20260711);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
  const day = () => `2024-08-${String(10 + Math.floor(random() * 5))}`;
  const changes: ((draft: CampaignDraft) => CampaignDraft)[] = [
    (draft) => ({ ...draft, name: pick(["A", "B", "C"]) }),
    (draft) => ({ ...draft, legalBasis: pick(["Inpres", "SK"]) }),
    (draft) => withRound(draft, pick([1, 2]), { endsOn: day() }),
    (draft) => ({ ...draft, rounds: draft.rounds.filter(({ number }) => number !== 2) }),
    (draft) => ({
      ...draft,
      groups: [...draft.groups, group(pick(["x", "y"]), 50 + draft.groups.length)],
    }),
    (draft) => ({ ...draft, groups: draft.groups.filter(({ code }) => code !== "sekolah") }),
    (draft) => ({
      ...draft,
      interventions: draft.interventions.map((each) => ({ ...each, goal: pick(["80", "90"]) })),
    }),
  ];
  const changed = () => {
    let draft = base;
    for (let count = Math.floor(random() * 4); count > 0; count--) {
      const next = pick(changes)(draft);
      const codes = next.groups.map(({ code }) => code);
      if (new Set(codes).size === codes.length) draft = next;
    }
    return draft;
  };
  const same = (one: CampaignDraft, other: CampaignDraft) =>
    mergeDrafts({ base: one, theirs: one, yours: other }, {}).parts;

  for (let trial = 0; trial < 500; trial++) {
    const sides = { base, theirs: changed(), yours: changed() };
    const asked = mergeDrafts(sides, {}).parts.filter(({ isChoice }) => isChoice);
    const choices = Object.fromEntries(
      asked.map(({ path }) => [path, pick(["theirs", "yours"] as const)]),
    );
    const { draft, parts } = mergeDrafts(sides, choices);
    expect(parts.every(({ kept }) => kept !== null)).toBe(true);
    // What each side changed and nobody chose against stands in the result.
    for (const side of ["theirs", "yours"] as const) {
      const lost = new Map(parts.map(({ path, kept }) => [path, kept]));
      for (const { path, values } of same(base, sides[side])) {
        if (lost.get(path) !== side && lost.get(path) !== undefined) continue;
        const now = same(base, draft).find((each) => each.path === path);
        const rowGone = [...lost].some(([other]) => path.startsWith(`${other}.`));
        if (!rowGone && !path.endsWith(".order")) expect(now?.values.yours).toBe(values.yours);
      }
    }
  }
});
