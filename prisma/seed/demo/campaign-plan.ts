import type { AskedPart } from "@/lib/campaign/report-parts";
import type { ReportPart } from "@/lib/report/part/part";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { UnitKind } from "@/lib/campaign/unit-kind";
import type { UnitSetKey } from "@/lib/campaign/unit-set/unit-set";
import type { SessionMode } from "@/lib/plan/plan";

/** Everything of a demo campaign, before it is written. Codes are unique within their list. */
export type CampaignPlan = {
  readonly districtCode: string;
  readonly slug: string;
  readonly name: string;
  readonly legalBasis: string | null;
  readonly sourceName: string | null;
  readonly sourceUrl: string | null;
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  readonly timeZone: string;
  /** Local, "16:00". */
  readonly reportCutOff: string;
  readonly isSample: boolean;
  /** Left out: children who are immunized with doses. */
  readonly words?: { readonly noun: string; readonly act: string; readonly gives: string };
  /** Left out: a report a day. */
  /** What its reports are asked for besides tallies; left out: nothing. */
  readonly reportParts?: readonly AskedPart[];
  readonly rhythm?: "sessions" | "periods";
  /** Of *periods* alone. */
  readonly period?: "halfYear";
  /** Left out: one, of all its days. */
  readonly rounds?: readonly RoundPlan[];
  readonly interventions: readonly InterventionPlan[];
  readonly gates?: readonly GatePlan[];
  readonly targetGroups: readonly TargetGroupPlan[];
  readonly units: readonly UnitPlan[];
  readonly unitSets?: readonly UnitSetPlan[];
  readonly targetSets: readonly TargetSetPlan[];
  readonly reports: readonly ReportPlan[];
  readonly reopenings: readonly ReopeningPlan[];
  /** Left out: nothing but the reports. */
  readonly quality?: QualityPlan;
  readonly notes: readonly NotePlan[];
  /** Left out: nobody planned who goes where. */
  readonly schedule?: SchedulePlan;
};

/** How places are reached, by which teams, and where they go on which day. */
export type SchedulePlan = {
  readonly strategies: readonly {
    readonly place: string;
    readonly targetGroups: readonly string[];
    readonly mode: SessionMode;
  }[];
  readonly teams: readonly {
    readonly name: string;
    readonly base: string;
    readonly peoplePerDay: number;
  }[];
  readonly sessions: readonly {
    readonly unit: string;
    readonly day: CalendarDay;
    readonly mode: SessionMode;
    readonly targetGroups: readonly string[];
    /** Name of the team; null: none. */
    readonly team: string | null;
    readonly planned: number | null;
    readonly calledOff: string | null;
  }[];
};

/** What was out of the ordinary on a day. */
export type NotePlan = {
  /** The kabupaten or one of its kecamatan. */
  readonly place: string;
  readonly day: CalendarDay;
  readonly kind: "weather" | "stockOut" | "holiday" | "other";
  readonly note: string;
  readonly createdBy: string | null;
};

/** What data quality is judged by besides the reports, and what was said about its findings. */
export type QualityPlan = {
  readonly inhabitants: readonly { readonly code: string; readonly people: number }[];
  readonly statedTotals: readonly {
    readonly place: string;
    readonly intervention: string;
    readonly day: CalendarDay;
    readonly isCumulative: boolean;
    readonly doses: number;
    readonly source: string;
    readonly createdBy: string | null;
    readonly createdAt: Date;
  }[];
  readonly rejections: readonly {
    readonly fileName: string;
    readonly line: number;
    readonly unit: string;
    readonly dayText: string;
    readonly kind: string;
    readonly detail: object;
    readonly importedBy: string | null;
    readonly importedAt: Date;
  }[];
  readonly notes: readonly {
    readonly rule: string;
    readonly subject: string;
    readonly facts: string;
    readonly note: string;
    readonly notedBy: string | null;
    readonly notedAt: Date;
  }[];
};

type RoundPlan = {
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  readonly sweepingEndsOn?: CalendarDay;
  /** Left out: as it was held. */
  readonly plannedStartsOn?: CalendarDay;
  readonly plannedEndsOn?: CalendarDay;
  /** Days to the end of the round before. */
  readonly minGapDays?: number;
};

export type InterventionPlan = {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  /** Exact: "0.95"; null: none. */
  readonly coverageGoal: string | null;
  /** Left out: of the sum. */
  readonly goalScope?: "each";
  /** Left out: its groups are different people. */
  readonly groupsAdd?: boolean;
  /** The dose before. */
  readonly follows?: string | null;
  readonly targetGroups: readonly string[];
};

type GatePlan = {
  readonly code: string;
  readonly name: string;
  readonly terms: readonly {
    readonly intervention: string;
    readonly unitSet?: UnitSetKey;
    readonly atLeast: string;
  }[];
};

type TargetGroupPlan = {
  readonly code: string;
  readonly name: string;
  readonly noun?: string | null;
  readonly minMonths?: number | null;
  readonly maxMonthsExclusive?: number | null;
  /** Left out: every kind of unit is asked of it. */
  readonly unitKinds?: readonly UnitKind[];
};

type UnitSetPlan = {
  readonly kind: "puskesmas" | "stage" | "lokus";
  readonly code: string;
  readonly name: string;
  readonly opensOn?: CalendarDay;
  readonly units: readonly string[];
};

type UnitPlan = {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly regionCode: string;
  readonly subdistrictCode: string;
  /** Left out: none. */
  readonly officeCode?: string | undefined;
};

/** An entry column. */
export type ColumnPlan = { readonly intervention: string; readonly targetGroup: string };

export type TargetSetPlan = {
  readonly source: "local" | "pusdatin";
  readonly asOf: CalendarDay;
  readonly decree: string | null;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  /** Left out: the day that it is of. */
  readonly inForceFrom?: CalendarDay;
  /** Each of a unit, or of a kecamatan or the kabupaten as a whole. */
  readonly rows: readonly (ColumnPlan & {
    readonly unit?: string;
    readonly region?: string;
    readonly people: number;
  })[];
};

export type ReportPlan = {
  readonly submissionId: string;
  /** Left out: the first. */
  readonly round?: number;
  readonly unit: string;
  readonly day: CalendarDay;
  readonly isOnTime: boolean;
  readonly receivedAt: Date;
  readonly submittedBy: string | null;
  /** None: a nihil report. */
  readonly tallies: readonly TallyPlan[];
  /** What it says besides; left out: nothing. */
  readonly parts?: readonly ReportPart[];
  /** The report was sent a second time; `tallies` are what was sent first. */
  readonly correction?: CorrectionPlan;
  /** The health office has looked at it; left out: it waits. */
  readonly settled?: SettledPlan;
};

export type SettledPlan = {
  readonly status: "verified" | "returned";
  readonly at: Date;
  readonly by: string | null;
  /** Why it was returned; null: it is verified. */
  readonly reason: string | null;
};

/** A closed day that a subdistrict asks to have opened. */
export type ReopeningPlan = {
  readonly place: string;
  readonly day: CalendarDay;
  readonly askedBy: string | null;
  readonly askedAt: Date;
  readonly reason: string;
  /** Opened by whom, when, until when; null: waits for an answer. */
  readonly opened: {
    readonly by: string | null;
    readonly at: Date;
    readonly until: Date;
  } | null;
};

export type TallyPlan = ColumnPlan & {
  readonly residents: number;
  readonly nonResidents: number;
};

export type CorrectionPlan = {
  readonly submissionId: string;
  readonly receivedAt: Date;
  readonly submittedBy: string | null;
  readonly tallies: readonly TallyPlan[];
};
