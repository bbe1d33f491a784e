import { isAskedOf } from "@/lib/campaign/asked";
import type { Campaign } from "@/lib/campaign/campaign";

import { factsOf, type CountedFact, type FactOf } from "./counted-fact";

/** How many units of a place are asked of any of some groups, by their codes. */
type UnitsAsked = (place: string, groups: readonly string[]) => number;

/** Of a campaign that asks everything of every unit: all of them, as the places say. */
export function askedUnits(facts: readonly CountedFact[], campaign: Campaign): UnitsAsked {
  const groupOf = new Map(campaign.targetGroups.map((group) => [group.code, group]));
  const kinds = new Map<string, FactOf<"unitsOfKind">[]>();
  for (const fact of factsOf(facts, "unitsOfKind")) {
    kinds.set(fact.place, [...(kinds.get(fact.place) ?? []), fact]);
  }
  if (kinds.size === 0) {
    const units = new Map(factsOf(facts, "place").map((each) => [each.place, each.units]));
    return (place) => units.get(place) ?? 0;
  }
  return (place, groups) =>
    (kinds.get(place) ?? [])
      .filter(({ unitKind }) => groups.some((code) => isAskedOf(groupOf.get(code) ?? {}, unitKind)))
      .reduce((sum, { units }) => sum + units, 0);
}
