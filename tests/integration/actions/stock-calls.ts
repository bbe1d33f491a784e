import { randomUUID } from "node:crypto";

import { untouched } from "@/lib/base/forms/form-state";
import { findCampaign } from "@/lib/campaign/server/queries";
import { batchInput, moveInput } from "@/lib/stock/schema";
import { storeBatch } from "@/lib/stock/server/commands";
import { storeMove } from "@/lib/stock/server/ledger-commands";
import { areas, slugs, systemGrant, today, type Person } from "@/tests/support/scene";

import { form } from "./call";

type Prepare = (person: Person | null) => Promise<readonly unknown[]>;

/** A batch as it is sent, with nothing received of it yet. */
export function newBatch() {
  const said = { product: "MR", dosesPerVial: 10, expiresOn: today, interventions: ["MR"] };
  return { sent: randomUUID(), version: 0, code: "MR-01", ...said };
}

/** Ten vials of a batch that came into a store today. */
export function receiptOf(batch: string, to: string) {
  return { sent: randomUUID(), version: 0, kind: "receipt", batch, to, vials: 10, day: today };
}

/** A batch that stands. */
export async function batchIn(slug: string): Promise<string> {
  const grant = systemGrant("stock:manage");
  const campaign = await findCampaign(grant.actor, slug);
  const id = randomUUID();
  if (campaign) await storeBatch(grant, campaign, id, batchInput.parse(newBatch()));
  return id;
}

/** A receipt that stands, into a store. */
export async function moveIn(slug: string, store: string): Promise<string> {
  const grant = systemGrant("stock:report");
  const campaign = await findCampaign(grant.actor, slug);
  const body = moveInput.parse(receiptOf(await batchIn(slug), store));
  const id = randomUUID();
  if (campaign) await storeMove(grant, campaign, id, body);
  return id;
}

/** One call of each action on stock; a move is a receipt of the kecamatan of the camat. */
export const stockCalls: Readonly<Record<string, Prepare>> = {
  saveBatchAction: async () =>
    Promise.resolve(
      sent({ ...texts(newBatch()), id: randomUUID(), "intervention-MR": "on", interventions: "" }),
    ),
  saveMoveAction: async () => {
    const receipt = receiptOf(await batchIn(slugs.home), areas.homeSelat);
    return sent({ ...texts(receipt), id: randomUUID() });
  },
};

function texts(of: object): Record<string, string> {
  return Object.fromEntries(Object.entries(of).map(([name, value]) => [name, String(value)]));
}

function sent(fields: Readonly<Record<string, string>>): readonly unknown[] {
  return [untouched, form({ kampanye: slugs.home, ...fields })];
}
