import { describe, expect, it } from "vitest";
import { z } from "zod";

import { campaignChange } from "@/lib/campaign/schema";
import { interventionInput } from "@/lib/campaign/schema/given";
import { FormError, parseForm, typedText } from "@/lib/base/forms/parse-form";
import { targetSetTerms } from "@/lib/campaign/target-population/schema";

/** PostgreSQL keeps every character as text but this one, and would fail where nobody expects it. */
const zero = "Hujan\0lebat";

describe("a zero byte", () => {
  it("in any field of a form is told as a wrong format of that field", () => {
    const form = new FormData();
    form.set("note", zero);
    form.set("place", "62.03");
    const parse = () => parseForm(z.object({ note: z.string(), place: z.string() }), form);
    expect(parse).toThrow(FormError);
    try {
      parse();
    } catch (error) {
      expect(error).toMatchObject({ fields: { note: ["wrongFormat"] } });
    }
  });

  it("is rejected in the texts of a campaign", () => {
    const problems = campaignChange.safeParse({ name: zero }).error?.issues ?? [];
    expect(problems).toContainEqual(expect.objectContaining({ path: ["name"] }));
    const part = { code: "MR", name: "Campak", shortName: zero, coverageGoal: "0.95" };
    expect(interventionInput.safeParse(part).success).toBe(false);
    expect(interventionInput.safeParse({ ...part, shortName: "MR" }).success).toBe(true);
  });

  it("is rejected in the decree of target populations", () => {
    const terms = { source: "local", asOf: "2026-06-04", decree: zero };
    expect(targetSetTerms.safeParse(terms).success).toBe(false);
    expect(targetSetTerms.safeParse({ ...terms, decree: "SK 1" }).success).toBe(true);
  });
});

it("what is sent in a form's place has no fields, and is rejected", () => {
  for (const sent of [undefined, null, "a", { note: "x" }, []]) {
    const form = sent as unknown as FormData;
    expect(typedText(form)).toEqual({});
    expect(() => parseForm(z.object({}), form)).toThrow(FormError);
  }
});
