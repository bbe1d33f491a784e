import "server-only";

import { authorize } from "@/lib/account/auth/grant";
import { mayEver, ownPlace, type Actor } from "@/lib/account/auth/policy";
import type { RegionCode } from "@/lib/base/region/code";
import { now } from "@/lib/base/time/clock";
import { localDay, type TimeZone } from "@/lib/base/time/time-zone";
import { campaignGrant } from "@/lib/campaign/server/current";
import type { Measured, MeasuredPlace } from "@/lib/directive/measure";

import { readMeasures } from "./measure-queries";
import { readFollowUp, type OneFollowUp, type OwnFollowUp } from "./follow-up-queries";

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
export async function measuredOf(actor: Actor, found: OneFollowUp): Promise<Measured | null> {
  const { followUp, order, slug } = found;
  const measured = await measuredOfAll(actor, [{ ...followUp, ordered: order, slug }]);
  return measured.get(followUp.id) ?? null;
}

type Measurable = Pick<OwnFollowUp, "id" | "region" | "ordered" | "slug"> & {
  readonly office?: string | null;
};

/** What the figures say now of several, by their ids: those that they say something of. */
export async function measuredOfAll(
  actor: Actor,
  rows: readonly Measurable[],
): Promise<ReadonlyMap<string, Measured>> {
  const slugs = [...new Set(rows.flatMap(({ slug }) => slug ?? []))];
  const found = await Promise.all(
    slugs.map(async (slug) => {
      const reader = await campaignGrant(actor, "coverage:read", slug);
      const asked = rows.flatMap(({ ordered: { measure }, ...row }) =>
        row.slug === slug && measure !== null ? [{ id: row.id, measure, place: placeOf(row) }] : [],
      );
      if (reader === null || asked.length === 0) return [];
      const { campaign, grant } = reader;
      const today = localDay(now(), campaign.timeZone);
      const measures = await readMeasures(grant, campaign, today, asked);
      return asked.flatMap(({ id, measure, place }) => {
        const measured = measures(measure, place);
        return measured === null ? [] : [[id, measured] as const];
      });
    }),
  );
  return new Map(found.flat());
}

function placeOf({ region, office = null }: Pick<Measurable, "region" | "office">): MeasuredPlace {
  return { region: region?.code ?? null, office };
}
