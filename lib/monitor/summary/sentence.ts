import type { RoundCalendar } from "@/lib/campaign/calendar";
import type { Ratio } from "@/lib/coverage/coverage";
import { goalCount } from "@/lib/coverage/needed";
import type { Verdict } from "@/lib/coverage/verdict";

import { isBeyondGoal, type Assessment, type StatusWord } from "@/lib/monitor/assessment";

/** What is said about one intervention, with the numbers of the sentence. The words are in lib/base/i18n. */
export type Sentence =
  | { readonly kind: "noTarget" | "emptyTarget" }
  /** People of the target population who have been reached, and not; nothing is judged. */
  | {
      readonly kind: "noGoal";
      readonly given: number;
      readonly people: number;
      readonly remaining: number;
    }
  | { readonly kind: "notStarted"; readonly goalCount: number }
  /** `below`: places that have not reached the goal although all of them together have; null: not known. */
  | {
      readonly kind: "reached";
      readonly below: number | null;
      /** More than the goal asks for. */
      readonly isBeyond: boolean;
    }
  /** Reached with these doses alone, which an open finding covers. */
  | { readonly kind: "doubtful"; readonly doses: number }
  | { readonly kind: "outOfTime" | "noReport"; readonly needed: number }
  | { readonly kind: "tooEarly" | "notJudged"; readonly needed: number; readonly perDay: number }
  | (Paced & { readonly kind: "unrealistic" | "withinReach" })
  | (Paced & { readonly kind: "fallsShort"; readonly low: Ratio; readonly high: Ratio });

type Paced = {
  readonly needed: number;
  readonly perDay: number;
  /** null: called unrealistic without three complete days of late. */
  readonly recentPace: number | null;
};

/**
 * The sentence that an assessment and its verdict deserve. A goal that is reached outranks a missing
 * start or an end; the end outranks a forecast; what the teams cannot do outranks where it leads.
 */
export function sentenceOf(
  assessment: Assessment,
  verdict: Verdict,
  at: { readonly calendar: RoundCalendar; readonly below: number | null },
): Sentence {
  const people = assessment.targetPopulation;
  if (people === null) return { kind: "noTarget" };
  if (people === 0) return { kind: "emptyTarget" };
  const goal = assessment.coverageGoal;
  if (goal === null) {
    const given = assessment.dosesAdministered;
    return { kind: "noGoal", given, people, remaining: Math.max(0, people - given) };
  }
  if (assessment.isDoubtful) return { kind: "doubtful", doses: assessment.doubtfulDoses };
  if (verdict.status === "reached") {
    return { kind: "reached", below: at.below, isBeyond: isBeyondGoal(assessment) };
  }

  const needed = verdict.needed ?? 0;
  if (at.calendar.phase === "before") {
    return { kind: "notStarted", goalCount: goalCount({ goal, targetPopulation: people }) };
  }
  if (verdict.required.kind !== "perDay") return { kind: "outOfTime", needed };
  if (!assessment.hasReported) return { kind: "noReport", needed };

  const { perDay } = verdict.required;
  if (verdict.status === "unknown") return { kind: "notJudged", needed, perDay };
  const { recentPace, forecast } = verdict;
  if (verdict.isUnrealistic && verdict.isForecastReaching !== true) {
    return { kind: "unrealistic", needed, perDay, recentPace };
  }
  if (forecast === null) return { kind: "tooEarly", needed, perDay };
  if (verdict.isForecastReaching === true) {
    return { kind: "withinReach", needed, perDay, recentPace };
  }
  const [low, high] = [forecast.low / people, forecast.high / people];
  return { kind: "fallsShort", needed, perDay, recentPace, low, high };
}

/** How many interventions stand where, in the order in which a headline tells it. */
export function headlineOf(
  words: readonly StatusWord[],
): { readonly status: Exclude<StatusWord, "notJudged">; readonly count: number }[] {
  const said = words.map((word) => (word === "notJudged" ? "unknown" : word));
  return headlineOrder.flatMap((status) => {
    const count = said.filter((each) => each === status).length;
    return count === 0 ? [] : [{ status, count }];
  });
}

const headlineOrder = [
  "reached",
  "doubtful",
  "onTrack",
  "behind",
  "missed",
  "noGoal",
  "unknown",
] as const;
