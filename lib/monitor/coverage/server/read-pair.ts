import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import { dayOfRound, lastDay } from "@/lib/campaign/calendar";
import type { SetGrouping } from "@/lib/campaign/unit-set/unit-set";
import type { Campaign } from "@/lib/campaign/campaign";
import type { Pair } from "@/lib/campaign/predecessor";
import { unitsToCome } from "@/lib/campaign/unit-end";

import { pairGroup, pairView, stepsOfPair, type PairView } from "@/lib/monitor/coverage/pair";
import type { CoverageParams } from "@/lib/monitor/coverage/params";
import { findRoot, placeWithin, type PlacedUnit } from "@/lib/monitor/coverage/place";
import { placeFacts } from "@/lib/monitor/server/fact-queries";
import { dayCountsBy } from "@/lib/monitor/server/day-queries";
import { listPlacedUnits } from "./queries";

type PairReading = {
  readonly view: PairView;
  /** Every unit that may be read, for the choice of kecamatan. */
  readonly readable: readonly PlacedUnit[];
};

/**
 * Reads two that follow each other in one place: facts and days of each.
 *
 * @param named the place of the address; undefined for all that may be read.
 * @param sets how rows are grouped; null: by kecamatan.
 * @returns null when the place is not there for this person.
 */
export async function readPair(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  params: CoverageParams,
  pair: Pair,
  named: string | undefined,
  sets: SetGrouping | null = null,
): Promise<PairReading | null> {
  const readable = await listPlacedUnits(grant, campaign, sets);
  const place = findRoot(readable, {
    region: grant.region,
    officeName: grant.actor.office?.name,
    named,
    district: campaign,
    sets,
  });
  if (!place) return null;
  const [, last] = stepsOfPair(pair, params);
  const toCome = unitsToCome(campaign, last.round, params.on);
  const root = { ...place, units: place.units.filter(({ code }) => !toCome.has(code)) };

  const within = placeWithin(root);
  const { source } = params;
  const [earlier, later] = await Promise.all(
    stepsOfPair(pair, params).map(async ({ round, intervention }) => {
      const until = params.on < lastDay(round) ? params.on : lastDay(round);
      const [facts, days] = await Promise.all([
        placeFacts(grant, campaign, {
          by: "unit",
          round,
          source,
          asOf: params.isToday ? null : params.on,
          on: dayOfRound(round, params.on, params.today),
          today: params.today,
          within,
        }),
        until < round.startsOn
          ? []
          : dayCountsBy(grant, campaign, {
              by: root.parts,
              sets: root.sets ?? undefined,
              round,
              source,
              within,
              intervention: intervention.code,
              targetGroup: pairGroup(pair, params) ?? undefined,
              from: round.startsOn,
              to: until,
            }),
      ]);
      return { facts, days };
    }),
  );
  if (!earlier || !later) throw new RangeError("a pair is of two");
  return { view: pairView(campaign, params, pair, { root, earlier, later }), readable };
}
