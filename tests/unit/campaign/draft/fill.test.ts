import { describe, expect, it, test } from "vitest";

import { draftOfInput } from "@/lib/campaign/definition-draft";
import { draftBody, newDraft } from "@/lib/campaign/draft";
import { draftDocument } from "@/lib/campaign/draft/document";
import { fillDraft, copyForNewDays } from "@/lib/campaign/draft/fill";
import { emptyRound } from "@/lib/campaign/draft/rounds";
import { withPreset } from "@/lib/campaign/draft/preset";
import { presetNames } from "@/lib/campaign/preset";
import { campaignInput } from "@/lib/campaign/schema";

const blank = newDraft("62.03");

describe("filling a draft", () => {
  it("fills an empty one without a question", () => {
    const { draft, asked } = fillDraft(blank, withPreset(blank, "bian"));
    expect(asked).toEqual([]);
    expect(draft.interventions.map(({ code }) => code)).toEqual(["MR", "OPV", "IPV", "DPT-HB-Hib"]);
    expect(draft.slug).toBe("bian");
  });

  it("keeps what was typed, and names it", () => {
    const typed = { ...blank, name: "Kejar imunisasi", noun: "pregnantWoman" };
    const { draft, asked } = fillDraft(typed, withPreset(blank, "klasik"));
    expect(asked).toEqual(["name", "wording"]);
    expect(draft).toMatchObject({ name: "Kejar imunisasi", noun: "pregnantWoman" });
    expect(draft.groups).toHaveLength(10);
  });

  it("replaces the parts that are named and no other", () => {
    const polio = fillDraft(blank, withPreset(blank, "pinPolio")).draft;
    const bian = withPreset(blank, "bian");
    const { draft, asked } = fillDraft(polio, bian, ["given"]);
    expect(asked).toEqual(["name"]);
    expect(draft.interventions).toHaveLength(4);
    expect(draft).toMatchObject({ name: "PIN Polio", rounds: polio.rounds });
  });

  it("asks nothing where the same stands already, whatever the keys of its rows", () => {
    const polio = fillDraft(blank, withPreset(blank, "covid")).draft;
    expect(fillDraft(polio, withPreset(blank, "covid")).asked).toEqual([]);
  });

  it("leaves units of another kabupaten behind", () => {
    const lebak = { ...newDraft("36.02"), units: "own" as const, lines: "P1; Pos; kantor" };
    expect(fillDraft(blank, lebak).draft).toMatchObject({ units: "all", lines: "" });
  });
});

test.each(presetNames)("the preset %s is kept as it is filled in", (name) => {
  const draft = withPreset(blank, name);
  expect(draftDocument.parse(JSON.parse(JSON.stringify(draft)))).toMatchObject(draft);
});

test.each(["\0", "\uD800"])("a text that no database keeps is no draft: %j", (text) => {
  expect(draftDocument.safeParse({ ...blank, name: text }).success).toBe(false);
  expect(draftDocument.safeParse({ ...blank, lines: text }).success).toBe(false);
});

describe("a campaign as a draft of another one", () => {
  const villages = [{ code: "62.03.01.1006", name: "Murung Keramat" }];
  const filled = {
    ...withPreset(blank, "covid"),
    name: "COVID Kapuas",
    slug: "covid-kapuas",
    legalBasis: "SE 5 Oktober 2021",
    startsOn: "2021-10-05",
    endsOn: "2021-12-31",
    units: "chosen" as const,
    villages: ["62.03.01.1006"],
    setLines: { ...blank.setLines, remote: "Terpencil; 62.03.01.1006" },
    rounds: [{ ...emptyRound(1), startsOn: "2021-10-05", endsOn: "2021-12-31" }],
  };
  const definition = campaignInput.parse(draftBody(filled, villages));

  it("says the same when it is sent again", () => {
    const again = draftBody(draftOfInput(definition, villages), villages);
    expect(campaignInput.parse(again)).toEqual(definition);
  });

  it("leaves its days, address and basis behind when it is copied, and no more", () => {
    const copy = copyForNewDays(draftOfInput(definition, villages));
    expect(copy).toMatchObject({ slug: "", legalBasis: "", startsOn: "", endsOn: "" });
    expect(copy.rounds.map(({ startsOn }) => startsOn)).toEqual([""]);
    expect(copy.interventions.map(({ code, follows }) => [code, follows !== null])).toEqual([
      ["DOSIS-1", false],
      ["DOSIS-2", true],
      ["BOOSTER", true],
    ]);
    expect(copy.gates).toHaveLength(1);
    expect(copy).toMatchObject({ units: "chosen", villages: ["62.03.01.1006"] });
  });
});
