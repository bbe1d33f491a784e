import { beforeEach, expect, it } from "vitest";

import { authorize } from "@/lib/account/auth/grant";
import type { Actor } from "@/lib/account/auth/policy";
import { regionCode } from "@/lib/base/region/code";
import { archiveCampaign } from "@/lib/campaign/server/archive-commands";
import { createCampaign } from "@/lib/campaign/server/commands";
import { campaignsWithUnits } from "@/lib/campaign/server/entry-campaigns-queries";
import { findCampaign, listCampaigns } from "@/lib/campaign/server/queries";
import { emptyDatabase, query } from "@/tests/support/database";

import { bian, loadDistricts, person } from "./district";

let dinkes: Actor;
const at = new Date("2022-06-01T02:00:00Z");

beforeEach(async () => {
  await emptyDatabase();
  await loadDistricts();
  dinkes = await person("healthOffice", "62.03");
  await createCampaign(manage(), bian());
  await createCampaign(manage(), bian({ slug: "lama", name: "Lama", startsOn: "2022-05-10" }));
});

const manage = () => authorize(dinkes, "campaign:manage", dinkes.homeRegion);

async function put(slug: string, when: Date | null) {
  const campaign = await findCampaign(dinkes, slug);
  if (!campaign) throw new Error("the campaign is not there");
  await archiveCampaign(manage(), campaign, when);
}

it("a campaign that is put away stands last, is read, and is no first page; it can be put back", async () => {
  await put("bian-kapuas-2022", at);
  expect((await listCampaigns(dinkes)).map(({ slug, isArchived }) => [slug, isArchived])).toEqual([
    ["lama", false],
    ["bian-kapuas-2022", true],
  ]);
  expect(await findCampaign(dinkes, "bian-kapuas-2022")).toMatchObject({ isArchived: true });
  expect((await campaignsWithUnits(dinkes, at)).map(({ slug }) => slug)).toEqual(["lama"]);

  await put("bian-kapuas-2022", null);
  expect((await listCampaigns(dinkes)).every(({ isArchived }) => !isArchived)).toBe(true);
});

it("the trail tells each once, however often it is pressed", async () => {
  await put("lama", at);
  await put("lama", at);
  await put("lama", null);
  expect(await query("select action from audit_entry where subject = 'lama' order by id")).toEqual([
    { action: "campaign.created" },
    { action: "campaign.archived" },
    { action: "campaign.restored" },
  ]);
});

it("is for who holds the whole kabupaten", async () => {
  const part = authorize(dinkes, "campaign:manage", regionCode.parse("62.03.01"));
  const campaign = await findCampaign(dinkes, "lama");
  if (!campaign) throw new Error("the campaign is not there");
  await expect(archiveCampaign(part, campaign, at)).rejects.toMatchObject({ code: "forbidden" });
});
