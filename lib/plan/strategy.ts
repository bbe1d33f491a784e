import type { Strategy } from "./plan";

/** Where a unit stands, as strategies name places. */
export type StrategyPlace = {
  readonly code: string;
  readonly district: string;
  readonly subdistrict: string;
  /** The sets that it is in, as forms say them: "stage/opd". */
  readonly sets: readonly string[];
};

/**
 * The strategy by which a group of a unit is reached: the most specific of those that hold there; null:
 * none does.
 *
 * Whom goes before where: one that names the group wins over any that is for everybody, so that
 * *lansia, komorbid: outreach anywhere* holds in the villages of *Selat: a post* too. Then the narrower
 * place wins: a unit, a set of units, its kecamatan, the kabupaten.
 *
 * Ties: two for the same place that both name the group: the one that names fewer groups. Two sets that
 * the unit is in: the set whose name comes first in the alphabet. Whatever is still alike: the smaller id, so that
 * every reader says the same. Two for the same place and the same groups are not stored (`strategyTaken`).
 */
export function strategyFor(
  strategies: readonly Strategy[],
  unit: StrategyPlace,
  targetGroup: string,
): Strategy | null {
  const holding = strategies.filter(
    ({ place, targetGroups, isWithdrawn }) =>
      !isWithdrawn &&
      narrowness(place, unit) > 0 &&
      (targetGroups.length === 0 || targetGroups.includes(targetGroup)),
  );
  return holding.toSorted((one, other) => order(one, other, unit))[0] ?? null;
}

function order(one: Strategy, other: Strategy, unit: StrategyPlace): number {
  return (
    Number(other.targetGroups.length > 0) - Number(one.targetGroups.length > 0) ||
    narrowness(other.place, unit) - narrowness(one.place, unit) ||
    one.targetGroups.length - other.targetGroups.length ||
    compare(one.place, other.place) ||
    compare(one.id, other.id)
  );
}

/** 4 the unit itself, 3 a set, 2 its kecamatan, 1 the kabupaten; 0: the place does not hold it. */
function narrowness(place: string, { code, district, subdistrict, sets }: StrategyPlace): number {
  if (place === code) return 4;
  if (sets.includes(place)) return 3;
  // A unit of no kecamatan stands under the kabupaten's own code.
  if (place === subdistrict && subdistrict !== district) return 2;
  return place === district ? 1 : 0;
}

/** How groups of one unit are reached, together where they are reached alike. */
export type UnitWork = {
  readonly unit: string;
  readonly mode: Strategy["mode"];
  /** Codes; none: every group. */
  readonly targetGroups: readonly string[];
  /** Whether the strategy names them; else they are whoever no other strategy names. */
  readonly isNamed: boolean;
};

/**
 * What the strategies ask of a unit: its groups taken together by the strategy that holds for each. A
 * unit all of whose groups are under one strategy has one work, for every group.
 *
 * @param targetGroups codes of all groups of the campaign, in its order.
 */
export function worksOf(
  strategies: readonly Strategy[],
  unit: StrategyPlace,
  targetGroups: readonly string[],
): UnitWork[] {
  const byStrategy = new Map<string, { strategy: Strategy; groups: string[] }>();
  for (const group of targetGroups) {
    const found = strategyFor(strategies, unit, group);
    if (!found) continue;
    const same = byStrategy.get(found.id);
    if (same) same.groups.push(group);
    else byStrategy.set(found.id, { strategy: found, groups: [group] });
  }
  return [...byStrategy.values()].map(({ strategy, groups }) => ({
    unit: unit.code,
    mode: strategy.mode,
    targetGroups: groups.length === targetGroups.length ? [] : groups,
    isNamed: strategy.targetGroups.length > 0,
  }));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
