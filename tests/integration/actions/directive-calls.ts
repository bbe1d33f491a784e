import { randomUUID } from "node:crypto";

import { regionCode } from "@/lib/base/region/code";
import { findCampaign } from "@/lib/campaign/server/queries";
import {
  addresseesInput,
  directiveInput,
  orderInput,
  wholeDirectiveInput,
} from "@/lib/directive/schema";
import { answerFollowUp } from "@/lib/directive/server/answer-commands";
import { beginDirective, storeOrder } from "@/lib/directive/server/draft-commands";
import { issueDirective } from "@/lib/directive/server/commands";
import { storeDirective } from "@/lib/directive/server/store-commands";
import { untouched } from "@/lib/base/forms/form-state";
import { query } from "@/tests/support/database";
import { areas, slugs, systemGrant, today, type Person } from "@/tests/support/scene";

import { form } from "./call";

const kampanye = slugs.home;
const district = regionCode.parse(areas.home);
const about = { kind: "letter", title: "Surat edaran", day: today, issuer: "Bupati" };
const order = {
  label: "1",
  title: "Gerakkan masyarakat",
  text: "Menggerakkan seluruh masyarakat.",
  dueOn: today,
  measure: "completeness",
};

type Prepare = (person: Person | null) => Promise<readonly unknown[]>;

/** One call of each action on what was asked; a follow-up is that of the kecamatan of the camat. */
export const directiveCalls: Readonly<Record<string, Prepare>> = {
  saveDirectiveAction: async () =>
    Promise.resolve(sent({ kampanye, id: randomUUID(), ...about, subdistricts: "on" })),
  storeOrderAction: async () => {
    const id = await draft();
    return sent({ kampanye, id, version: "2", ...order, "asked-1": "on" });
  },
  removeOrderAction: async () => sent({ kampanye, id: await draft(), version: "2", position: "1" }),
  issueDirectiveAction: async () => sent({ kampanye, id: await draft(), version: "2" }),
  removeDirectiveAction: async () => sent({ kampanye, id: await draft() }),
  setReviewDayAction: async () => sent({ kampanye, id: await draft(), reviewOn: today }),
  answerFollowUpAction: async () => {
    const followUp = await asked();
    const answer = { sent: randomUUID(), version: "1", state: "done", text: "Sudah." };
    return sent({ kabupaten: district, followUp, ...answer });
  },
  reviewFollowUpAction: async () => {
    const followUp = await asked();
    const answer = { sent: randomUUID(), version: 1, state: "done" as const, text: "Sudah." };
    const key = { district, id: followUp };
    await answerFollowUp(systemGrant("action:answer"), key, { ...answer, evidence: "" }, null);
    const review = { sent: randomUUID(), version: "2", review: "accepted", text: "" };
    return sent({ kabupaten: district, followUp, ...review });
  },
};

/** A draft with an order to every camat, at its second version. */
async function draft(): Promise<string> {
  const grant = systemGrant("directive:manage");
  const campaign = await findCampaign(grant.actor, kampanye);
  const key = { district, id: randomUUID() };
  const addressees = addresseesInput.parse([{ kind: "subdistricts" }]);
  const directive = directiveInput.parse(about);
  await beginDirective(grant, key, { directive, addressees, campaign: campaign?.id ?? null });
  const asked = orderInput.parse({ ...order, askedOf: [1] });
  await storeOrder(grant, key, 1, { position: null, order: asked });
  return key.id;
}

export async function asked(): Promise<string> {
  const id = await draft();
  await issueDirective(systemGrant("directive:manage"), { district, id }, 2, null);
  const [row] = await query<{ id: string }>(
    "select id from follow_up where directive_id = $1 and region_code = $2",
    [id, areas.homeSelat],
  );
  return row?.id ?? "";
}

function sent(fields: Readonly<Record<string, string>>): readonly unknown[] {
  return [untouched, form(fields)];
}

/** What a program sends of a new directive. */
export function newDirective() {
  return {
    ...about,
    version: 0,
    addressees: [{ kind: "subdistricts" }],
    orders: [{ ...order, askedOf: [1] }],
    isIssued: true,
  };
}

/** A directive that is about a campaign. */
export async function directiveIn(slug: string): Promise<string> {
  const grant = systemGrant("directive:manage");
  const campaign = await findCampaign(grant.actor, slug);
  if (!campaign) throw new Error(slug);
  const id = randomUUID();
  await storeDirective(grant, campaign, id, wholeDirectiveInput.parse(newDirective()), null);
  return id;
}
