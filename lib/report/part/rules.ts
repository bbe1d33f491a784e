import type { ReportProblem } from "../schema";
import { isTallyCount } from "../tally-count";
import { askedNumbers, partKeyOf, type AskedOfDay, type ReportPart } from "./part";

/** What is wrong with the parts of a report by themselves. */
export function partProblems(
  parts: readonly ReportPart[],
  asked: AskedOfDay,
): ReportProblem["code"][] {
  const keys = new Set(askedNumbers(asked).map(partKeyOf));
  const own = parts.map(partKeyOf);
  return [
    ...(own.every((key) => keys.has(key)) ? [] : (["partNotAsked"] as const)),
    ...(new Set(own).size === own.length ? [] : (["partTwice"] as const)),
    ...(parts.every(({ count }) => isTallyCount(count)) ? [] : (["partOutOfRange"] as const)),
    ...(hasMoreRecovered(parts) ? (["recoveredAboveFound"] as const) : []),
  ];
}

/** Whether more people were served than found; where one of the two was not answered nobody knows. */
export function hasMoreRecovered(parts: readonly ReportPart[]): boolean {
  const countOf = (kind: ReportPart["kind"]) => parts.find((part) => part.kind === kind)?.count;
  const [found, recovered] = [countOf("found"), countOf("recovered")];
  return found !== undefined && recovered !== undefined && recovered > found;
}
