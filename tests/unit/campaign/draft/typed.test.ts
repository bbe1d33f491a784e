import { describe, expect, it } from "vitest";

import { newDraft, type CampaignDraft } from "@/lib/campaign/draft";
import { draftDocument } from "@/lib/campaign/draft/document";
import { withPreset } from "@/lib/campaign/draft/preset";
import { steps } from "@/lib/campaign/draft/step";
import { withPlainFields } from "@/lib/campaign/draft/typed";

const polio = withPreset(newDraft("62.03"), "pinPolio");

const covid = withPreset(newDraft("62.03"), "covid");

function form(...fields: readonly (readonly [string, string])[]): FormData {
  const sent = new FormData();
  for (const [name, value] of fields) sent.append(name, value);
  return sent;
}

const read = (draft: CampaignDraft, step: (typeof steps)[number], sent: FormData) =>
  draftDocument.parse(withPlainFields(draft, step, sent));

describe("a step that is sent without scripts", () => {
  it.each(steps)("of %s changes nothing by fields that are not there", (step) => {
    expect(withPlainFields(polio, step, form(["lain", "1"]))).toEqual(polio);
  });

  it("says the name and days, and its address follows them", () => {
    const blank = newDraft("62.03");
    const sent = form(["name", "PIN Kapuas"], ["startsOn", "2027-01-11"], ["slug", ""]);
    expect(read(blank, "general", sent)).toMatchObject({
      name: "PIN Kapuas",
      startsOn: "2027-01-11",
      slug: "pin-kapuas-2027",
    });
    sent.set("slug", "pin-kita");
    expect(read(blank, "general", sent).slug).toBe("pin-kita");
  });

  it.each([
    [[""], false],
    [["", "1"], true],
  ])("reads boxes %j as %s", (values, isSample) => {
    const sent = form(...values.map((value) => ["isSample", value] as const));
    expect(read({ ...polio, isSample: !isSample }, "general", sent).isSample).toBe(isSample);
  });

  it("takes a word from the list, or as it was typed", () => {
    expect(read(polio, "general", form(["noun", "baby"])).noun).toBe("baby");
    const own = form(["noun", "…"], ["noun-own", "santri"]);
    expect(read(polio, "general", own).noun).toBe("santri");
  });

  it("moves to another kabupaten with its clock, and without villages", () => {
    const chosen = { ...polio, villages: ["62.03.01.1006"] };
    const sent = form(["districtCode", "Merauke (93.01)"], ["timeZone", polio.timeZone]);
    expect(read(chosen, "general", sent)).toMatchObject({
      districtCode: "93.01",
      villages: [],
      timeZone: "Asia/Jayapura",
    });
  });

  it("reads lines however they end, and sets under the kind that was chosen", () => {
    const sent = form(
      ["units", "own"],
      ["reportingUnits", "P1;Satu;puskesmas\r\nP2;Dua;puskesmas"],
      ["setKindShown", "puskesmas"],
      ["setKind", "remote"],
      ["unitSets", "Terpencil; P1"],
    );
    expect(read(polio, "units", sent)).toMatchObject({
      units: "own",
      lines: "P1;Satu;puskesmas\nP2;Dua;puskesmas",
      setLines: { puskesmas: "", remote: "Terpencil; P1" },
    });
    expect(read(polio, "units", form(["villages", ""], ["villages", "a"])).villages).toEqual(["a"]);
  });

  it("says goals, groups and what follows what", () => {
    const keys = covid.groups.map(({ key }) => key);
    const first = covid.interventions[0]?.key;
    const sent = form(
      ["interventions.0.name", "Tetes pertama"],
      ["interventions.0.goalScope", "each"],
      ["interventions.0.coverageGoal", "90"],
      ["interventions.0.targetGroups", ""],
      ["interventions.0.targetGroups", String(keys[0])],
      ["interventions.1.follows", String(first)],
    );
    expect(read(covid, "given", sent).interventions).toMatchObject([
      { name: "Tetes pertama", goalScope: "each", goal: "90", groups: [keys[0]] },
      { follows: first },
      {},
    ]);
  });

  it("keeps the hour of a clock that says seconds", () => {
    const sent = form(["reportCutOff", "17:30:00"], ["rounds.0.startsOn", "2027-01-11"]);
    expect(read(polio, "rounds", sent)).toMatchObject({
      reportCutOff: "17:30",
      rounds: [{ startsOn: "2027-01-11" }, {}],
    });
  });

  it.each([
    ["units", "units", "semua"],
    ["given", "interventions.0.goalScope", "?"],
    ["given", "interventions.0.follows", "satu"],
  ] as const)("rejects in %s what %s cannot be", (step, name, value) => {
    expect(draftDocument.safeParse(withPlainFields(polio, step, form([name, value]))).success).toBe(
      false,
    );
  });
});
