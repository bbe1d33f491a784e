import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { addDays } from "@/lib/base/time/calendar-day";
import {
  draftOfFile,
  readDefinitionFile,
  type DefinitionFile,
} from "@/lib/campaign/definition-file";
import { without } from "@/lib/campaign/definition";
import { draftBody } from "@/lib/campaign/draft";
import { draftDocument } from "@/lib/campaign/draft/document";
import { problemsOfSteps } from "@/lib/campaign/draft/problems";
import { campaignInput } from "@/lib/campaign/schema";
import { unitKinds } from "@/lib/campaign/unit-kind";
import { unitSetKinds } from "@/lib/campaign/unit-set/unit-set";

const bytes = (document: unknown) => new TextEncoder().encode(JSON.stringify(document));

function read(document: unknown): DefinitionFile {
  const file = readDefinitionFile(bytes(document));
  if ("problem" in file) throw new Error(JSON.stringify(file.problem));
  return file;
}

const draftFrom = (document: unknown, district = "36.02") =>
  draftOfFile(read(document), "kampanye.json", district, []);

const start = "2024-07-23";
const day = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((days) => addDays(start, days));
const code = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,11}$/);
const text = (most: number) =>
  fc
    .string({ unit: fc.constantFrom(..."aBz09 []()-,/'é"), minLength: 1, maxLength: most })
    .map((letters) => letters.trim())
    .filter((letters) => letters !== "");
const share = fc.integer({ min: 101, max: 10_000 }).map((parts) => String(parts / 10_000));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const codesOf = (each: fc.Arbitrary<string>, min: number, max: number) =>
  fc.uniqueArray(each, { minLength: min, maxLength: max, selector: (one) => one.toLowerCase() });

/** Definitions as a download writes them: every unit written out, whatever its kind, sets and ends. */
const definitions = fc
  .record({
    groups: codesOf(code, 1, 4),
    interventions: codesOf(code, 1, 4),
    units: codesOf(fc.stringMatching(/^[A-Z][A-Z0-9]{2,7}$/), 1, 6),
  })
  .chain(({ groups, interventions, units }) =>
    fc.record({
      formatVersion: fc.constant(1),
      name: text(60),
      slug: fc.constant("pin-lebak-2024"),
      legalBasis: maybe(text(40)),
      districtCode: fc.constant("36.02"),
      startsOn: fc.constant(start),
      endsOn: fc.constant(addDays(start, 60)),
      timeZone: fc.constantFrom("Asia/Jakarta", "Asia/Makassar"),
      reportCutOff: fc.constantFrom("00:00", "15:30", "23:59"),
      isSample: fc.boolean(),
      decidingTargetSource: fc.constantFrom("local", "pusdatin"),
      usualDeviations: fc.integer({ min: 10, max: 200 }).map((tenths) => tenths / 10),
      mostTargetShare: fc.integer({ min: 1, max: 10_000 }).map((parts) => parts / 10_000),
      noun: text(20),
      act: fc.constantFrom("immunized", "vaccinated", "diberi obat"),
      gives: fc.constantFrom("dose", "paket"),
      ...{ rhythm: fc.constant("periods"), period: fc.constantFrom("month", "quarter") },
      reportParts: fc.subarray(["reasons", "sweeping", "vials"]),
      rounds: fc
        .record({ gap: maybe(fc.integer({ min: 1, max: 5 })), held: fc.subarray(units) })
        .map(({ gap, held }) => [
          { number: 1, startsOn: start, endsOn: addDays(start, 6), sweepingEndsOn: null },
          {
            number: 2,
            startsOn: addDays(start, 20),
            endsOn: addDays(start, 26),
            minGapDays: gap,
            units: held.length > 0 ? held : undefined,
          },
        ]),
      targetGroups: fc.tuple(
        ...groups.map((each) =>
          fc.record({
            code: fc.constant(each),
            name: text(20),
            noun: maybe(text(12)),
            minMonths: maybe(fc.integer({ min: 0, max: 100 })),
            maxMonthsExclusive: maybe(fc.integer({ min: 101, max: 200 })),
          }),
        ),
      ),
      interventions: fc.tuple(
        ...interventions.map((each, index) =>
          fc.record({
            code: fc.constant(each),
            name: text(20),
            shortName: maybe(text(12)),
            ...{ coverageGoal: share, goalScope: fc.constantFrom("whole", "each") },
            goalFrom: maybe(day(0, 60)),
            goalDecree: maybe(text(12)),
            targetGroups: fc.subarray(groups, { minLength: 1 }),
            groupsAdd: fc.boolean(),
            follows: fc.constant(index > 0 ? interventions[index - 1] : undefined),
            minGapDays: index > 0 ? maybe(fc.integer({ min: 1, max: 90 })) : fc.constant(undefined),
          }),
        ),
      ),
      gates: codesOf(code, 0, 2).chain((codes) =>
        fc.tuple(
          ...codes.map((each) =>
            fc.record({
              code: fc.constant(each),
              name: text(20),
              terms: fc.constant([{ intervention: interventions[0] ?? "", atLeast: "0.605" }]),
            }),
          ),
        ),
      ),
      reportingUnits: fc.tuple(
        ...units.map((each) =>
          fc.record({
            code: fc.constant(each),
            name: text(20),
            kind: fc.constantFrom(...unitKinds),
            regionCode: fc.constantFrom("36.02", "36.02.01", "36.02.01.2001"),
          }),
        ),
      ),
      unitSets: fc
        .tuple(
          ...unitSetKinds.map((kind) =>
            fc.record({ code, name: text(20), members: fc.subarray(units) }).map((set) =>
              set.members.length === 0
                ? []
                : [
                    {
                      ...{ kind, code: set.code, name: set.name, units: set.members },
                      ...(kind === "stage" && { opensOn: start, closesOn: addDays(start, 9) }),
                    },
                  ],
            ),
          ),
        )
        .map((sets) => sets.flat()),
      unitEnds: fc.record({ until: day(1, 50), isOld: fc.boolean() }).map(({ until, isOld }) =>
        units.length < 2
          ? []
          : [
              {
                unit: units[0] ?? "",
                until,
                successors: [{ unit: units[1] ?? "", from: isOld ? null : addDays(until, 1) }],
              },
            ],
      ),
    }),
  )
  .filter((definition) => campaignInput.safeParse(definition).success);

/** What a definition means: a successor begins on the day after unless it is said to be old. */
function meaning(body: unknown) {
  const input = without(campaignInput.parse(body), ["formatVersion"]);
  return {
    ...input,
    unitEnds: input.unitEnds?.map((end) => ({
      ...end,
      successors: end.successors.map(({ unit, from }) => ({
        unit,
        from: from === undefined ? addDays(end.until, 1) : from,
      })),
    })),
  };
}

describe("a definition from a file", () => {
  it("is sent again as it was, whatever it says", () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        const draft = draftFrom(definition);
        expect(draft.fromFile).toEqual({ name: "kampanye.json", left: [], untold: 0 });
        const kept = draftDocument.parse(JSON.parse(JSON.stringify(draft)));
        const again: unknown = JSON.parse(JSON.stringify(draftBody(kept, [])));
        expect(meaning(again)).toEqual(meaning(JSON.parse(JSON.stringify(definition))));
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ["a list", [1], { kind: "notDefinition" }],
    ["a number", 5, { kind: "notDefinition" }],
    ["an object of something else", { kode: "36.02", sasaran: [] }, { kind: "notDefinition" }],
    [
      "a form of another release",
      { formatVersion: 2, rounds: [] },
      { kind: "version", version: "2" },
    ],
    [
      "a form that is no number",
      { formatVersion: "1", rounds: [] },
      { kind: "version", version: '"1"' },
    ],
  ])("is none when it is %s", (_what, document, problem) => {
    expect(readDefinitionFile(bytes(document))).toEqual({ problem });
  });

  it("is not read at all beyond the limit of files", () => {
    const file = new Uint8Array(10 * 1024 * 1024).fill(0x20);
    expect(readDefinitionFile(file)).toEqual({ problem: { kind: "tooLarge" } });
  });

  const small = {
    name: "PIN",
    districtCode: "36.02",
    rounds: [{ number: 1, startsOn: start, endsOn: "31/7" }],
    interventions: [{ code: "D1", name: "Dosis 1", coverageGoal: "0.95" }],
    targetGroups: [{ code: "bayi", name: "Bayi" }],
  };

  it("keeps what is wrong in its field, where the step says so", () => {
    const draft = draftFrom({ ...small, slug: "BUKAN ALAMAT" });
    expect(draft).toMatchObject({ slug: "BUKAN ALAMAT", rounds: [{ endsOn: "31/7" }] });
    expect(draft.fromFile?.left).toEqual([]);
    const problems = problemsOfSteps(draft, []);
    expect(problems.general).toHaveProperty("slug");
    expect(problems.rounds).toHaveProperty(["rounds.0.endsOn"]);
  });

  it("names each thing that no field can hold", () => {
    const draft = draftFrom({
      ...small,
      warna: "biru",
      isSample: "ya",
      rhythm: "kadang-kadang",
      legalBasis: "x".repeat(3_000),
      rounds: Array.from({ length: 21 }, (_, index) => ({
        ...{ number: index + 1, startsOn: start, endsOn: start },
      })),
      targetGroups: [{ code: "bayi", name: "Bayi", umur: 5, minMonths: "12" }, "anak"],
      reportingUnits: [{ code: "A", name: "Desa A" }],
    });
    expect(draft.fromFile?.left).toContainEqual({ field: "warna", value: "biru", why: "unknown" });
    expect(draft.fromFile?.left.map(({ field, why }) => `${field} ${why}`).sort()).toEqual([
      "isSample wrongType",
      "legalBasis tooLong",
      "reportingUnits.0 incomplete",
      "rhythm unknownValue",
      "rounds.20 tooMany",
      "targetGroups.0.minMonths wrongType",
      "targetGroups.0.umur unknown",
      "targetGroups.1 wrongType",
      "warna unknown",
    ]);
    expect(draftDocument.parse(draft).fromFile).toEqual(draft.fromFile);
  });

  it("has a name for each of very many things, up to a number that a page can say", () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`x${String(at)}`, at]));
    const { fromFile } = draftFrom({ ...small, ...many });
    expect([fromFile?.left.length, fromFile?.untold]).toEqual([50, 250]);
  });

  it("leaves the units of another kabupaten behind, and says so", () => {
    const unit = {
      code: "62.03.01.1006",
      name: "Murung",
      kind: "village",
      regionCode: "62.03.01.1006",
    };
    const document = {
      ...small,
      districtCode: "62.03",
      rounds: [{ number: 1, startsOn: start, endsOn: start, units: [unit.code] }],
      reportingUnits: [unit],
      unitSets: [{ kind: "lokus", code: "a", name: "A", units: [unit.code] }],
    };
    const draft = draftFrom(document);
    expect(draft).toMatchObject({ districtCode: "36.02", units: "all", lines: "" });
    expect(draft.setLines.lokus).toBe("");
    expect(draft.fromFile?.left).toEqual([
      { field: "reportingUnits", value: "1", why: "elsewhere" },
      { field: "unitSets", value: "1", why: "elsewhere" },
      { field: "rounds.0.units", value: "1", why: "elsewhere" },
    ]);
  });

  it("says which part of a right definition its lines write otherwise", () => {
    const unit = { code: "K1", name: "Kantor; Setda", kind: "office", regionCode: "36.02" };
    const whole = {
      ...small,
      ...{ slug: "pin", startsOn: start, endsOn: addDays(start, 9), timeZone: "Asia/Jakarta" },
      ...{ reportCutOff: "16:00", isSample: false, decidingTargetSource: "local" },
      rounds: [{ number: 1, startsOn: start, endsOn: addDays(start, 9) }],
      reportingUnits: [unit],
    };
    expect(draftFrom(whole).fromFile?.left).toEqual([
      { field: "reportingUnits", value: "", why: "changed" },
    ]);
  });

  it("is read, or rejected, and never anything else, whatever stands in it", () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            "rounds",
            "interventions",
            "targetGroups",
            "gates",
            "unitSets",
            "unitEnds",
            "reportingUnits",
            "name",
            "toString",
            "constructor",
            "startsOn",
          ),
          fc.oneof(
            fc.jsonValue({ maxDepth: 4 }),
            fc.array(
              fc.dictionary(
                fc.constantFrom(
                  "code",
                  "name",
                  "kind",
                  "terms",
                  "number",
                  "units",
                  "successors",
                  "unit",
                  "until",
                ),
                fc.jsonValue({ maxDepth: 3 }),
              ),
            ),
          ),
        ),
        (document) => {
          const file = readDefinitionFile(bytes(document));
          if ("problem" in file) return;
          const draft = draftOfFile(file, "x.json", "36.02", []);
          draftDocument.parse(JSON.parse(JSON.stringify(draft)));
          problemsOfSteps(draft, []);
        },
      ),
      { numRuns: 150 },
    );
  });
});
