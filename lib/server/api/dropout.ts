import type { Grant } from "@/lib/account/auth/grant";
import { dayOfRound } from "@/lib/campaign/calendar";
import type { Campaign, Round } from "@/lib/campaign/campaign";
import { whyNotAdded } from "@/lib/campaign/figure";
import { isHeldIn, roundBefore } from "@/lib/campaign/predecessor";
import { columnKeyOf, placeColumnKeyOf, type PlaceColumnKey } from "@/lib/campaign/column-key";
import { readSetPlace } from "@/lib/campaign/unit-set/unit-set";
import { dropoutRate } from "@/lib/coverage/dropout";
import { factsOf } from "@/lib/monitor/counted-fact";
import type { PlaceCounts } from "@/lib/monitor/counts";
import type { PlaceKind } from "@/lib/monitor/place";
import type { PlacedUnit } from "@/lib/monitor/coverage/place";
import { listPlacedUnits } from "@/lib/monitor/coverage/server/queries";
import { placeFacts } from "@/lib/monitor/server/fact-queries";

import type { CoverageRequest } from "./asked";
import type { CoverageAnswer } from "./schema/coverage";

type Dropouts = CoverageAnswer["rows"][number]["dropouts"];

/**
 * What dropped out of rows of coverage, from the round before and from the intervention that one
 * follows, in the units and groups that both were held in. Asks nothing of a campaign in which nothing
 * follows anything.
 */
export async function readDropouts(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  asked: CoverageRequest,
): Promise<(by: PlaceKind, row: PlaceCounts) => Dropouts> {
  const { round } = asked;
  const before = roundBefore(campaign.rounds, round);
  if (!before && campaign.interventions.every(({ follows }) => !follows)) return () => [];
  const dosesIn = async (of: Round) => {
    const facts = await placeFacts(grant, campaign, {
      ...asked,
      by: "unit",
      round: of,
      on: dayOfRound(of, asked.day, asked.today),
    });
    return new Map(
      factsOf(facts, "dose").map((fact) => [
        placeColumnKeyOf(fact.place, columnKeyOf(fact)),
        fact.residents,
      ]),
    );
  };
  const [units, now, earlier] = await Promise.all([
    listPlacedUnits(grant, campaign, asked.sets ?? null),
    dosesIn(round),
    before ? dosesIn(before) : new Map<PlaceColumnKey, number>(),
  ]);
  const held = units.filter(({ code }) => isHeldIn(round, code));

  return (by, row) => {
    // Who reads by office reads the units of one alone.
    const own =
      by === "office" ? held : held.filter((unit) => placeOf(unit, by, campaign) === row.code);
    const intervention = campaign.interventions.find(({ code }) => code === row.intervention);
    if (!intervention) return [];
    const groups = intervention.targetGroups.filter(
      (group) => row.targetGroup === null || row.targetGroup === group,
    );
    const asks = (group: string) => asked.targetGroup === undefined || asked.targetGroup === group;
    const sum = (
      doses: ReadonlyMap<PlaceColumnKey, number>,
      of: {
        readonly units: readonly PlacedUnit[];
        readonly intervention: string;
        readonly groups: readonly string[];
      },
    ) =>
      of.units.reduce(
        (total, { code }) =>
          of.groups.filter(asks).reduce((part, targetGroup) => {
            const column = columnKeyOf({ intervention: of.intervention, targetGroup });
            return part + (doses.get(placeColumnKeyOf(code, column)) ?? 0);
          }, total),
        0,
      );
    const dropouts: Dropouts = [];
    if (before) {
      const shared = own.filter(({ code }) => isHeldIn(before, code));
      const of = { units: shared, intervention: intervention.code, groups };
      dropouts.push({
        after: { round: before.number },
        ...rateOf(sum(earlier, of), sum(now, of)),
      });
    }
    const followed = campaign.interventions.find(({ code }) => code === intervention.follows);
    const both = groups.filter((group) => followed?.targetGroups.includes(group));
    // What is given to groups that do not add has no figure of several.
    if (followed && (both.length < 2 || whyNotAdded(followed) === null)) {
      const of = { units: own, groups: both };
      dropouts.push({
        after: { intervention: followed.code },
        ...rateOf(
          sum(now, { ...of, intervention: followed.code }),
          sum(now, { ...of, intervention: intervention.code }),
        ),
      });
    }
    return dropouts;
  };
}

function rateOf(first: number, last: number) {
  return { first, last, rate: first < 0 || last < 0 ? null : dropoutRate({ first, last }) };
}

function placeOf(
  unit: PlacedUnit,
  by: Exclude<PlaceKind, "office">,
  { districtCode }: Campaign,
): string | undefined {
  switch (by) {
    case "unit":
      return unit.code;
    case "set":
      return unit.set ? readSetPlace(unit.set.code)?.code : undefined;
    case "village":
      return unit.regionCode;
    case "subdistrict":
      return unit.subdistrictCode;
    case "district":
      return districtCode;
  }
}
