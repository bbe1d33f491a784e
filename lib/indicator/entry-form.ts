import { hasNumber, type Indicator, type IndicatorValue } from "./indicator";
import type { IndicatorPeriod } from "./period";
import { typedCounted } from "./typed-value";

/** One value of a form of many. */
export type IndicatorEntryCell = {
  readonly unit: string;
  /** As its fields show it. */
  readonly first: string;
  readonly second: string;
  /** Of what stands; 0: nothing ever did. */
  readonly version: number;
  readonly standing: IndicatorValue | null;
  /** What the period before had. */
  readonly before: IndicatorValue | null;
  /** Whether whoever fills it in may. */
  readonly isOwn: boolean;
};

export type IndicatorEntryRow = {
  readonly indicator: Pick<Indicator, "id" | "code" | "name" | "measure" | "counted">;
  readonly cells: readonly IndicatorEntryCell[];
};

/** The form of a period's values: a row for each indicator, a cell for each unit. */
export function entryRowsOf(
  indicators: readonly Indicator[],
  units: readonly { readonly code: string }[],
  of: {
    readonly period: IndicatorPeriod;
    readonly standing: readonly IndicatorValue[];
    readonly earlier: readonly IndicatorValue[];
    readonly isOwn: (indicator: Indicator, unit: string) => boolean;
  },
): IndicatorEntryRow[] {
  const find = (values: readonly IndicatorValue[], indicator: string, unit: string) =>
    values.find((each) => each.indicator === indicator && each.unit === unit) ?? null;
  return indicators
    .filter((each) => each.period === of.period.kind)
    .map((indicator) => ({
      indicator,
      cells: units.map(({ code }): IndicatorEntryCell => {
        const stood = find(of.standing, indicator.id, code);
        const earlier = find(of.earlier, indicator.id, code);
        const nothing = { value: null, numerator: null, denominator: null };
        const [first, second] = typedCounted(indicator.measure, stood ?? nothing);
        return {
          unit: code,
          first,
          second,
          version: stood?.version ?? 0,
          standing: stood && hasNumber(stood) ? stood : null,
          before: earlier && hasNumber(earlier) ? earlier : null,
          isOwn: of.isOwn(indicator, code),
        };
      }),
    }))
    .filter(({ cells }) => cells.some(({ isOwn }) => isOwn));
}
