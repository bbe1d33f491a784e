import { expect, test } from "vitest";

import { newDraft } from "@/lib/campaign/draft";
import { withPreset } from "@/lib/campaign/draft/preset";
import { problemsOfSteps } from "@/lib/campaign/draft/problems";
import { stepOfPath, stepsChanged, withStep } from "@/lib/campaign/draft/step";

const blank = newDraft("62.03");
const villages = [{ code: "62.03.01.1006", name: "Murung Keramat" }];

test.each([
  ["name", "general"],
  ["timeZone", "general"],
  ["rounds.1.startsOn", "rounds"],
  ["period", "rounds"],
  ["interventions.0.coverageGoal", "given"],
  ["gates.0.terms.1.atLeast", "given"],
  ["targetGroups.2.maxMonthsExclusive", "groups"],
  ["reportingUnits.3.regionCode", "units"],
  ["unitSets.0.units", "units"],
  ["something", "general"],
])("%s is typed in the step %s", (path, step) => {
  expect(stepOfPath(path)).toBe(step);
});

test("a step is held against its own part, as long as the others are empty too", () => {
  const problems = problemsOfSteps(
    { ...blank, startsOn: "2027-02-01", endsOn: "2027-01-01", name: "PIN", slug: "pin" },
    villages,
  );
  expect(problems.general).toEqual({ endsOn: ["endsBeforeStart"] });
  expect(Object.keys(problems.rounds)).toEqual(["rounds.0.startsOn", "rounds.0.endsOn"]);
  expect(problems.given).toEqual({ interventions: ["atLeastOne"] });
  expect(problems.groups).toEqual({ targetGroups: ["atLeastOne"] });
  expect(problems.units).toEqual({});
});

test("what is given waits for groups without being wrong", () => {
  const given = withPreset(blank, "pinPolio").interventions.map((each) => ({
    ...each,
    groups: [],
  }));
  expect(problemsOfSteps({ ...blank, interventions: given }, villages).given).toEqual({});
  const groups = withPreset(blank, "pinPolio").groups;
  expect(problemsOfSteps({ ...blank, interventions: given, groups }, villages).given).toEqual({
    "interventions.0.targetGroups": ["atLeastOne"],
  });
});

test("lines that cannot be read are wrong where units are", () => {
  const problems = problemsOfSteps({ ...blank, units: "own", lines: "P1;Pos;pos" }, villages);
  expect(problems.units["reportingUnits"]).toEqual(["unitLine"]);
});

test("a page writes its own step and leaves what another one said", () => {
  const typed = { ...blank, name: "PIN", rhythm: "sessions" };
  const other = { ...blank, legalBasis: "SK 1", reportCutOff: "15:00" };
  expect(withStep(other, "rounds", typed)).toMatchObject({
    name: "",
    legalBasis: "SK 1",
    rhythm: "sessions",
    reportCutOff: blank.reportCutOff,
  });
  expect(stepsChanged(blank, typed)).toEqual(["general", "rounds"]);
});

test("a group that is added is given in the same page", () => {
  const polio = withPreset(blank, "pinPolio");
  expect(withStep(blank, "groups", polio)).toMatchObject({
    groups: polio.groups,
    interventions: polio.interventions,
  });
});
