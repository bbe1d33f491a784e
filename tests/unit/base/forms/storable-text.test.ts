import { describe, expect, it, test } from "vitest";
import { z } from "zod";

import { isUnitCode } from "@/lib/campaign/code";
import { campaignChange, campaignInput } from "@/lib/campaign/schema";
import { parseAuditFilter } from "@/lib/account/audit/filter";
import { dayNoteInput } from "@/lib/campaign/day-note/schema";
import { FormError, parseForm } from "@/lib/base/forms/parse-form";
import { isStorable } from "@/lib/base/forms/storable";
import { cutText } from "@/lib/base/forms/storable-text";
import { personTerms } from "@/lib/account/people/schema";
import { explanation, statedTotalInput } from "@/lib/monitor/quality/schema";
import { storeForm } from "@/lib/report/import/schema";
import { reportReason } from "@/lib/report/schema";
import { targetSetTerms } from "@/lib/campaign/target-population/schema";
import { queueForm, reopeningForm } from "@/lib/report/verification/schema";

const unstorable = [
  ["a zero byte", "Hujan\0lebat"],
  ["the first half of a letter", "Hujan\ud800lebat"],
  ["the second half of a letter", "\udc00Hujan lebat"],
  ["two halves in the wrong order", "Hujan \udc69\ud83d"],
] as const;

describe("a text with", () => {
  test.each(unstorable)("%s cannot be kept", (_, text) => {
    expect(isStorable(text)).toBe(false);
  });

  test.each([
    "",
    " ",
    "Hujan lebat",
    "𝒳𝒴👩‍👩‍👧",
    "\ufeff\u202e",
    "\u0007\n",
    "\ufffd",
    "é".repeat(9_000),
  ])("whole letters can: %j", (text) => {
    expect(isStorable(text)).toBe(true);
  });
});

/** Each schema of a text that people write, and the field that the text stands in. */
const fields: readonly (readonly [string, z.ZodType, (text: string) => object, string])[] = [
  ["a new campaign's name", campaignInput, (name) => ({ name }), "name"],
  ["a campaign's legal basis", campaignChange, (legalBasis) => ({ legalBasis }), "legalBasis"],
  ["a campaign's source", campaignChange, (sourceName) => ({ sourceName }), "sourceName"],
  [
    "an intervention's short name",
    campaignChange,
    (shortName) => ({ interventions: [{ shortName }] }),
    "interventions.0.shortName",
  ],
  [
    "a target group's name",
    campaignChange,
    (name) => ({ targetGroups: [{ name }] }),
    "targetGroups.0.name",
  ],
  [
    "a unit's name",
    campaignChange,
    (name) => ({ reportingUnits: [{ name }] }),
    "reportingUnits.0.name",
  ],
  ["a decree", targetSetTerms, (decree) => ({ decree }), "decree"],
  ["why a report is changed", reportReason, (note) => ({ note }), "note"],
  ["why a report goes back", queueForm, (alasan) => ({ alasan }), "alasan"],
  ["why a day is to be opened", reopeningForm, (alasan) => ({ alasan }), "alasan"],
  ["a note on a day", dayNoteInput, (note) => ({ note }), "note"],
  ["an explanation", explanation, (note) => ({ note }), "note"],
  ["where a total was announced", statedTotalInput, (source) => ({ source }), "source"],
  ["why a file writes over reports", storeForm, (note) => ({ note }), "note"],
  ["a person's name", personTerms, (displayName) => ({ displayName }), "displayName"],
];

describe.each(fields)("%s", (_, schema, of, field) => {
  const problemsOf = (text: string) =>
    schema
      .safeParse(of(text))
      .error?.issues.filter(({ path }) => path.join(".") === field)
      .map(({ message }) => message) ?? [];

  test.each(unstorable)("with %s is told as a wrong format, and as nothing else", (__, text) => {
    expect(problemsOf(text)).toEqual(["wrongFormat"]);
  });

  it("with whole letters is no problem", () => {
    expect(problemsOf("Hujan lebat 👧 Oe’s")).toEqual([]);
  });

  const isReportsOwn = field === "note" && (schema === reportReason || schema === storeForm);
  test.each([
    ["turned about", "\u202Enaratahesek sanid"],
    ["set apart", "x\u2066y"],
  ])("that is %s is rejected, unless it is a report's own", (__, text) => {
    expect(problemsOf(text)).toEqual(isReportsOwn ? [] : ["unseenLetters"]);
  });

  const isName = /name$/i.test(field);
  test.each([
    ["a width of zero", "Dinas\u200bKesehatan"],
    ["a mark of order", "Dinas Kesehatan\ufeffX"],
    ["a joiner", "Dinas\u200dKesehatan"],
    ["a mark of direction", "Dinas\u200eKesehatan"],
    ["a soft hyphen", "Dinas\u00adKesehatan"],
    ["a bell", "Dinas\u0007Kesehatan"],
    ["an empty letter", "Dinas\u3164Kesehatan"],
    ["a line's end", "Dinas\nKesehatan"],
  ])("with %s is rejected as a name, and is a note", (__, text) => {
    expect(problemsOf(text)).toEqual(isName ? ["unseenLetters"] : []);
  });
});

it("the name of a form's file is a text of the form", () => {
  const form = new FormData();
  form.set("note", "Hujan");
  form.set("file", new File(["a"], "da\0ta.csv"));
  try {
    parseForm(z.object({ note: z.string() }), form);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(FormError);
    expect(error).toMatchObject({ fields: { file: ["wrongFormat"] } });
  }
});

test.each(["", "\0", "62.03.01.1007\0", "62.03.01.1007\n", "\ud800", "tidak ada", "x".repeat(33)])(
  "%j is no unit's code",
  (text) => {
    expect(isUnitCode(text)).toBe(false);
    expect(isUnitCode("62.03.01.1007")).toBe(true);
  },
);

describe("a text that is cut", () => {
  it("keeps whole letters only", () => {
    expect(cutText("Campak 👶", 8)).toBe("Campak ");
    expect(cutText("Campak 👶", 9)).toBe("Campak 👶");
    expect(cutText("Campak", 4)).toBe("Camp");
    expect(isStorable(cutText("👶".repeat(300), 299))).toBe(true);
  });

  it("in a search of the trail is one, and what cannot be kept filters nothing", () => {
    const person = (orang: string) => parseAuditFilter({ orang }).person;
    expect(person(`${"a".repeat(79)}👶`)).toBe("a".repeat(79));
    expect(unstorable.map(([, text]) => person(text))).toEqual(["", "", "", ""]);
  });
});
