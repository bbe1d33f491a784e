import { lastDay } from "@/lib/campaign/calendar";
import type { Campaign, Round } from "@/lib/campaign/campaign";
import { isCalendarDay, type CalendarDay } from "@/lib/base/time/calendar-day";
import { isHeldIn } from "@/lib/campaign/predecessor";
import { columnKeyOf, type ColumnKey } from "@/lib/campaign/column-key";
import { hasDoses, otherMeasures } from "@/lib/campaign/measures";

import type { DailyReportSubmission, ReportProblem } from "./schema";
import { isTallyCount } from "./tally-count";

type Cells = DailyReportSubmission["tallies"];

/** What a report is judged by. */
type RuledCampaign = Pick<Campaign, "rounds"> & {
  readonly interventions: readonly Pick<
    Campaign["interventions"][number],
    "code" | "targetGroups"
  >[];
  readonly targetGroups: readonly Pick<Campaign["targetGroups"][number], "code">[];
};

/** The round that a day belongs to, sweeping days included; null: none, or no such day. */
export function roundOfDay(campaign: Pick<Campaign, "rounds">, day: CalendarDay): Round | null {
  if (!isCalendarDay(day)) return null;
  return campaign.rounds.find((round) => round.startsOn <= day && day <= lastDay(round)) ?? null;
}

/** Everything that is wrong with a report by itself; whose unit it is, is asked elsewhere. */
export function reportProblems(
  report: DailyReportSubmission,
  { campaign, today }: { readonly campaign: RuledCampaign; readonly today: CalendarDay },
): ReportProblem[] {
  const problems = [...dayProblems(report, campaign, today), ...contentProblems(report, campaign)];
  // Who keeps the other's version need not say again what it was kept against.
  const mayBeEmpty = report.choice?.kept === "theirs";
  return mayBeEmpty ? problems.filter(({ code }) => code !== "emptyReport") : problems;
}

function dayProblems(
  { day, round, unit }: DailyReportSubmission,
  campaign: RuledCampaign,
  today: CalendarDay,
): ReportProblem[] {
  if (!isCalendarDay(day)) return [{ code: "noSuchDay" }];
  const found = roundOfDay(campaign, day);
  if (!found || (round !== undefined && round !== found.number)) {
    return [{ code: "dayOutsideRound" }];
  }
  if (!isHeldIn(found, unit)) return [{ code: "unitOutsideRound" }];
  return day > today ? [{ code: "futureDay" }] : [];
}

function contentProblems(
  { zero, tallies, figures = "daily" }: DailyReportSubmission,
  campaign: RuledCampaign,
): ReportProblem[] {
  if (zero) {
    return tallies.some(hasDoses) ? [{ code: "zeroWithCounts" }] : [];
  }
  // Nothing filled in is not a report of nothing: that is a zero report, which says so.
  if (tallies.length === 0) return [{ code: "emptyReport" }];

  const seen = new Set<ColumnKey>();
  return tallies.flatMap((tally) => {
    const problems = cellProblems(tally, figures, campaign);
    const key = columnKeyOf(tally);
    if (seen.has(key)) problems.push("cellTwice");
    seen.add(key);
    const { intervention, targetGroup } = tally;
    return problems.map((code) => ({ code, intervention, targetGroup }));
  });
}

function cellProblems(
  tally: Cells[number],
  figures: "daily" | "cumulative",
  campaign: RuledCampaign,
): ReportProblem["code"][] {
  const intervention = campaign.interventions.find(({ code }) => code === tally.intervention);
  const isGroup = campaign.targetGroups.some(({ code }) => code === tally.targetGroup);
  const codes: ReportProblem["code"][] = [];
  if (!intervention) codes.push("unknownIntervention");
  if (!isGroup) codes.push("unknownTargetGroup");
  if (intervention && isGroup && !intervention.targetGroups.includes(tally.targetGroup)) {
    codes.push("notGiven");
  }
  const counts = [
    ...otherMeasures.map((measure) => tally[measure] ?? 0),
    // A cumulative figure that falls takes doses back: its day is below 0, the figure itself never.
    figures === "cumulative" ? Math.abs(tally.residents) : tally.residents,
    figures === "cumulative" ? (tally.cumulative ?? -1) : 0,
  ];
  if (!counts.every(isTallyCount)) codes.push("countOutOfRange");
  return codes;
}
