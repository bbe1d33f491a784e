import { randomUUID } from "node:crypto";

import { untouched } from "@/lib/base/forms/form-state";
import { findCampaign } from "@/lib/campaign/server/queries";
import { strategyInput } from "@/lib/plan/schema";
import { storeStrategy } from "@/lib/plan/server/commands";
import { query } from "@/tests/support/database";
import { areas, slugs, systemGrant, today, type Person } from "@/tests/support/scene";

import { form } from "./call";

const kampanye = slugs.home;
const unit = areas.homeSelatHilir;

type Prepare = (person: Person | null) => Promise<readonly unknown[]>;

const start = () => ({ kampanye, id: randomUUID(), version: "0", sent: randomUUID() });

/** One call of each action on what is planned, in the kecamatan of the camat. */
export const planCalls: Readonly<Record<string, Prepare>> = {
  storeSessionAction: async () =>
    Promise.resolve(sent({ ...start(), unit, day: today, mode: "post", team: "", planned: "" })),
  storeStrategyAction: async () => {
    await query("delete from strategy");
    return sent({ ...start(), place: areas.homeSelat, mode: "post" });
  },
  storeTeamAction: async () =>
    Promise.resolve(
      sent({ ...start(), name: "Tim 1", base: areas.homeSelat, peoplePerDay: "150" }),
    ),
  applyProposalAction: async () => {
    const session = { unit, day: today, mode: "post", targetGroups: [], team: null, planned: 9 };
    return Promise.resolve(
      sent({ kampanye, sent: randomUUID(), minggu: today, "pick-0": JSON.stringify(session) }),
    );
  },
  applyTeamMoveAction: async () => {
    await query("delete from planned_session");
    await query("delete from strategy");
    const grant = systemGrant("plan:manage");
    const campaign = await findCampaign(grant.actor, kampanye);
    const body = { place: areas.home, targetGroups: [], mode: "post", isWithdrawn: false };
    const input = strategyInput.parse({ ...body, sent: randomUUID(), version: 0 });
    if (campaign) await storeStrategy(grant, campaign, randomUUID(), input);
    const move = { team: "", name: "Tim baru", to: areas.homeSelat, perDay: "60" };
    return sent({ kampanye, sent: randomUUID(), ...move, from: today, until: today });
  },
};

function sent(fields: Readonly<Record<string, string>>): readonly unknown[] {
  return [untouched, form(fields)];
}
