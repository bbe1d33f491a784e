import { z } from "zod";
import { describe, expect, it } from "vitest";

import {
  copiedBody,
  copyParts,
  heldEverywhereOf,
  partsElsewhere,
  proposedStart,
  wholeParts,
} from "@/lib/campaign/copy";
import { draftOfInput } from "@/lib/campaign/definition-draft";
import type { CampaignDefinition } from "@/lib/campaign/definition";
import { draftBody, proposedSlug } from "@/lib/campaign/draft";
import { campaignCopied, campaignInput } from "@/lib/campaign/schema";

/** A campaign with something of everything that a body can say. */
const whole = {
  slug: "pin-lebak-2024",
  name: "PIN Polio Kabupaten Lebak 2024",
  legalBasis: "SE 440/2024",
  sourceName: "Dashboard Kemenkes",
  sourceUrl: "https://contoh.go.id/pin",
  districtCode: "36.02",
  startsOn: "2024-07-23",
  endsOn: "2024-08-20",
  timeZone: "Asia/Jakarta",
  reportCutOff: "15:30",
  isSample: true,
  decidingTargetSource: "pusdatin",
  usualDeviations: 3.5,
  mostTargetShare: 0.405,
  noun: "toddler",
  act: "dropped",
  gives: "tetes manis",
  rhythm: "periods",
  period: "month",
  reportParts: ["reasons", "vials"],
  rounds: [
    { number: 1, startsOn: "2024-07-23", endsOn: "2024-07-29", sweepingEndsOn: "2024-08-02" },
    {
      number: 2,
      startsOn: "2024-08-06",
      endsOn: "2024-08-12",
      minGapDays: 14,
      gapReason: "Stok",
      units: ["36.02.01"],
    },
  ],
  interventions: [
    {
      code: "D1",
      name: "Dosis 1",
      shortName: "D1",
      coverageGoal: "0.925",
      goalScope: "each",
      goalFrom: "2024-07-24",
      goalDecree: "SK 1",
      targetGroups: ["bayi", "anak"],
      act: "vaccinated",
      gives: "dose",
      groupsAdd: false,
    },
    {
      code: "D2",
      name: "Dosis 2",
      shortName: "D2",
      coverageGoal: null,
      targetGroups: ["bayi"],
      groupsAdd: true,
      follows: "D1",
      minGapDays: 28,
    },
  ],
  targetGroups: [
    { code: "bayi", name: "Bayi", noun: "baby", minMonths: 0, maxMonthsExclusive: 12 },
    { code: "anak", name: "Anak", unitKinds: ["village"] },
  ],
  gates: [
    {
      code: "buka",
      name: "Dibuka",
      terms: [
        { intervention: "D1", targetGroup: "bayi", atLeast: "0.7" },
        { intervention: "D2", atLeast: "0.605" },
        { intervention: "D1", unitSet: { kind: "stage", code: "tahap-1" }, atLeast: "1" },
      ],
    },
  ],
  reportingUnits: [
    { code: "36.02.01.2001", name: "Desa Satu", kind: "village", regionCode: "36.02.01.2001" },
    {
      code: "PKM-1",
      name: "Puskesmas Satu",
      kind: "puskesmas",
      regionCode: "36.02.02",
      office: "pkm-satu",
    },
  ],
  unitEnds: [{ unit: "36.02.01.2001", until: "2024-08-10", successors: [{ unit: "PKM-1" }] }],
  unitSets: [
    {
      kind: "stage",
      code: "tahap-1",
      name: "Tahap 1",
      opensOn: "2024-07-23",
      closesOn: "2024-08-01",
      units: ["36.02.01.2001"],
    },
  ],
};

/** Names of all fields of a schema's input, "rounds.units". */
function fieldsOf(part: z.core.JSONSchema.BaseSchema, path = ""): string[] {
  const shapes = [part, ...(part.anyOf ?? [])].filter((each) => typeof each === "object");
  return shapes.flatMap(({ properties, items }) => [
    ...(typeof items === "object" && !Array.isArray(items) ? fieldsOf(items, path) : []),
    ...Object.entries(properties ?? {}).flatMap(([name, each]) => {
      const at = path === "" ? name : `${path}.${name}`;
      return [at, ...(typeof each === "object" ? fieldsOf(each, at) : [])];
    }),
  ]);
}

/** Names of all fields that a body says. */
function saidIn(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => saidIn(each, path));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => {
    const at = path === "" ? name : `${path}.${name}`;
    return [at, ...saidIn(each, at)];
  });
}

const sent = (body: unknown): unknown => JSON.parse(JSON.stringify(body));

describe("a body shown in the form of a new campaign", () => {
  it("is sent again as it was", () => {
    const input = campaignInput.parse(whole);
    const again = campaignInput.parse(sent(draftBody(draftOfInput(input), [])));
    expect(again).toEqual(input);
  });

  it("ticks villages under their own names, and writes others as lines", () => {
    const [village] = whole.reportingUnits;
    const input = campaignInput.parse({ ...whole, reportingUnits: [village], unitEnds: [] });
    const named = (name: string) => [{ code: "36.02.01.2001", name }];
    const ticked = draftOfInput(input, named("Desa Satu"));
    expect(ticked).toMatchObject({ units: "chosen", villages: ["36.02.01.2001"] });
    expect(campaignInput.parse(sent(draftBody(ticked, named("Desa Satu"))))).toEqual(input);
    const renamed = draftOfInput(input, named("Desa Sesudah Pemekaran"));
    expect(renamed.units).toBe("own");
    expect(campaignInput.parse(sent(draftBody(renamed, [])))).toEqual(input);
  });

  it("is tried with every field that a form of a new campaign can say", () => {
    const fields = fieldsOf(z.toJSONSchema(campaignInput, { io: "input", unrepresentable: "any" }));
    const said = new Set(saidIn(whole));
    expect(fields.length).toBeGreaterThan(40);
    // The reason of a change; lines of ends say no first day: a successor begins on the next one; and
    // what is said of the body itself.
    expect(fields.filter((name) => !said.has(name))).toEqual([
      "interventions.goalReason",
      "unitEnds.successors.from",
      "formatVersion",
    ]);
  });

  it("with its least is sent as what it means", () => {
    const input = campaignInput.parse({
      ...whole,
      ...{ period: undefined, rhythm: undefined, gates: undefined, unitSets: undefined },
      reportingUnits: undefined,
      interventions: [{ code: "D1", name: "Dosis 1", coverageGoal: "0.9" }],
    });
    const again = campaignInput.parse(sent(draftBody(draftOfInput(input), [])));
    expect(again).toMatchObject({
      rhythm: "daily",
      interventions: [{ code: "D1", coverageGoal: "0.9", targetGroups: ["bayi", "anak"] }],
      gates: [],
      unitSets: [],
    });
    expect(again.reportingUnits).toBeUndefined();
  });

  it("gets an address that follows its name", () => {
    const draft = draftOfInput({ ...campaignInput.parse(whole), slug: undefined });
    expect(draft.slug).toBe("pin-polio-kabupaten-lebak-2024");
    expect(draft.slug).toBe(proposedSlug(draft));
  });
});

describe("what a copied campaign begins with", () => {
  const sourceOf = (input: object) => campaignInput.parse(input) as unknown as CampaignDefinition;
  const source = sourceOf({
    ...whole,
    unitSets: whole.unitSets.map((set) => ({ ...set, units: [...set.units, "PKM-1"] })),
  });

  it("moves every day by as much, and the year in its name", () => {
    const body = copiedBody(source, copyParts, "2026-07-22");
    expect(body).toMatchObject({
      name: "PIN Polio Kabupaten Lebak 2026",
      startsOn: "2026-07-22",
      endsOn: "2026-08-19",
      rounds: [
        { startsOn: "2026-07-22", endsOn: "2026-07-28", sweepingEndsOn: "2026-08-01" },
        { startsOn: "2026-08-05", endsOn: "2026-08-11", minGapDays: 14, gapReason: undefined },
      ],
      unitSets: [{ opensOn: "2026-07-22", closesOn: "2026-07-31" }],
    });
    expect(body).not.toHaveProperty("legalBasis");
    expect(body.interventions?.[0]).toMatchObject({ coverageGoal: "0.925", goalDecree: undefined });
  });

  it("leaves units behind that ended, wherever they are named", () => {
    const body = copiedBody(source, copyParts, "2026-07-22");
    expect(body).not.toHaveProperty("unitEnds");
    expect(JSON.stringify(source)).toContain('"36.02.01.2001"');
    const { reportingUnits, unitSets, rounds } = body;
    expect(
      JSON.stringify({
        units: reportingUnits?.map(({ code }) => code),
        sets: unitSets?.map(({ units }) => units),
        rounds: rounds?.map(({ units }) => units),
      }),
    ).not.toContain("36.02.01.2001");
    expect(reportingUnits?.map(({ code }) => code)).toContain("PKM-1");
    // A set of none but those is none, and no gate asks for it.
    expect(copiedBody(sourceOf(whole), copyParts, "2026-07-22")).toMatchObject({
      unitSets: [],
      gates: [],
    });
  });

  describe("of a round that was held in a part of the units", () => {
    const [first, ...others] = whole.rounds;
    const gone = "36.02.01.2001";
    const heldIn = (units: readonly string[], successors: readonly string[]) =>
      sourceOf({
        ...whole,
        rounds: [{ ...first, units }, ...others],
        unitEnds: whole.unitEnds.map((end) => ({
          ...end,
          successors: end.unit === gone ? successors.map((unit) => ({ unit })) : end.successors,
        })),
      });
    const copied = (from: CampaignDefinition) => {
      const body = copiedBody(from, copyParts, "2026-07-22");
      // What the form and POST read: an empty list would be none of a round's units.
      expect(campaignCopied.omit({ slug: true }).safeParse(body).error?.issues).toBeUndefined();
      return [body.rounds?.[0]?.units, heldEverywhereOf(from, copyParts)];
    };

    it.each([
      ["those that stand stay", ["PKM-1"], [], [["PKM-1"], {}]],
      ["who goes on with the people comes in", [gone], ["PKM-1"], [["PKM-1"], {}]],
      ["once, where it is there already", [gone, "PKM-1"], ["PKM-1"], [["PKM-1"], {}]],
      ["one without a successor goes", [gone, "PKM-1"], [], [["PKM-1"], {}]],
      [
        "nobody left of them: every unit, which is said",
        [gone],
        [],
        [undefined, { heldEverywhere: [1] }],
      ],
    ] as const)("%s", (_, units, successors, expected) => {
      expect(copied(heldIn(units, successors))).toEqual(expected);
    });

    it("is held in every unit of another kabupaten without a word, as it was", () => {
      expect(heldEverywhereOf(heldIn([gone], []), partsElsewhere)).toEqual({});
    });
  });

  it("takes along what a part is about", () => {
    expect([...wholeParts(["targets"])].sort()).toEqual(["interventions", "targets", "units"]);
    expect(Object.keys(copiedBody(source, ["goals"], "2026-01-01"))).toEqual(
      expect.arrayContaining(["interventions", "targetGroups", "gates"]),
    );
    // A gate that asks for a set goes with the sets alone.
    expect(copiedBody(source, ["goals"], "2026-01-01").gates).toEqual([]);
    expect(copiedBody(source, ["goals", "unitSets"], "2026-01-01").gates).toHaveLength(1);
    const none = copiedBody(source, [], "2026-01-01");
    for (const part of [
      "rounds",
      "interventions",
      "targetGroups",
      "gates",
      "reportingUnits",
      "unitSets",
    ]) {
      expect(none).not.toHaveProperty(part);
    }
  });

  it.each([
    ["2024-07-23", "2024-08-01", "2025-07-23"],
    ["2022-05-18", "2026-11-30", "2027-05-18"],
    ["2022-12-01", "2026-11-30", "2026-12-01"],
    ["2024-02-29", "2024-03-01", "2025-03-01"],
  ])("proposes for %s, on %s, to begin on %s", (startsOn, today, proposed) => {
    expect(proposedStart({ startsOn }, today)).toBe(proposed);
  });
});
