export type AxisTick = { readonly at: number; readonly label: string };

/** A curve that grows towards a goal, above the bars of each day. Positions are days: a day ends at its number. */
export type ProgressChartProps = {
  readonly end: number;
  readonly weeks: readonly AxisTick[];
  /** What there is to say of a day, at the day's end; "27 Mei: Iduladha". */
  readonly notes: readonly AxisTick[];
  readonly curve: {
    readonly axisEnd: number;
    readonly ticks: readonly AxisTick[];
    readonly points: readonly { readonly at: number; readonly value: number }[];
    readonly days: readonly ProgressDay[];
    readonly dayWords: DayWords;
    readonly ideal: {
      readonly until: number;
      readonly value: number;
      readonly label: string;
      /** The line itself: to another goal from the day on which one holds. */
      readonly points: readonly { readonly at: number; readonly value: number }[];
    } | null;
    readonly goal: {
      readonly value: number;
      readonly label: string;
      /** The goals of the days, each from the end of a day to the end of another. */
      readonly steps: readonly {
        readonly from: number;
        readonly to: number;
        readonly value: number;
      }[];
    } | null;
    readonly now: {
      readonly at: number;
      readonly value: number;
      readonly isOpen: boolean;
      readonly label: string;
      readonly figure: string;
      readonly note: string;
    } | null;
    readonly forecast: {
      readonly from: { readonly at: number; readonly value: number };
      readonly to: { readonly at: number; readonly low: number; readonly high: number };
      readonly label: string;
      readonly figure: string;
    } | null;
  };
  readonly bars: {
    readonly title: string;
    readonly axisEnd: number;
    readonly ticks: readonly AxisTick[];
    readonly days: readonly {
      readonly at: number;
      readonly value: number;
      readonly isFirm: boolean;
      /** The part of the value, from 0 to 1, that is drawn light on top: it may still change. */
      readonly openShare: number;
    }[];
    readonly required: PaceMark | null;
    readonly recent: PaceMark | null;
  };
};

/**
 * A day of the curve: where it stands, and its figures as they are written. A list, because a page has
 * many of them.
 */
export type ProgressDay = readonly [
  at: number,
  value: number,
  day: string,
  onDay: string,
  whole: string,
  share: string,
];

/** What is said of a day, with {count} and {share} where its figures go. */
export type DayWords = { readonly onDay: string; readonly whole: string };

export type PaceMark = {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly label: string;
  readonly figure: string;
  /** A colour of the theme, "var(--ink)". */
  readonly color: string;
};
