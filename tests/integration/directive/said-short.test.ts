import { randomUUID } from "node:crypto";

import { beforeEach, expect, it } from "vitest";

import { emptyDatabase } from "@/tests/support/database";

import { authorize } from "@/lib/account/auth/grant";
import { ownPlace, type Actor } from "@/lib/account/auth/policy";
import { regionCode } from "@/lib/base/region/code";
import type { Campaign } from "@/lib/campaign/campaign";
import { createCampaign } from "@/lib/campaign/server/commands";
import { findCampaign } from "@/lib/campaign/server/queries";
import { addresseesInput, directiveInput, orderInput } from "@/lib/directive/schema";
import { answerFollowUp } from "@/lib/directive/server/answer-commands";
import { beginDirective, storeOrder } from "@/lib/directive/server/draft-commands";
import { issueDirective } from "@/lib/directive/server/commands";
import { readDirective } from "@/lib/directive/server/directive-queries";
import { ownFollowUps } from "@/lib/directive/server/follow-up-queries";
import { readSaidShort } from "@/lib/directive/server/said-queries";

import { bian, loadDistricts, person } from "../campaign/district";

const district = regionCode.parse("62.03");
const today = "2022-05-20";

let dinkes: Actor;
let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  await loadDistricts();
  dinkes = await person("healthOffice", "62.03");
  await createCampaign(authorize(dinkes, "campaign:manage", dinkes.homeRegion), bian());
  campaign = (await findCampaign(dinkes, "bian-kapuas-2022")) as Campaign;
});

/** What is said while it is short, of a directive whose two orders a camat says to have done. */
async function saidShort(about: string | null) {
  const manage = authorize(dinkes, "directive:manage", dinkes.homeRegion);
  const key = { district, id: randomUUID() };
  const directive = directiveInput.parse({
    kind: "letter",
    title: "Sasaran diisi",
    day: "2022-05-01",
    issuer: "Dinas Kesehatan",
  });
  const addressees = addresseesInput.parse([{ kind: "subdistricts" }]);
  await beginDirective(manage, key, { directive, addressees, campaign: about });
  for (const [index, measure] of ["targets", ""].entries()) {
    const order = orderInput.parse({
      label: String(index + 1),
      title: "Isi sasaran",
      text: "Sasaran tiap desa diisi.",
      dueOn: "2022-05-25",
      measure,
      askedOf: [1],
    });
    await storeOrder(manage, key, index + 1, { position: null, order });
  }
  await issueDirective(manage, key, 3, null);
  const camat = await person("subdistrictHead", "62.03.01");
  const answer = authorize(camat, "action:answer", ownPlace(camat));
  for (const { id } of await ownFollowUps(answer, { today, zone: "Asia/Jakarta" })) {
    const said = { sent: randomUUID(), version: 1, state: "done" as const, text: "Sudah." };
    await answerFollowUp(answer, { district, id }, { ...said, evidence: "" }, null);
  }
  const found = await readDirective(manage, campaign, key.id, today);
  if (!found) throw new Error("the directive is not there");
  const read = authorize(dinkes, "coverage:read", district);
  return readSaidShort({ manage, read }, campaign, found, today);
}

it("lists what is said to be done while its figures are short, of orders that have a measure", async () => {
  const said = await saidShort(campaign.id);
  expect(said).toMatchObject([
    {
      order: { label: "1" },
      addressee: { kind: "subdistricts" },
      followUp: { region: { name: "Selat" }, answer: "Sudah." },
      measured: { done: 0 },
    },
  ]);
});

it("lists nothing of what is about no campaign, which has no figures", async () => {
  expect(await saidShort(null)).toEqual([]);
});
