import type { IndicatorPeriod, PeriodKind } from "./period";

/** What a value is: a percentage, a number of something, a ratio of two counts, or a yes or no. */
export const indicatorMeasures = ["percent", "count", "ratio", "yesNo"] as const;

export type IndicatorMeasure = (typeof indicatorMeasures)[number];

/** Where a value should go. none: neither way is better. */
export const directions = ["up", "down", "none"] as const;

export type Direction = (typeof directions)[number];

/** What a value is asked to be in a period: of one unit, or (unit null) of all together. */
type IndicatorGoal = {
  readonly period: IndicatorPeriod;
  readonly unit: string | null;
  readonly value: number;
};

/** Something that a campaign wants to improve, and that is counted once a period. */
export type Indicator = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly measure: IndicatorMeasure;
  readonly direction: Direction;
  readonly period: PeriodKind;
  /** What a count counts, "kasus"; null: nothing stands behind its number. */
  readonly counted: string | null;
  /** Who answers for it; null: nobody is named. */
  readonly office: { readonly code: string; readonly name: string } | null;
  /** What later periods are compared with; null: none is marked. */
  readonly baseline: IndicatorPeriod | null;
  readonly goals: readonly IndicatorGoal[];
  /** Its place in lists. */
  readonly position: number;
  readonly version: number;
};

/** What was counted, as it was sent: one number, or the two that it is a share of. */
export type Counted = {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
};

/** What a unit had in a period. */
export type IndicatorValue = Counted & {
  readonly id: string;
  /** Id of the indicator, and code of the unit. */
  readonly indicator: string;
  readonly unit: string;
  readonly period: IndicatorPeriod;
  readonly source: string | null;
  readonly version: number;
};

/** Whether anything is there: what was taken back is empty, and a 0 is something. */
export function hasNumber({ value, denominator }: Counted): boolean {
  return value !== null || denominator !== null;
}
