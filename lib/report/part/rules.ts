import { partKeyOf } from "./key";
import type { Campaign } from "@/lib/campaign/campaign";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { roundOfDay } from "../report-rules";
import type { DailyReportSubmission, ReportProblem } from "../schema";
import { isTallyCount } from "../tally-count";
import { askedNumbers, type AskedOfDay, type ReportPart } from "./part";

/** What is asked of a day besides tallies. */
export function askedPartsOf(
  campaign: Pick<Campaign, "rounds" | "reportParts" | "interventions">,
  day: CalendarDay,
): AskedOfDay {
  const round = roundOfDay(campaign, day);
  return {
    parts: campaign.reportParts,
    interventions: campaign.interventions.map(({ code }) => code),
    isSweeping: round !== null && day > round.endsOn,
  };
}

/** What is wrong with the parts of a report by themselves. Judged by the server alone, and where they are typed. */
export function partProblems(
  { day, parts = [] }: Pick<DailyReportSubmission, "day" | "parts">,
  campaign: Parameters<typeof askedPartsOf>[0],
): ReportProblem[] {
  return parts.length === 0
    ? []
    : codesOf(parts, askedPartsOf(campaign, day)).map((code) => ({ code }));
}

function codesOf(parts: readonly ReportPart[], asked: AskedOfDay): ReportProblem["code"][] {
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
