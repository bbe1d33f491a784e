import { randomUUID } from "node:crypto";

import { describe, expect, it, test } from "vitest";

import { problemsByField } from "@/lib/base/forms/problem";
import { adverseEventInput, passMarkInput, rapidAssessmentInput } from "@/lib/safety/schema";
import { adverseEventOf, rapidAssessmentOf, sendingOf, typedFieldOf } from "@/lib/safety/typed";

const sent = randomUUID();
const event = {
  sent,
  version: "0",
  unit: "62.03.01.1007",
  day: "2026-06-03",
  foundOn: "2026-06-04",
  foundTime: "10:00",
  "gives-MR": "on",
  "gives-OPV": "on",
  batch: " mr-2604 ",
  targetGroup: "9-59-bulan",
  isSerious: "yes",
  onsetHours: "6",
  signs: "demam tinggi, rawat inap",
  toldDistrictOn: "",
  toldDistrictTime: "",
};

describe("the form of an adverse event", () => {
  const read = (change: Readonly<Record<string, string>> = {}) =>
    adverseEventInput.safeParse({
      ...sendingOf(event),
      ...adverseEventOf({ ...event, ...change }),
    });
  const problems = (change: Readonly<Record<string, string>>) => {
    const { error } = read(change);
    return error ? problemsByField(error) : {};
  };

  it("is one body, with what is decided by review left out", () => {
    expect(read().data).toEqual({
      sent,
      version: 0,
      unit: "62.03.01.1007",
      day: "2026-06-03",
      foundAt: "2026-06-04T10:00",
      interventions: ["MR", "OPV"],
      batch: "MR-2604",
      targetGroup: "9-59-bulan",
      isSerious: true,
      onsetHours: 6,
      signs: "demam tinggi, rawat inap",
      isNoName: false,
      toldDistrictAt: null,
    });
  });

  // A device forgets what it sent when what it reads back is the same.
  it("is sent letter by letter as it is stored", () => {
    const typed = { ...event, batch: " mr  2604 ", signs: " demam \n ruam ", onsetHours: "" };
    expect({ ...sendingOf(typed), version: 0, ...adverseEventOf(typed) }).toEqual(read(typed).data);
  });

  it("says what review decides where the form has it", () => {
    const review = {
      isReviewed: "1",
      "criteria-hospital": "on",
      state: "investigating",
      toldProvinceOn: "2026-06-04",
      toldProvinceTime: "15:00",
    };
    expect(read(review).data).toMatchObject({
      criteria: ["hospital"],
      state: "investigating",
      toldProvinceAt: "2026-06-04T15:00",
      toldNationAt: null,
    });
  });

  test.each([
    [{ "gives-MR": "", "gives-OPV": "" }, { interventions: ["atLeastOne"] }],
    [{ isSerious: "" }, { isSerious: ["required"] }],
    [{ foundTime: "" }, { foundAt: ["noSuchMoment"] }],
    [{ foundOn: "2026-06-31" }, { foundAt: ["noSuchMoment"] }],
    [{ foundTime: "24:00" }, { foundAt: ["noSuchMoment"] }],
    [{ foundOn: "", foundTime: "" }, { foundAt: ["required"] }],
    [{ day: "2026-06-31" }, { day: ["noSuchDay"] }],
    [{ day: "2026-06-05" }, { foundAt: ["beforeGiven"] }],
    [{ onsetHours: "-1" }, { onsetHours: ["wholeNumber"] }],
    [{ onsetHours: "1,5" }, { onsetHours: ["wholeNumber"] }],
    [{ signs: " " }, { signs: ["required"] }],
    [
      { toldDistrictOn: "2026-06-04", toldDistrictTime: "09:59" },
      { toldDistrictAt: ["beforeFound"] },
    ],
    [
      { isSerious: "no", isReviewed: "1", state: "recorded", "criteria-death": "on" },
      { isSerious: ["criteriaOfSerious"] },
    ],
  ])("%j is told as %j", (change, told) => {
    expect(problems(change as Readonly<Record<string, string>>)).toEqual(told);
  });

  it("asks about what may be a name, and takes it once its writer says that it is none", () => {
    const signs = "Demam pada Siti Aminah";
    expect(problems({ signs })).toEqual({ signs: ["nameLike"] });
    expect(read({ signs, isNoName: "on" }).data).toMatchObject({ signs, isNoName: true });
  });
});

describe("the form of a rapid assessment", () => {
  const fields: Readonly<Record<string, string>> = {
    sent,
    version: "0",
    unit: "62.03.01.1007",
    day: "2026-06-03",
    intervention: "MR",
    location: "RW 02",
    assessor: "Tim supervisi",
    "people-1": "2",
    "reached-1": "2",
    "reason-1": "sick",
    "people-2": "",
    "reached-2": "",
    "reason-2": "",
    "people-7": "2",
    "reached-7": "1",
    "reason-7": "sick",
  };
  const read = (change: Readonly<Record<string, string>> = {}) =>
    rapidAssessmentInput.safeParse({
      ...sendingOf(fields),
      ...rapidAssessmentOf({ ...fields, ...change }),
    });
  const problems = (change: Readonly<Record<string, string>>) => {
    const typed = { ...fields, ...change };
    const { error } = rapidAssessmentInput.safeParse({
      ...sendingOf(typed),
      ...rapidAssessmentOf(typed),
    });
    return Object.entries(error ? problemsByField(error) : {}).map(([part, found]) => [
      typedFieldOf(typed, part),
      found,
    ]);
  };

  it("has the houses that something is written of, and no reason where nobody was missed", () => {
    expect(read().data?.houses).toEqual([
      { number: 1, people: 2, reached: 2, reason: null },
      { number: 7, people: 2, reached: 1, reason: "sick" },
    ]);
  });

  it("is sent letter by letter as it is stored", () => {
    const typed = { ...fields, location: " RW 02 ", "reason-7": "" };
    expect({ ...sendingOf(typed), version: 0, ...rapidAssessmentOf(typed) }).toEqual(
      read({ location: " RW 02 ", "reason-7": "" }).data,
    );
  });

  test.each([
    [{ "people-7": "" }, "people-7", "wholeNumber"],
    [{ "people-7": "0" }, "people-7", "tooManyInHouse"],
    [{ "people-7": "51" }, "people-7", "tooManyInHouse"],
    [{ "reached-7": "" }, "reached-7", "wholeNumber"],
    [{ "reached-7": "3" }, "reached-7", "moreReached"],
    [{ location: "" }, "location", "required"],
    [{ assessor: "" }, "assessor", "required"],
    [{ day: "2021-06-31" }, "day", "noSuchDay"],
  ])("%j is told at %s: %s", (change, field, problem) => {
    expect(problems(change as Readonly<Record<string, string>>)).toContainEqual([field, [problem]]);
  });

  it("takes up to sixty houses, and at least one", () => {
    const none = { "people-1": "", "reached-1": "", "reason-1": "" };
    const also = { "people-7": "", "reached-7": "", "reason-7": "" };
    expect(problems({ ...none, ...also })).toEqual([["houses", ["atLeastOne"]]]);
    expect(read({ "people-60": "1", "reached-60": "1" }).success).toBe(true);
    expect(read({ "people-61": "1", "reached-61": "1" }).success).toBe(false);
  });
});

test.each([
  [{ houses: "20", repeatFrom: "2" }, true],
  [{ houses: "1", repeatFrom: "1" }, true],
  [{ houses: "61", repeatFrom: "2" }, false],
  [{ houses: "0", repeatFrom: "1" }, false],
  [{ houses: "20", repeatFrom: "21" }, false],
  [{ houses: "20", repeatFrom: "0" }, false],
  [{ houses: "x", repeatFrom: "2" }, false],
])("a pass mark of %j is taken: %s", (mark, isTaken) => {
  expect(passMarkInput.safeParse(mark).success).toBe(isTaken);
});
