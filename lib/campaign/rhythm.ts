import { dailyPace, type PaceRule } from "@/lib/coverage/pace";

/**
 * How often a reporting unit owes a report. daily: for each service day. sessions: for the days of
 * its planned sessions (lib/plan), and for any other on which it works. periods: once in each of them.
 */
export const rhythms = ["daily", "sessions", "periods"] as const;

/** What a campaign with the rhythm *periods* counts by, in calendar months. */
export const periods = ["month", "quarter", "halfYear"] as const;

export type Rhythm = (typeof rhythms)[number];
export type Period = (typeof periods)[number];

/** A campaign's rhythm, and its period where that is *periods*. */
export type HasRhythm = { readonly rhythm: Rhythm; readonly period: Period | null };

/** A new campaign's, until somebody says otherwise. */
export const defaultRhythm: HasRhythm = { rhythm: "daily", period: null };

/**
 * Whether a campaign may give nothing and have indicators alone: where something is counted once a period.
 * Whoever gives something every day has forgotten what.
 */
export function mayGiveNothing({ rhythm }: { readonly rhythm?: Rhythm | undefined }): boolean {
  return rhythm === "periods";
}

/** Days of the longest month, quarter and half-year. */
const periodDays: Readonly<Record<Period, number>> = { month: 31, quarter: 92, halfYear: 184 };

/** Two weeks: places that work every other week have a day of work in it. */
const sessionDays = 14;

/**
 * The days that pace and forecast look back on. Where not every day is owed, a day without a report is
 * a day on which nothing was done: each service day that is over counts, over two weeks or one period,
 * because the mean of the days of work alone would make every day one.
 */
export function paceRuleOf({ rhythm, period }: HasRhythm): PaceRule {
  if (rhythm === "daily") return dailyPace;
  const days = period === null ? sessionDays : periodDays[period];
  return { lookBack: days, atLeast: Math.ceil(days / 2), over: days, most: days, isEveryDay: true };
}
