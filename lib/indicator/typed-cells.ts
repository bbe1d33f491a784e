import type { FieldProblems } from "@/lib/base/forms/problem";

import type { Indicator, IndicatorValue } from "./indicator";
import { periodKey, type IndicatorPeriod } from "./period";
import { isSameCounted, readCounted } from "./typed-value";

type Typed = Readonly<Record<string, string>>;

/** The fields of one value in a form of many: its number or numerator, its denominator, that it is right. */
export function cellFields(indicator: Pick<Indicator, "code">, unit: string) {
  const key = `${indicator.code}/${unit}`;
  return { first: `a ${key}`, second: `b ${key}`, confirm: `ok ${key}`, version: `v ${key}` };
}

/** What came of a form of many values: what is right is stored, and what is not is told beside its field. */
export type EntryOutcome = {
  readonly stored: number;
  readonly held: FieldProblems;
  /** What was typed, where something is held. */
  readonly typed: Typed;
};

type TypedCell = {
  /** Name of its first field: where it is told what is wrong. */
  readonly field: string;
  /** The value that stands; null: none ever did. */
  readonly standing: IndicatorValue | null;
  /** Without `sent`, and its numbers as they were typed where these cannot be read. */
  readonly body: Readonly<Record<string, unknown>>;
};

/**
 * The values that were typed in a form and are others than those that stand, each as the body of its record.
 *
 * @param standing of this period.
 */
export function typedCells(
  typed: Typed,
  {
    indicators,
    units,
    period,
    standing,
  }: {
    readonly indicators: readonly Indicator[];
    readonly units: readonly { readonly code: string }[];
    readonly period: IndicatorPeriod;
    readonly standing: readonly IndicatorValue[];
  },
): TypedCell[] {
  const source = (typed["source"] ?? "").trim();
  return indicators.flatMap((indicator) =>
    units.flatMap(({ code: unit }): TypedCell[] => {
      const { first, second, confirm, version } = cellFields(indicator, unit);
      const text = typed[first];
      // Without its field it was not asked.
      if (text === undefined) return [];
      const stood =
        standing.find((each) => each.indicator === indicator.id && each.unit === unit) ?? null;
      const counted = readCounted(indicator.measure, text, typed[second] ?? "");
      if (isSameCounted(counted, stood ?? nothing)) return [];
      const body = {
        version: Number(typed[version] ?? 0),
        indicator: indicator.id,
        unit,
        period: periodKey(period),
        ...counted,
        source: source || (stood?.source ?? null),
        isConfirmed: typed[confirm] === "on",
      };
      return [{ field: first, standing: stood, body }];
    }),
  );
}

const nothing = { value: null, numerator: null, denominator: null };
