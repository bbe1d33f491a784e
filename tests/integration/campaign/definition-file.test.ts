import { beforeEach, expect, it } from "vitest";

import { emptyDatabase } from "@/tests/support/database";

import { authorize } from "@/lib/account/auth/grant";
import type { Actor } from "@/lib/account/auth/policy";
import { readDefinitionFile } from "@/lib/campaign/definition-file";
import { draftBody } from "@/lib/campaign/draft";
import { problemsOfSteps } from "@/lib/campaign/draft/problems";
import { campaignInput } from "@/lib/campaign/schema";
import { createCampaign } from "@/lib/campaign/server/commands";
import { readDefinition } from "@/lib/campaign/server/definition-queries";
import { deleteCampaign } from "@/lib/campaign/server/delete-commands";
import { startDraft } from "@/lib/campaign/server/draft-commands";
import { findDraft } from "@/lib/campaign/server/draft-queries";
import { fileDraft } from "@/lib/campaign/server/file-draft-queries";

import { bian, loadDistricts, person } from "./district";

let dinkes: Actor;
const manage = (actor: Actor = dinkes) => authorize(actor, "campaign:manage", actor.homeRegion);

beforeEach(async () => {
  await emptyDatabase();
  await loadDistricts();
  dinkes = await person("healthOffice", "62.03");
});

const units = [
  { code: "62.03.01.1006", name: "Murung Keramat", kind: "village", regionCode: "62.03.01.1006" },
  { code: "62.03.01.1007", name: "Selat Hilir", kind: "village", regionCode: "62.03.01.1007" },
  { code: "PKM-1", name: "Puskesmas Mantangai", kind: "puskesmas", regionCode: "62.03.09" },
  { code: "SETDA", name: "Sekretariat Daerah", kind: "office", regionCode: "62.03" },
];

/** Campaigns as the API makes them, each with what a form would not have written by itself. */
const campaigns = {
  "all villages": {},
  "offices, sets with codes of their own, and a stage": {
    reportingUnits: units,
    unitSets: [
      {
        ...{ kind: "stage", code: "T-01", name: "Kantor dahulu", units: ["SETDA", "PKM-1"] },
        opensOn: "2022-05-18",
        closesOn: "2022-05-20",
      },
      { kind: "remote", code: "jauh", name: "Jauh", units: ["62.03.01.1007"] },
      { kind: "own", code: "x1", name: "Jauh", units: ["PKM-1"] },
    ],
  },
  "units that end, with a new and an old successor": {
    reportingUnits: units,
    unitEnds: [
      { unit: "62.03.01.1006", until: "2022-05-25", successors: [{ unit: "SETDA" }] },
      {
        unit: "62.03.01.1007",
        until: "2022-05-30",
        successors: [{ unit: "PKM-1", from: null }, { unit: "SETDA" }],
      },
    ],
  },
};

it.each(Object.entries(campaigns))(
  "a download is the same after it was read, made and downloaded again: %s",
  async (_what, change) => {
    const { slug } = await createCampaign(manage(), bian(change));
    const first = await readDefinition(manage(), slug);
    if (!first) throw new Error("the campaign is not there");
    await deleteCampaign(manage(), first.campaign, { readAt: first.tag });
    expect(await readDefinition(manage(), slug)).toBeNull();

    const file = readDefinitionFile(Buffer.from(JSON.stringify(first.definition, null, 2)));
    if ("problem" in file) throw new Error(file.problem.kind);
    const draft = await fileDraft(manage(), file, "bian.json");
    expect(draft.fromFile).toEqual({ name: "bian.json", left: [], untold: 0 });
    const kept = await findDraft(manage(), (await startDraft(manage(), draft)).id);
    if (!kept) throw new Error("the draft is not there");
    const problems = problemsOfSteps(kept.draft, villages);
    expect(Object.values(problems).flatMap((each) => Object.keys(each))).toEqual([]);
    await createCampaign(manage(), campaignInput.parse(draftBody(kept.draft, villages)));
    const again = await readDefinition(manage(), slug);
    expect(again?.definition).toEqual(first.definition);
    expect(again?.tag).toBe(first.tag);
  },
);

const villages = [
  { code: "62.03.01.1006", name: "Murung Keramat" },
  { code: "62.03.01.1007", name: "Selat Hilir" },
  { code: "62.03.09.2001", name: "Lamunti" },
];

it("a file of another kabupaten is a draft of one's own, with no unit of the other", async () => {
  const { slug } = await createCampaign(manage(), bian({ reportingUnits: units }));
  const found = await readDefinition(manage(), slug);
  const file = readDefinitionFile(Buffer.from(JSON.stringify(found?.definition)));
  if ("problem" in file) throw new Error(file.problem.kind);
  const other = manage(await person("healthOffice", "62.10"));
  const draft = await fileDraft(other, file, "bian.json");
  expect(draft).toMatchObject({ districtCode: "62.10", units: "all", lines: "" });
  expect(draft.interventions.map(({ code }) => code)).toEqual(["MR", "IPV"]);
  expect(draft.fromFile?.left).toEqual([{ field: "reportingUnits", value: "4", why: "elsewhere" }]);
  // Who holds both has it in the kabupaten that it says.
  const nation = manage(await person("administrator", "00"));
  expect(await fileDraft(nation, file, "bian.json")).toMatchObject({ districtCode: "62.03" });
});
