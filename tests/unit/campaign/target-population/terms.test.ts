import { expect, it } from "vitest";

import { problemsByField } from "@/lib/base/forms/problem";
import { interventionInput } from "@/lib/campaign/schema/given";
import {
  correctionForm,
  targetSetTerms,
  withdrawalForm,
} from "@/lib/campaign/target-population/schema";

const fieldsOf = (schema: typeof targetSetTerms, sent: object) => {
  const read = schema.safeParse(sent);
  return read.success ? {} : problemsByField(read.error);
};
const terms = { source: "local", asOf: "2026-11-01", decree: "" };
const box = {
  ...{ kampanye: "bian", unit: "62.03", intervention: "MR", targetGroup: "anak" },
  ...{ round: "1", seen: "4560", people: "4500", reason: "SK" },
};

it("what target populations are counted on is said to be missing, and what to do", () => {
  expect(fieldsOf(targetSetTerms, { ...terms, asOf: " " })).toEqual({ asOf: ["asOfMissing"] });
  expect(fieldsOf(correctionForm, { ...terms, ...box, asOf: "" })).toEqual({
    asOf: ["asOfMissing"],
  });
  expect(fieldsOf(targetSetTerms, { ...terms, asOf: "2026-02-30" })).toEqual({
    asOf: ["noSuchDay"],
  });
});

it("a day from which they hold may be left open, and not be none", () => {
  expect(targetSetTerms.parse({ ...terms, inForceFrom: "" })).toMatchObject({ asOf: "2026-11-01" });
  expect(fieldsOf(targetSetTerms, { ...terms, inForceFrom: "2026-02-30" })).toEqual({
    inForceFrom: ["noSuchDay"],
  });
});

it("a day from which a figure is withdrawn, or a goal holds, is not empty", () => {
  const withdrawn = withdrawalForm.safeParse({ ...terms, ...box, inForceFrom: "" });
  expect(withdrawn.error && problemsByField(withdrawn.error)).toEqual({
    inForceFrom: ["sinceDayMissing"],
  });
  const goal = { code: "MR", name: "MR", coverageGoal: "0.95" };
  const given = interventionInput.safeParse({ ...goal, goalFrom: "" });
  expect(given.error && problemsByField(given.error)).toEqual({ goalFrom: ["sinceDayMissing"] });
  expect(interventionInput.parse(goal).goalFrom).toBeUndefined();
});
