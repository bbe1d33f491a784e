import { dayOfRound, roundOn, roundPhase, type RoundCalendar } from "@/lib/campaign/calendar";
import type { Campaign, Round, TargetSource } from "@/lib/campaign/campaign";
import { restCode, type SetGrouping, type UnitSetKind } from "@/lib/campaign/unit-set/unit-set";
import type { DayAsked } from "@/lib/monitor/counts";
import type { PlaceKind } from "@/lib/monitor/place";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { localDay } from "@/lib/base/time/time-zone";

import { ApiProblem, type FieldProblem } from "./api-problem";

/** What a query names, before it is known whether the campaign has it. */
type AskedOf = {
  readonly intervention?: string | undefined;
  readonly targetGroup?: string | undefined;
  readonly round?: number | undefined;
  readonly asOf?: CalendarDay | undefined;
  readonly source?: TargetSource | undefined;
  readonly by?: PlaceKind | undefined;
  readonly kind?: UnitSetKind | undefined;
};

/** What an answer is about. */
export type CoverageRequest = {
  readonly intervention: string | undefined;
  readonly targetGroup: string | undefined;
  readonly round: Round;
  readonly phase: RoundCalendar["phase"];
  /** The local day of the answer. */
  readonly day: CalendarDay;
  /** The local day of now. */
  readonly today: CalendarDay;
  /** Counts up to this day; null: everything entered, because the day is today. */
  readonly asOf: CalendarDay | null;
  /** That day as a day of the round; null: it is none of it. */
  readonly on: DayAsked | null;
  readonly source: TargetSource;
  /** How rows are grouped, where they are sets. */
  readonly sets: SetGrouping | undefined;
};

/**
 * What a query asks of a campaign. Without a round it is the one of the day that is asked about.
 *
 * @throws {ApiProblem} `invalid`, with each thing that the campaign does not have, and with a day
 * that has not come.
 */
export function askedOf(campaign: Campaign, query: AskedOf, at: Date): CoverageRequest {
  const { intervention, targetGroup } = query;
  const today = localDay(at, campaign.timeZone);
  const day = query.asOf ?? today;
  const round =
    query.round === undefined
      ? roundOn(campaign.rounds, day)
      : campaign.rounds.find(({ number }) => number === query.round);

  const problems: FieldProblem[] = [];
  if (intervention !== undefined && !has(campaign.interventions, intervention)) {
    problems.push({ field: "intervention", code: "unknownIntervention" });
  }
  if (targetGroup !== undefined && !has(campaign.targetGroups, targetGroup)) {
    problems.push({ field: "targetGroup", code: "unknownTargetGroup" });
  }
  if ((query.by === "set") !== (query.kind !== undefined)) {
    problems.push({ field: query.kind === undefined ? "kind" : "by", code: "required" });
  }
  if (!round) problems.push({ field: "round", code: "unknownRound" });
  if (day > today) problems.push({ field: "asOf", code: "inFuture" });
  if (!round || problems.length > 0) {
    throw new ApiProblem(422, "invalid", JSON.stringify(problems), problems);
  }
  return {
    intervention,
    targetGroup,
    round,
    phase: roundPhase(round, day),
    day,
    today,
    asOf: query.asOf ?? null,
    on: dayOfRound(round, day, today),
    source: query.source ?? campaign.decidingTargetSource,
    sets: query.kind && { kind: query.kind, restName: restCode },
  };
}

function has(parts: readonly { readonly code: string }[], code: string): boolean {
  return parts.some((part) => part.code === code);
}
