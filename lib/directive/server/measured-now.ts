import "server-only";

import { authorize } from "@/lib/account/auth/grant";
import { mayEver, ownPlace, type Actor } from "@/lib/account/auth/policy";
import type { RegionCode } from "@/lib/base/region/code";
import { now } from "@/lib/base/time/clock";
import { localDay, type TimeZone } from "@/lib/base/time/time-zone";
import { campaignGrant } from "@/lib/campaign/server/current";
import type { Measured } from "@/lib/directive/measure";

import { readMeasures } from "./measure-queries";
import { readFollowUp, type OneFollowUp } from "./queries";

/** The day by which follow-ups that are about no campaign are late: western Indonesia's. */
export const followUpZone: TimeZone = "Asia/Jakarta";

/** One follow-up of somebody, theirs or of what they manage; null: it is neither. */
export async function followUpOf(
  actor: Actor,
  key: { readonly district: RegionCode; readonly id: string },
): Promise<OneFollowUp | null> {
  const place = ownPlace(actor);
  const grant = mayEver(actor.role, "directive:manage")
    ? authorize(actor, "directive:manage", place)
    : authorize(actor, "action:answer", place);
  return readFollowUp(grant, key, localDay(now(), followUpZone));
}

/** What the figures say now of a follow-up; null: it has no measure, or they say nothing. */
export async function measuredNow(
  actor: Actor,
  key: { readonly district: RegionCode; readonly id: string },
): Promise<Measured | null> {
  const found = await followUpOf(actor, key);
  return found && measuredOf(actor, found);
}

/** As `measuredNow`, of one that was read. */
export async function measuredOf(
  actor: Actor,
  { followUp, order: { measure }, slug }: OneFollowUp,
): Promise<Measured | null> {
  const reader = slug === null ? null : await campaignGrant(actor, "coverage:read", slug);
  if (measure === null || reader === null) return null;
  const { campaign, grant } = reader;
  const place = { region: followUp.region?.code ?? null, office: followUp.office };
  const today = localDay(now(), campaign.timeZone);
  return (await readMeasures(grant, campaign, today, [{ measure, place }]))(measure, place);
}
