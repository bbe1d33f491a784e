import { describe, expect, it } from "vitest";

import { limits } from "@/lib/base/limits";
import { newDraft, type CampaignDraft } from "@/lib/campaign/draft";
import { draftDocument } from "@/lib/campaign/draft/document";
import { withPreset } from "@/lib/campaign/draft/preset";
import { maxRowsOf, rowAnchor, rowsChanged } from "@/lib/campaign/draft/rows";

const covid = withPreset(newDraft("62.03"), "covid");

const changed = (draft: CampaignDraft, change: string): CampaignDraft =>
  draftDocument.parse({ ...draft, ...rowsChanged(draft, change) });

describe("a row more or less", () => {
  it("adds a group that everything is given to", () => {
    const draft = changed(covid, "+targetGroups");
    const added = draft.groups.at(-1);
    expect(draft.groups).toHaveLength(covid.groups.length + 1);
    for (const each of draft.interventions) expect(each.groups).toContain(added?.key);
  });

  it("adds an intervention that every group is given, with a key of its own", () => {
    const draft = changed(covid, "+interventions");
    const keys = draft.interventions.map(({ key }) => key);
    expect(new Set(keys).size).toBe(covid.interventions.length + 1);
    expect(draft.interventions.at(-1)?.groups).toEqual(covid.groups.map(({ key }) => key));
  });

  it("adds rounds by their number, and leaves the last one", () => {
    const two = changed(covid, "+rounds");
    expect(two.rounds.map(({ number }) => number)).toEqual([1, 2]);
    const one = changed(two, "-rounds.0");
    expect(one.rounds.map(({ number }) => number)).toEqual([2]);
    expect(changed(one, "-rounds.0").rounds).toEqual(one.rounds);
  });

  it("adds gates and terms, and takes them out", () => {
    const gate = changed(changed({ ...covid, gates: [] }, "+gates"), "+gates.0.terms");
    expect(gate.gates[0]?.terms).toHaveLength(2);
    expect(changed(gate, "-gates.0.terms.0").gates[0]?.terms).toEqual([gate.gates[0]?.terms[1]]);
    expect(changed(gate, "-gates.0").gates).toEqual([]);
  });

  it("takes out the row that is named and no other", () => {
    const [first, ...rest] = covid.interventions;
    expect(first).toBeDefined();
    expect(changed(covid, "-interventions.0").interventions).toEqual(rest);
    expect(changed(covid, "-targetGroups.0").groups).toEqual(covid.groups.slice(1));
  });

  it("stops at as many as a list may have", () => {
    let draft = covid;
    for (let count = 0; count <= limits.campaignRounds; count += 1)
      draft = changed(draft, "+rounds");
    expect(draft.rounds).toHaveLength(maxRowsOf("rounds"));
  });

  it.each(["", "+", "+villages", "-rounds", "+rounds.1", "-rounds.99", "+gates.7.terms", "rounds"])(
    "changes nothing by %j",
    (change) => {
      expect(changed(covid, change)).toEqual(draftDocument.parse(covid));
    },
  );

  it.each([
    ["+rounds", "rounds.1.startsOn"],
    ["+targetGroups", `targetGroups.${String(covid.groups.length)}.name`],
    ["-interventions.1", "interventions.0.name"],
    ["-rounds.0", "rounds.0.startsOn"],
    ["+villages", null],
  ])("goes on after %s at %s", (change, anchor) => {
    expect(rowAnchor({ ...covid, ...rowsChanged(covid, change) }, change)).toBe(anchor);
  });
});
