import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { hasNumber, type Counted, type Indicator } from "./indicator";
import { startOf, type IndicatorPeriod } from "./period";

/** Why a value is not taken. The last two are questions: they are taken once somebody says that they are right. */
type ValueProblem =
  | "periodAhead"
  | "periodOfIndicator"
  | "countNotWhole"
  | "yesOrNo"
  | "valueOrCounts"
  | "bothCounts"
  | "percentAboveHundred"
  | "numeratorAbove";

const questions: ReadonlySet<ValueProblem> = new Set(["percentAboveHundred", "numeratorAbove"]);

/** Whether somebody may say that it is right all the same. */
export function isQuestion(problem: string): boolean {
  return questions.has(problem as ValueProblem);
}

/** Which field of a value it concerns. */
export function fieldOf(problem: ValueProblem): keyof Counted | "period" {
  switch (problem) {
    case "periodAhead":
    case "periodOfIndicator":
      return "period";
    case "bothCounts":
      return "denominator";
    case "numeratorAbove":
      return "numerator";
    default:
      return "value";
  }
}

/**
 * What is wrong with a value of an indicator; null: nothing.
 *
 * @param today a period that has not begun has no value.
 * @param isConfirmed somebody was asked, and says that it is right.
 */
export function valueProblem(
  { measure, period: kind }: Pick<Indicator, "measure" | "period">,
  { period, isConfirmed, ...counted }: Counted & { period: IndicatorPeriod; isConfirmed: boolean },
  today: CalendarDay,
): ValueProblem | null {
  if (period.kind !== kind) return "periodOfIndicator";
  if (startOf(period) > today) return "periodAhead";
  const { value, numerator, denominator } = counted;
  if ((numerator === null) !== (denominator === null)) return "bothCounts";
  if (!hasNumber(counted)) return null;
  const hasCounts = numerator !== null && denominator !== null;
  if (hasCounts && (value !== null || measure === "count" || measure === "yesNo")) {
    return "valueOrCounts";
  }
  if (hasCounts && !(Number.isInteger(numerator) && Number.isInteger(denominator))) {
    return "countNotWhole";
  }
  if (measure === "count" && value !== null && !Number.isInteger(value)) return "countNotWhole";
  if (measure === "yesNo" && value !== 0 && value !== 1) return "yesOrNo";
  if (measure !== "percent" || isConfirmed) return null;
  if (hasCounts) return numerator > denominator ? "numeratorAbove" : null;
  return value !== null && value > 100 ? "percentAboveHundred" : null;
}
