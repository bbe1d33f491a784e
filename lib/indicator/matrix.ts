import { hasNumber, type Indicator, type IndicatorValue } from "./indicator";
import {
  comparePeriods,
  endOf,
  isSamePeriod,
  lastWithin,
  periodBefore,
  periodKey,
  periodKinds,
  periodOn,
  type IndicatorPeriod,
} from "./period";
import {
  isGoalMet,
  quantityMove,
  quantityOf,
  type Move,
  type Quantity,
  type IndicatorVerdict,
} from "./quantity";
import { verdictOfPair, wholeOf, type IndicatorWhole } from "./whole";

/** What the shown period is compared with: the marked one, or the one before. */
export const comparisons = ["baseline", "previous"] as const;

export type Comparison = (typeof comparisons)[number];

/** Points of a sparkline besides the baseline. */
export const sparkPeriods = 6;

export type ShownUnit = { readonly code: string; readonly name: string };

type ShownGoal = { readonly value: number; readonly isMet: boolean | null };

/** One point of a sparkline; its quantity is null where nothing was counted. */
export type SparkPoint = {
  readonly period: IndicatorPeriod;
  readonly quantity: Quantity | null;
  readonly isBaseline: boolean;
};

/** One indicator of one unit. */
export type IndicatorCell = {
  readonly unit: ShownUnit;
  readonly before: IndicatorValue | null;
  readonly after: IndicatorValue | null;
  /** The newest earlier value, where the shown period has none. */
  readonly overdue: IndicatorValue | null;
  readonly move: Move | null;
  readonly verdict: IndicatorVerdict | null;
  readonly goal: ShownGoal | null;
  readonly series: readonly SparkPoint[];
};

export type IndicatorRow = {
  readonly indicator: Indicator;
  /** Of its own kind: a yearly one shows the last year that is over. */
  readonly period: IndicatorPeriod;
  /** null: nothing is compared, as in the baseline itself. */
  readonly against: IndicatorPeriod | null;
  readonly whole: IndicatorWhole;
  readonly wholeGoal: ShownGoal | null;
  readonly cells: readonly IndicatorCell[];
};

/** Which period of an indicator is shown, and with which it is compared. */
export function periodsOf(
  { period: kind, baseline }: Pick<Indicator, "period" | "baseline">,
  shown: IndicatorPeriod,
  comparison: Comparison,
): { readonly period: IndicatorPeriod; readonly against: IndicatorPeriod | null } {
  const period = lastWithin(kind, shown);
  const against = comparison === "previous" ? periodBefore(period) : baseline;
  return { period, against: against && comparePeriods(against, period) < 0 ? against : null };
}

/** The periods of a sparkline, the oldest first, with the baseline where it lies before them. */
export function sparkOf(
  { baseline }: Pick<Indicator, "baseline">,
  period: IndicatorPeriod,
): readonly IndicatorPeriod[] {
  const last = Array.from({ length: sparkPeriods }, (_, index) =>
    periodBefore(period, sparkPeriods - 1 - index),
  );
  const [first = period] = last;
  return baseline && comparePeriods(baseline, first) < 0 ? [baseline, ...last] : last;
}

/** Periods that a screen can show: of the finest kind, from the first that is compared to a last day, newest first. */
export function periodChoices(
  indicators: readonly Pick<Indicator, "period" | "baseline">[],
  { since, until }: { readonly since: string; readonly until: string },
): readonly IndicatorPeriod[] {
  const kind = periodKinds.find((each) => indicators.some(({ period }) => period === each));
  if (!kind) return [];
  const starts = indicators.flatMap(({ baseline }) =>
    baseline ? [periodOn(kind, endOf(baseline))] : [],
  );
  const [first] = [periodOn(kind, since < until ? since : until), ...starts].toSorted(
    comparePeriods,
  );
  const choices: IndicatorPeriod[] = [];
  for (
    let each = periodOn(kind, until);
    first && comparePeriods(each, first) >= 0 && choices.length < 60;
    each = periodBefore(each)
  ) {
    choices.push(each);
  }
  return choices;
}

/** The newest period that is over; the running one where none is. */
export function defaultPeriod(
  choices: readonly IndicatorPeriod[],
  today: string,
): IndicatorPeriod | null {
  return choices.find((each) => endOf(each) < today) ?? choices[0] ?? null;
}

/**
 * Each indicator of a campaign with its sum over all units, and a cell for each unit of the page.
 *
 * @param values of the periods that are compared, of every unit.
 * @param history of the page's units, of the periods of their sparklines.
 */
export function indicatorRows(
  indicators: readonly Indicator[],
  {
    units,
    page,
    values,
    history,
  }: {
    readonly units: readonly ShownUnit[];
    readonly page: readonly ShownUnit[];
    readonly values: readonly IndicatorValue[];
    readonly history: readonly IndicatorValue[];
  },
  { shown, comparison }: { readonly shown: IndicatorPeriod; readonly comparison: Comparison },
): IndicatorRow[] {
  const compared = finder(values);
  const known = finder([...values, ...history]);
  return indicators.map((indicator) => {
    const { period, against } = periodsOf(indicator, shown, comparison);
    const valueIn = (find: typeof known, unit: string, of: IndicatorPeriod | null) =>
      of && find(indicator.id, unit, of);
    const whole = wholeOf(
      indicator,
      units.map(({ code }) => ({
        before: valueIn(compared, code, against),
        after: valueIn(compared, code, period),
      })),
    );
    const cells = page.map((unit): IndicatorCell => {
      const before = valueIn(known, unit.code, against);
      const after = valueIn(known, unit.code, period);
      const series = sparkOf(indicator, period).map((of) => ({
        period: of,
        value: known(indicator.id, unit.code, of),
      }));
      const from = before && quantityOf(indicator.measure, before);
      const to = after && quantityOf(indicator.measure, after);
      return {
        unit,
        before,
        after,
        overdue: after ? null : (series.findLast(({ value }) => value !== null)?.value ?? null),
        move: from && to && quantityMove(from, to),
        verdict: before && after && verdictOfPair(indicator, before, after),
        goal: goalOf(indicator, period, unit.code, to),
        series: series.map(({ period: of, value }) => ({
          period: of,
          quantity: value && quantityOf(indicator.measure, value),
          isBaseline: indicator.baseline !== null && isSamePeriod(indicator.baseline, of),
        })),
      };
    });
    const wholeGoal = goalOf(indicator, period, null, whole.after);
    return { indicator, period, against, whole, wholeGoal, cells };
  });
}

function goalOf(
  { goals, direction }: Indicator,
  period: IndicatorPeriod,
  unit: string | null,
  reached: Quantity | null,
): ShownGoal | null {
  const ofPeriod = goals.filter((goal) => isSamePeriod(goal.period, period));
  const goal = ofPeriod.find((each) => each.unit === unit);
  if (!goal) return null;
  return { value: goal.value, isMet: reached && isGoalMet(direction, reached, goal.value) };
}

/** Finds a value that is filled. */
function finder(values: readonly IndicatorValue[]) {
  const found = new Map(
    values
      .filter(hasNumber)
      .map((each) => [`${each.indicator} ${each.unit} ${periodKey(each.period)}`, each]),
  );
  return (indicator: string, unit: string, period: IndicatorPeriod) =>
    found.get(`${indicator} ${unit} ${periodKey(period)}`) ?? null;
}
