import type { Indicator, IndicatorValue } from "./indicator";
import type { IndicatorRow, ShownUnit } from "./matrix";
import { periodKey } from "./period";
import { verdictOfPair, type IndicatorWhole } from "./whole";

/** What becomes of all indicators of a campaign together. */
type IndicatorCounts = Readonly<Record<NonNullable<IndicatorWhole["verdict"]> | "open", number>>;

/** How many went which way; open: there is nothing to compare yet. */
export function countVerdicts(rows: readonly Pick<IndicatorRow, "whole">[]): IndicatorCounts {
  const counts = { better: 0, worse: 0, same: 0, changed: 0, mixed: 0, open: 0 };
  for (const { whole } of rows) counts[whole.verdict ?? "open"] += 1;
  return counts;
}

/** What matters first: what became worse, then what did not move, then what became better. */
export function worstFirst(rows: readonly IndicatorRow[]): IndicatorRow[] {
  const order = ["worse", "mixed", "same", "changed", "open", "better"] as const;
  const rank = ({ whole }: IndicatorRow) => order.indexOf(whole.verdict ?? "open");
  return rows.toSorted((a, b) => rank(a) - rank(b));
}

export type UnitRank = {
  readonly unit: ShownUnit;
  readonly better: number;
  readonly worse: number;
  readonly of: number;
};

/** The units by how many of their indicators became better, then by how few became worse. */
export function ranksOf(
  rows: readonly Pick<IndicatorRow, "indicator" | "period" | "against">[],
  units: readonly ShownUnit[],
  values: readonly IndicatorValue[],
): UnitRank[] {
  const found = new Map(
    values.map((each) => [`${each.indicator} ${each.unit} ${periodKey(each.period)}`, each]),
  );
  const verdictsOf = (unit: string) =>
    rows.flatMap(({ indicator, period, against }) => {
      const key = `${indicator.id} ${unit}`;
      const before = against && found.get(`${key} ${periodKey(against)}`);
      const after = found.get(`${key} ${periodKey(period)}`);
      return (before && after && verdictOfPair(indicator, before, after)) ?? [];
    });
  return units
    .map((unit) => {
      const verdicts = verdictsOf(unit.code);
      return {
        unit,
        better: verdicts.filter((each) => each === "better").length,
        worse: verdicts.filter((each) => each === "worse").length,
        of: rows.length,
      };
    })
    .toSorted((a, b) => b.better - a.better || a.worse - b.worse);
}

/** Values that are there of those that the shown periods ask for. */
export function filledOf(rows: readonly Pick<IndicatorRow, "whole">[]): {
  readonly filled: number;
  readonly of: number;
} {
  return {
    filled: rows.reduce((sum, { whole }) => sum + whole.filled, 0),
    of: rows.reduce((sum, { whole }) => sum + whole.units, 0),
  };
}

/** Names of those that became worse, as sentences list them. */
export function worseOf(rows: readonly IndicatorRow[]): readonly Indicator[] {
  return rows.flatMap(({ indicator, whole }) => (whole.verdict === "worse" ? [indicator] : []));
}
