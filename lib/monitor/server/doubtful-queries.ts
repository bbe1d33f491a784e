import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign, Round } from "@/lib/campaign/campaign";
import { goalDayOf } from "@/lib/campaign/calendar";
import { columnKeyOf, placeColumnKeyOf, type PlaceColumnKey } from "@/lib/campaign/column-key";
import { keptUnder } from "@/lib/campaign/unplaced";
import { isOfFigure, type Figure } from "@/lib/campaign/figure";
import { goalOn } from "@/lib/coverage/dated-goal";
import { goalCount } from "@/lib/coverage/needed";
import { doubtfulDoses, doubtsOf, type Doubt } from "@/lib/monitor/quality/doubt";
import { currentDoubts } from "@/lib/monitor/quality/server/doubt-queries";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { cellsOf } from "@/lib/monitor/cells";
import { factsOf, type CountedFact, type FactOf } from "@/lib/monitor/counted-fact";
import { kindOf, type PlaceKind } from "@/lib/monitor/place";

/** Which doses are asked about. */
type DoubtsQuery = {
  readonly round: Round;
  /** The campaign's local day of now: findings are of now, whatever day is looked at. */
  readonly today: CalendarDay;
  /** Doses up to and including this day; null: everything entered. */
  readonly asOf: CalendarDay | null;
};

/**
 * Doses under an open finding, at the places where the roll-ups keep the units. Nothing is asked where
 * no cell of any place has reached its intervention's goal: then no sum of cells has either, and there
 * is no verdict to be in doubt.
 */
export async function doubtfulFacts(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  query: DoubtsQuery & { readonly by: PlaceKind; readonly within?: string | undefined },
  facts: readonly CountedFact[],
): Promise<CountedFact[]> {
  const goalDay = goalDayOf(query.round, query.asOf ?? query.today);
  if (!isAnyReached(facts, campaign, goalDay)) return [];
  const kind = kindOf(query.by);
  const sums = new Map<PlaceColumnKey, FactOf<"doubtful">>();
  const { cells } = await currentDoubts(grant, campaign, query);
  for (const cell of cells) {
    const { unit, intervention, targetGroup } = cell.series;
    const subdistrict = unit.subdistrict?.code ?? campaign.districtCode;
    const place = { unit: unit.code, subdistrict, district: campaign.districtCode }[kind];
    const isInside =
      query.within === undefined ||
      kind === "unit" ||
      keptUnder(query.within, campaign) === subdistrict;
    const residents = isInside ? doubtfulDoses(cell, query.asOf) : 0;
    if (residents === 0) continue;
    const key = placeColumnKeyOf(place, columnKeyOf(cell.series));
    const sum = residents + (sums.get(key)?.residents ?? 0);
    sums.set(key, { kind: "doubtful", place, intervention, targetGroup, residents: sum });
  }
  return [...sums.values()];
}

/** The open findings that cover doses of a round, of one intervention and group or of all. */
export async function roundDoubts(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  query: DoubtsQuery & {
    readonly intervention?: string | undefined;
    readonly targetGroup?: string | null | undefined;
  },
): Promise<Doubt[]> {
  const { intervention, targetGroup, asOf } = query;
  const { cells, told } = await currentDoubts(grant, campaign, query);
  return (asOf === null ? told : doubtsOf(cells, asOf)).filter(
    (doubt) =>
      (intervention === undefined || doubt.intervention === intervention) &&
      (targetGroup === undefined || targetGroup === null || doubt.targetGroup === targetGroup),
  );
}

/** Doubtful doses of each unit in one figure; units without any are left out. */
export async function doubtfulByUnit(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  query: DoubtsQuery & { readonly figure: Figure },
): Promise<ReadonlyMap<string, number>> {
  const byUnit = new Map<string, number>();
  const { cells } = await currentDoubts(grant, campaign, query);
  for (const cell of cells) {
    const { unit } = cell.series;
    if (!isOfFigure(query.figure, cell.series)) continue;
    byUnit.set(unit.code, (byUnit.get(unit.code) ?? 0) + doubtfulDoses(cell, query.asOf));
  }
  return byUnit;
}

function isAnyReached(
  facts: readonly CountedFact[],
  { interventions }: Campaign,
  goalDay: CalendarDay,
): boolean {
  const goals = new Map(
    interventions.map(({ code, goals: set }) => [code, goalOn(set, goalDay)?.share ?? null]),
  );
  const cellOf = cellsOf(facts);
  return factsOf(facts, "target").some(({ place, intervention, targetGroup, people }) => {
    const goal = goals.get(intervention) ?? null;
    if (people === 0 || goal === null) return false;
    const doses = cellOf(place, intervention, targetGroup)?.dose?.residents ?? 0;
    return doses >= goalCount({ goal, targetPopulation: people });
  });
}
