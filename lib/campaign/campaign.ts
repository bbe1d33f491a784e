import type { DatedGoal } from "@/lib/coverage/dated-goal";
import type { Goal } from "@/lib/coverage/goal";
import type { Wording } from "@/lib/base/i18n/wording";
import type { RegionCode } from "@/lib/base/region/code";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { TimeZone } from "@/lib/base/time/time-zone";

import type { Asked } from "./asked";
import type { AskedPart } from "./report-parts";
import type { Period, Rhythm } from "./rhythm";
import type { UnitKind } from "./unit-kind";
import type { UnitSet, UnitSetKey } from "./unit-set/unit-set";

/** Whose count of the target population: the ministry's estimate, or the health office's register. */
export const targetSources = ["local", "pusdatin"] as const;

export type TargetSource = (typeof targetSources)[number];

/** The one beside it. */
export function otherSource(source: TargetSource): TargetSource {
  return source === "local" ? "pusdatin" : "local";
}

/** One pass of a campaign. The planned dates stay when the actual ones move. */
export type Round = {
  readonly number: number;
  readonly plannedStartsOn: CalendarDay;
  readonly plannedEndsOn: CalendarDay;
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  /** Last of the catch-up days after `endsOn`; null: none. */
  readonly sweepingEndsOn: CalendarDay | null;
  /** Days that it keeps at least from the last day of the round before to its first; none: none are asked. */
  readonly minGapDays?: number | null | undefined;
  /** Why it keeps fewer. */
  readonly gapReason?: string | null | undefined;
  /** Codes of the units that it is held in; none: every unit. */
  readonly units?: readonly string[] | null | undefined;
};

export type Intervention = {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  /** In the order in which they were set; `goalOn` says which holds on a day. */
  readonly goals: readonly DatedGoal[];
  /** Codes of the groups it is given to, in the campaign's order. */
  readonly targetGroups: readonly string[];
  /** What is done to people, and what they get; null: as the campaign says. */
  readonly act: string | null;
  readonly gives: string | null;
  /** Whether its groups are different people. `whyNotAdded` judges whether they have a total. */
  readonly groupsAdd: boolean;
  /** Code of the intervention that it comes after in each person, as dose 2 after dose 1; none: none. */
  readonly follows?: string | null | undefined;
  /** Days between the two at least; none: none are asked. */
  readonly minGapDays?: number | null | undefined;
  /** What sentences about all of its groups say. */
  readonly wording: Wording;
};

/** A named condition: it is open once every coverage that it asks for is reached. */
export type Gate = {
  readonly code: string;
  readonly name: string;
  readonly terms: readonly GateTerm[];
};

export type GateTerm = {
  readonly intervention: string;
  /** null: all groups of the intervention. */
  readonly targetGroup: string | null;
  /** Of the units of this set; null: of all. */
  readonly unitSet: UnitSetKey | null;
  readonly atLeast: Goal;
};

export type TargetGroup = Ages &
  Asked & {
    readonly code: string;
    readonly name: string;
    /** What its people are called; null: as the campaign says. */
    readonly noun: string | null;
  };

/** Ages in whole months: from one on, and below another. null: no bound. */
export type Ages = {
  readonly minMonths: number | null;
  readonly maxMonthsExclusive: number | null;
};

/**
 * A unit that ends before its campaign does: its last day, and who goes on with its people. What it is
 * divided into, what it is merged with, what it becomes in another kecamatan; none: it is closed.
 */
export type UnitEnd = {
  readonly unit: string;
  readonly name: string;
  /** The last day that it may report. */
  readonly until: CalendarDay;
  readonly successors: readonly Successor[];
};

type Successor = {
  readonly code: string;
  readonly name: string;
  /** Its first day; null: it was there all along. */
  readonly from: CalendarDay | null;
};

/** A campaign with its parts, except its units, of which there may be hundreds. */
export type Campaign = {
  readonly districtCode: RegionCode;
  readonly districtName: string;
  /** What units that lie in no kecamatan stand under, in the reader's language. */
  readonly unplacedName: string;
  readonly id: string;
  /** Its address for the person who reads it: see `address.ts`. */
  readonly slug: string;
  readonly name: string;
  readonly legalBasis: string | null;
  /** Where published figures come from, when they are not this kabupaten's own entry. */
  readonly sourceName: string | null;
  readonly sourceUrl: string | null;
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  readonly timeZone: TimeZone;
  /** Local hour, "16:00". */
  readonly reportCutOff: string;
  readonly isSample: boolean;
  /** Whether a total of its doses was ever announced (`stated_total`) and stands. */
  readonly hasAnnounced?: boolean | undefined;
  /** Put away: it stands apart in lists. */
  readonly isArchived: boolean;
  readonly decidingTargetSource: TargetSource;
  /** Deviations from the usual (MAD) beyond which a day's count is odd, 1 to 20. */
  readonly usualDeviations: number;
  /** Largest share of a unit's inhabitants that its target population may be, above 0 and at most 1. */
  readonly mostTargetShare: number;
  /** Whom it counts, what is done to them and what they get, where a group or intervention says nothing. */
  readonly noun: string;
  readonly act: string;
  readonly gives: string;
  /** What sentences about all of its interventions say. */
  readonly wording: Wording;
  /** How often its units owe a report; the period of *periods* alone. */
  readonly rhythm: Rhythm;
  readonly period: Period | null;
  /** What it asks of a daily report besides its tallies. */
  readonly reportParts: readonly AskedPart[];
  /** Days on which nobody works in the kabupaten or a kecamatan: nothing is owed, no service day counted. */
  readonly closedDays: readonly { readonly place: RegionCode; readonly day: CalendarDay }[];
  /** Rises with every write to the campaign. */
  readonly version: number;
  readonly rounds: readonly Round[];
  readonly interventions: readonly Intervention[];
  readonly targetGroups: readonly TargetGroup[];
  /** By kind, in their order. */
  readonly unitSets: readonly UnitSet[];
  /** Units that end before it does, in the order of their last days. */
  readonly unitEnds: readonly UnitEnd[];
  readonly gates: readonly Gate[];
};

/** What data quality is judged by, until somebody says otherwise. */
export const defaultSettings = { usualDeviations: 3, mostTargetShare: 0.35 } as const;

export type ReportingUnit = {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly regionCode: RegionCode;
  /** `unplacedCode` where it lies in none. */
  readonly subdistrictCode: string;
  /** Code of the office that holds it; none: none. */
  readonly office?: string | null | undefined;
};

/** Whether it gives nothing: it has indicators alone, and no coverage is of anybody. */
export function givesNothing({ interventions }: Pick<Campaign, "interventions">): boolean {
  return interventions.length === 0;
}

/** The intervention that an address names; the first when it names none or another campaign's. */
export function interventionOf(campaign: Campaign, code: string | undefined): Intervention {
  const found = campaign.interventions.find((each) => each.code === code);
  const first = found ?? campaign.interventions[0];
  if (!first) throw new RangeError(`campaign ${campaign.slug} has no intervention`);
  return first;
}
