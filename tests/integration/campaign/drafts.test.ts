import { beforeEach, describe, expect, it, test } from "vitest";

import { emptyDatabase, query } from "@/tests/support/database";

import { authorize } from "@/lib/account/auth/grant";
import type { Actor } from "@/lib/account/auth/policy";
import { changedDraft, draftBody, newDraft, type CampaignDraft } from "@/lib/campaign/draft";
import { fillDraft } from "@/lib/campaign/draft/fill";
import { emptyRound } from "@/lib/campaign/draft/rounds";
import { draftDays } from "@/lib/campaign/draft/kept-since";
import { problemsOfSteps } from "@/lib/campaign/draft/problems";
import { presetNames } from "@/lib/campaign/preset";
import { campaignInput } from "@/lib/campaign/schema";
import { createCampaign } from "@/lib/campaign/server/commands";
import { readDefinition } from "@/lib/campaign/server/definition-queries";
import {
  discardDraft,
  replaceDraft,
  saveDraftStep,
  startDraft,
} from "@/lib/campaign/server/draft-commands";
import { findDraft, listDrafts } from "@/lib/campaign/server/draft-queries";
import { copyParts } from "@/lib/campaign/copy";
import { copiedDraft } from "@/lib/campaign/server/copied-draft-queries";
import { draftSource } from "@/lib/campaign/server/draft-source-queries";
import { findCampaign } from "@/lib/campaign/server/queries";
import { limits } from "@/lib/base/limits";

import { bian, loadDistricts, person } from "./district";

const blank = newDraft("62.03");
const villages = [
  { code: "62.03.01.1006", name: "Murung Keramat" },
  { code: "62.03.01.1007", name: "Selat Hilir" },
  { code: "62.03.09.2001", name: "Lamunti" },
];

let dinkes: Actor;
const manage = (actor: Actor = dinkes) => authorize(actor, "campaign:manage", actor.homeRegion);
const find = (id: string, actor: Actor = dinkes) => findDraft(manage(actor), id);

beforeEach(async () => {
  await emptyDatabase();
  await loadDistricts();
  dinkes = await person("healthOffice", "62.03");
});

describe("a draft", () => {
  it("is there again with all that was typed, and with the step that was open", async () => {
    const { id } = await startDraft(manage(), blank);
    const typed = { ...blank, name: "PIN setengah jadi", startsOn: "2027-01-1" };
    await saveDraftStep(manage(), id, { step: "general", typed, seen: 1 });
    const rounds = [{ ...emptyRound(1), startsOn: "31/2" }];
    await saveDraftStep(manage(), id, { step: "rounds", typed: { ...blank, rounds }, seen: 2 });
    const kept = await find(id);
    expect(kept).toMatchObject({ step: "rounds", version: 3, stepVersions: [2, 0, 0, 0, 3, 0] });
    expect(kept?.draft).toMatchObject({ name: "PIN setengah jadi", startsOn: "2027-01-1" });
    expect(kept?.draft.rounds).toMatchObject([{ startsOn: "31/2" }]);
  });

  it("takes different steps of two tabs, and asks about the same one", async () => {
    const { id } = await startDraft(manage(), blank);
    const name = (text: string) => ({
      step: "general" as const,
      typed: { ...blank, name: text },
      seen: 1,
    });
    await saveDraftStep(manage(), id, name("Satu"));
    const rhythm = { step: "rounds" as const, typed: { ...blank, rhythm: "sessions" }, seen: 1 };
    await saveDraftStep(manage(), id, rhythm);
    await expect(saveDraftStep(manage(), id, name("Dua"))).rejects.toMatchObject({
      code: "draftChanged",
    });
    expect((await find(id))?.draft).toMatchObject({ name: "Satu", rhythm: "sessions" });
    await saveDraftStep(manage(), id, { ...name("Dua"), seen: Infinity });
    expect((await find(id))?.draft.name).toBe("Dua");
  });

  it("meets what is given and its groups as one", async () => {
    const { id } = await startDraft(manage(), blank);
    await saveDraftStep(manage(), id, { step: "given", typed: blank, seen: 1 });
    const groups = saveDraftStep(manage(), id, { step: "groups", typed: blank, seen: 1 });
    await expect(groups).rejects.toMatchObject({ code: "draftChanged" });
  });

  it("loses nothing when two pages save in the same moment", async () => {
    const { id } = await startDraft(manage(), blank);
    const parts = [
      { step: "general", typed: { ...blank, name: "Satu" }, seen: 1 },
      { step: "units", typed: { ...blank, units: "own" }, seen: 1 },
      { step: "rounds", typed: { ...blank, rhythm: "sessions" }, seen: 1 },
    ] as const;
    await Promise.all(parts.map((part) => saveDraftStep(manage(), id, part)));
    const kept = await find(id);
    expect(kept?.draft).toMatchObject({ name: "Satu", units: "own", rhythm: "sessions" });
    expect(kept?.version).toBe(4);
  });

  it("is its person's alone", async () => {
    const colleague = await person("healthOffice", "62.03", "dinkes.lain");
    const admin = await person("administrator", "00");
    const { id } = await startDraft(manage(), blank);
    for (const other of [colleague, admin]) {
      expect(await find(id, other)).toBeNull();
      expect(await listDrafts(manage(other))).toEqual([]);
      const save = saveDraftStep(manage(other), id, { step: "general", typed: blank, seen: 1 });
      await expect(save).rejects.toMatchObject({ code: "notFound" });
      await expect(discardDraft(manage(other), id)).rejects.toMatchObject({ code: "notFound" });
    }
    expect(await listDrafts(manage())).toHaveLength(1);
  });

  it("is out of reach for who loses the right or moves, and goes with the person", async () => {
    const { id } = await startDraft(manage(), blank);
    expect(() => manage({ ...dinkes, role: "subdistrictHead" })).toThrow();
    const elsewhere = await person("healthOffice", "62.10");
    const moved = { ...elsewhere, id: dinkes.id };
    expect(await find(id, moved)).toBeNull();
    await query("delete from app_user where id = $1", [dinkes.id]);
    expect(await query("select id from campaign_draft")).toEqual([]);
  });

  it("is forgotten when nobody saved it for long", async () => {
    const { id } = await startDraft(manage(), blank);
    await query("update campaign_draft set updated_at = now() - $1 * interval '1 day'", [
      draftDays + 1,
    ]);
    expect(await find(id)).toBeNull();
    expect(await listDrafts(manage())).toEqual([]);
    await startDraft(manage(), blank);
    expect(await query("select id from campaign_draft where id = $1", [id])).toEqual([]);
  });

  it("is one of so many, and no fact: the trail does not know it", async () => {
    for (let count = 0; count < limits.campaignDrafts; count++) await startDraft(manage(), blank);
    const one = startDraft(manage(), blank);
    await expect(one).rejects.toMatchObject({ code: "tooManyDrafts" });
    const [first] = await listDrafts(manage());
    await discardDraft(manage(), first?.id ?? "");
    await startDraft(manage(), blank);
    expect(await query("select id from audit_entry")).toEqual([]);
  });

  it("of an older release has what is new since as in an empty form", async () => {
    const { id } = await startDraft(manage(), { ...blank, name: "Lama" });
    await query("update campaign_draft set content = content - 'rhythm'");
    expect((await find(id))?.draft).toMatchObject({ name: "Lama", rhythm: "daily" });
  });

  it("is no more once its campaign is made, and stays when it is not", async () => {
    const { id } = await startDraft(manage(), blank);
    await createCampaign(manage(), bian());
    const twice = createCampaign(manage(), bian(), { draft: id });
    await expect(twice).rejects.toMatchObject({ code: "duplicate" });
    expect(await find(id)).not.toBeNull();
    await createCampaign(manage(), bian({ slug: "bian-2" }), { draft: id });
    expect(await find(id)).toBeNull();
  });
});

describe("an earlier campaign", () => {
  it("fills what is empty of a draft, without its days", async () => {
    await createCampaign(manage(), bian());
    const { id } = await startDraft(manage(), { ...blank, name: "BIAN 2027" });
    const source = await draftSource(manage(), "kampanye/bian-kapuas-2022", "62.03");
    await replaceDraft(manage(), id, (standing) => fillDraft(standing, source).draft);
    const kept = await find(id);
    expect(kept?.draft).toMatchObject({ name: "BIAN 2027", startsOn: "", legalBasis: "" });
    expect(kept?.draft.interventions.map(({ code }) => code)).toEqual(["MR", "IPV"]);
    expect(kept?.draft.villages).toEqual(villages.map(({ code }) => code));
    // One round without days is what an empty draft has: nothing of it was filled in.
    expect(kept?.stepVersions).toEqual([0, 2, 2, 2, 0, 0]);
  });

  it("leaves units behind that ended, by both ways, and says which rounds had no other", async () => {
    const gone = "62.03.01.1006";
    const rounds = [
      { number: 1, startsOn: "2022-05-18", endsOn: "2022-05-28", units: [gone] },
      { number: 2, startsOn: "2022-06-01", endsOn: "2022-06-17", units: [gone, "62.03.01.1007"] },
    ];
    const unitEnds = [{ unit: gone, until: "2022-06-10", successors: [] }];
    await createCampaign(manage(), bian({ rounds, unitEnds }));
    const name = "bian-kapuas-2022";
    const parts = copyParts;
    const copied = await copiedDraft(manage(), name, { parts, startsOn: "2027-05-18" });
    const source = await draftSource(manage(), `kampanye/${name}`, "62.03");
    const filled = fillDraft(blank, source).draft;
    for (const draft of [copied, filled]) {
      expect(draft.rounds.map(({ units }) => units)).toEqual(["", "62.03.01.1007"]);
      expect(draft.heldEverywhere).toEqual([1]);
      expect(draft.villages).toEqual(["62.03.01.1007", "62.03.09.2001"]);
      const { id } = await startDraft(manage(), draft);
      expect((await find(id))?.draft.heldEverywhere).toEqual([1]);
    }
  });

  it("of another kabupaten, or of no one, is not found", async () => {
    await createCampaign(manage(), bian());
    const other = await person("healthOffice", "62.10");
    for (const name of ["kampanye/bian-kapuas-2022", "kampanye/tidak-ada", "lain"]) {
      await expect(draftSource(manage(other), name, "62.10")).rejects.toMatchObject({
        code: "notFound",
      });
    }
  });
});

/** What no document gives: the days, and where units have to be named, those. */
function dated(draft: CampaignDraft): CampaignDraft {
  const named = draft.name === "" ? { name: "Kampanye sendiri" } : {};
  return {
    ...changedDraft(draft, { ...named, startsOn: "2027-01-01", endsOn: "2027-06-30" }),
    rounds: draft.rounds.map((round, index) => ({
      ...round,
      startsOn: `2027-0${String(index + 1)}-01`,
      endsOn: `2027-0${String(index + 1)}-07`,
    })),
    villages: draft.units === "chosen" ? ["62.03.01.1006"] : [],
    lines: draft.units === "own" ? "OPD-1; Sekretariat Daerah; kantor;" : "",
  };
}

test.each(presetNames.filter((name) => name !== "own"))(
  "the preset %s is saved as it is given, with dates and units alone",
  async (name) => {
    const source = await draftSource(manage(), name, "62.03");
    const { id } = await startDraft(manage(), dated(fillDraft(blank, source).draft));
    const kept = await find(id);
    if (!kept) throw new Error("the draft is kept");
    const problems = problemsOfSteps(kept.draft, villages);
    expect(Object.values(problems).map((each) => Object.keys(each))).toEqual([
      [],
      [],
      [],
      [],
      [],
      [],
    ]);

    const body = draftBody(kept.draft, villages);
    const { slug } = await createCampaign(manage(), campaignInput.parse(body), { draft: id });
    const campaign = await findCampaign(dinkes, slug);
    const stored = await readDefinition(manage(), slug);
    // What came back is what the preset says, codes, goals, groups, gates and words alike.
    const { groups, interventions, gates, noun, act, gives } = source;
    expect(campaign).toMatchObject({ noun, act, gives });
    expect(stored?.draft.groups.map((group) => [group.name, group.noun, group.minMonths])).toEqual(
      groups.map((group) => [group.name, group.noun, group.minMonths]),
    );
    expect(
      stored?.draft.interventions.map((each) => [
        each.code,
        each.goal,
        each.goalScope,
        each.groupsAdd,
      ]),
    ).toEqual(interventions.map((each) => [each.code, each.goal, each.goalScope, each.groupsAdd]));
    expect(stored?.draft.gates.map(({ code, terms }) => [code, terms.length])).toEqual(
      gates.map(({ code, terms }) => [code, terms.length]),
    );
    expect(campaign?.rounds).toHaveLength(source.rounds.length);
  },
);
