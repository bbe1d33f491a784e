import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { OnDay } from "@/lib/coverage/base";
import { findGoal, parseGoal } from "@/lib/coverage/goal";
import { goalCount } from "@/lib/coverage/needed";
import type { DayTotal } from "@/lib/coverage/pace";
import { verdict, type VerdictInput } from "@/lib/coverage/verdict";

import {
  anyCount,
  anyCounts,
  anyDays,
  anyGoal,
  anyLookedAt,
  completeMayDays,
  mayDay,
} from "./arbitrary";

const judged = { hasReported: true, hasCompleteDay: true, goal: parseGoal("0.95") };

/** Today with too few reports, or with none: 12 of 17 are 70.6 %. */
function onDay(doses: number, received = 12): OnDay {
  return { doses, received, expected: 17, isService: true, isPast: false, isPlanned: true };
}

/** Complete days up to yesterday, and today. */
function withToday(yesterdays: readonly number[], today: OnDay): readonly DayTotal[] {
  return [...completeMayDays(yesterdays), { ...today, day: mayDay(yesterdays.length + 1) }];
}

describe("verdict", () => {
  test("Lebak, five days after the base day: 19,305 a day is what compares with 17,984", () => {
    // 197,166 children, goal 95 %: 187,308. 90,785 were given by yesterday, 9,155 of today are in. By today's doses it would be (187,308 - 99,940) / 5 = 17,474, below the pace, beside
    // a forecast that misses the goal.
    const today = onDay(9_155, 7);
    const answer = verdict({
      ...judged,
      counts: { dosesAdministered: 99_940, targetPopulation: 197_166 },
      lookedAt: { day: 6, days: 10, daysAfter: 4, onDay: today },
      dayTotals: withToday([18_417, 18_416, 17_900, 18_060, 17_992], today),
      day: mayDay(6),
    });

    expect(answer).toMatchObject({
      base: { day: 5, dosesAdministered: 90_785, daysLeft: 5, isLookedAt: false },
      needed: 87_368,
      remaining: 97_226,
      neededAtBase: 96_523,
      required: { kind: "perDay", perDay: 19_305 },
      isForecastReaching: false,
    });
    expect(answer.recentPace).toBe(17_984);
  });

  test("one village on track after day 4 stays on track on the morning of day 5", () => {
    // 46 of 120 are 38.3 %, 95 % × 4 / 10 is 38.0 %; by day 5 it would be 47.5 %.
    const morning = {
      doses: 0,
      received: 0,
      expected: 1,
      isService: true,
      isPast: false,
      isPlanned: true,
    };
    const answer = verdict({
      ...judged,
      counts: { dosesAdministered: 46, targetPopulation: 120 },
      lookedAt: { day: 5, days: 10, daysAfter: 5, onDay: morning },
      dayTotals: [
        ...completeMayDays([10, 12, 12, 12]).map((day) => ({ ...day, received: 1, expected: 1 })),
        { ...morning, day: mayDay(5) },
      ],
      day: mayDay(5),
    });

    // 114 less 46 in the six days from today on.
    expect(answer).toMatchObject({ status: "onTrack", required: { perDay: 12 }, recentPace: 12 });
    expect(answer.isForecastReaching).toBe(true);
  });

  test("Kapuas MR on day 18 at 71 % of reports: 2,935 a day, not 2,794", () => {
    const today = {
      doses: 1_979,
      received: 164,
      expected: 231,
      isService: true,
      isPast: false,
      isPlanned: true,
    };
    const answer = verdict({
      ...judged,
      counts: { dosesAdministered: 41_672, targetPopulation: 85_032 },
      lookedAt: { day: 18, days: 31, daysAfter: 13, onDay: today },
      dayTotals: withToday([2_390, 2_470, 2_615, 2_402, 2_430, 2_498, 2_560], today),
      day: mayDay(8),
    });

    expect(answer).toMatchObject({
      status: "behind",
      needed: 39_109,
      neededAtBase: 41_088,
      required: { kind: "perDay", perDay: 2_935 },
      recentPace: 2_496,
      isForecastReaching: false,
      isUnrealistic: false,
    });
  });

  test("OPV on day 18, complete: on track, and within reach", () => {
    const answer = verdict({
      ...judged,
      counts: { dosesAdministered: 4_634, targetPopulation: 9_654 },
      goal: parseGoal("0.8"),
      lookedAt: { day: 18, days: 31, daysAfter: 13, onDay: onDay(285, 17) },
      dayTotals: completeMayDays([270, 290, 280, 265, 275, 280, 285]),
      day: mayDay(7),
    });

    expect(answer).toMatchObject({
      status: "onTrack",
      needed: 3_090,
      required: { kind: "perDay", perDay: 238 },
      recentPace: 280,
      isForecastReaching: true,
      isUnrealistic: false,
    });
  });

  test("says nothing of status before the first complete day, and what is needed all the same", () => {
    const today = onDay(300);
    const answer = verdict({
      ...judged,
      hasCompleteDay: false,
      counts: { dosesAdministered: 300, targetPopulation: 4_000 },
      lookedAt: { day: 1, days: 10, daysAfter: 9, onDay: today },
      dayTotals: withToday([], today),
      day: mayDay(1),
    });

    expect(answer).toMatchObject({
      status: "unknown",
      isFarBehind: false,
      needed: 3_500,
      required: { kind: "perDay", perDay: 380 },
      recentPace: null,
      forecast: null,
    });
  });

  test("a goal reached by what is counted is reached, however much of today is missing", () => {
    const today = onDay(60);
    const answer = verdict({
      ...judged,
      counts: { dosesAdministered: 400, targetPopulation: 420 },
      lookedAt: { day: 5, days: 10, daysAfter: 5, onDay: today },
      dayTotals: withToday([85, 85, 85, 85], today),
      day: mayDay(5),
    });

    expect(answer).toMatchObject({
      status: "reached",
      needed: 0,
      remaining: 20,
      neededAtBase: 0,
      required: { kind: "nothingNeeded" },
    });
  });

  test("a goal that a correction of today takes back is not reached any more", () => {
    const today = onDay(-20);
    const answer = verdict({
      ...judged,
      counts: { dosesAdministered: 390, targetPopulation: 420 },
      lookedAt: { day: 5, days: 10, daysAfter: 5, onDay: today },
      dayTotals: withToday([100, 100, 100, 110], today),
      day: mayDay(5),
    });

    expect(answer).toMatchObject({ status: "onTrack", needed: 9, neededAtBase: 9 });
  });

  test("a village whose cumulative figure was corrected downwards is judged like any other", () => {
    const answer = verdict({
      ...judged,
      counts: { dosesAdministered: 214, targetPopulation: 400 },
      lookedAt: { day: 4, days: 31, daysAfter: 27, onDay: null },
      dayTotals: completeMayDays([150, 72, 20, -28]),
      day: mayDay(4),
    });

    expect(answer).toMatchObject({ status: "onTrack", needed: 166, recentPace: 64 / 3 });
    expect(answer.forecast?.low).toBeGreaterThanOrEqual(214);
    expect(answer.forecast?.high).toBeGreaterThan(214);
  });

  test("Kapuas 2021: 4,150 a day asks too much of teams whose best day was 2,000", () => {
    const answer = verdict({
      ...judged,
      counts: { dosesAdministered: 115_891, targetPopulation: 320_850 },
      goal: parseGoal("0.40"),
      lookedAt: { day: 27, days: 30, daysAfter: 3, onDay: null },
      dayTotals: completeMayDays([1_500, 2_000, 1_800]),
      day: mayDay(3),
    });

    expect(answer).toMatchObject({ required: { perDay: 4_150 }, isUnrealistic: true });
  });

  test("time is up: after the last day, and on it once it is complete", () => {
    const counts = { dosesAdministered: 18_990, targetPopulation: 20_000 };
    const over = {
      status: "behind",
      needed: 10,
      required: { kind: "outOfTime", needed: 10 },
      forecast: { low: 18_990, high: 18_990 },
      isForecastReaching: false,
      isUnrealistic: false,
    };

    expect(
      verdict({
        ...judged,
        counts,
        lookedAt: { day: 31, days: 31, daysAfter: 0, onDay: null },
        dayTotals: [],
        day: mayDay(31),
      }),
    ).toMatchObject(over);
    expect(
      verdict({
        ...judged,
        counts,
        lookedAt: { day: 31, days: 31, daysAfter: 0, onDay: onDay(400, 17) },
        dayTotals: [],
        day: mayDay(31),
      }),
    ).toMatchObject(over);
  });

  test("an empty target has nothing to need and nobody to reach", () => {
    expect(
      verdict({
        ...judged,
        counts: { dosesAdministered: 4, targetPopulation: 0 },
        lookedAt: { day: 4, days: 31, daysAfter: 27, onDay: null },
        dayTotals: completeMayDays([1, 1, 1, 1]),
        day: mayDay(4),
      }),
    ).toMatchObject({
      status: "unknown",
      needed: null,
      remaining: 0,
      required: { kind: "unknown" },
    });
  });

  test("a region that has never reported has no forecast, not even of 0", () => {
    const answer = verdict({
      ...judged,
      counts: { dosesAdministered: 0, targetPopulation: 400 },
      lookedAt: { day: 31, days: 31, daysAfter: 0, onDay: null },
      dayTotals: [],
      day: mayDay(31),
      hasReported: false,
    });

    expect(answer).toMatchObject({ status: "unknown", needed: 380, forecast: null });
    expect(answer.isForecastReaching).toBeNull();
  });

  test("without a target population nothing is judged, and the pace is still shown", () => {
    const answer = verdict({
      ...judged,
      counts: { dosesAdministered: 90, targetPopulation: null },
      lookedAt: { day: 18, days: 31, daysAfter: 13, onDay: null },
      dayTotals: completeMayDays([30, 30, 30]),
      day: mayDay(3),
    });

    expect(answer).toMatchObject({
      status: "unknown",
      needed: null,
      remaining: null,
      required: { kind: "unknown" },
      recentPace: 30,
      forecast: { low: 480, high: 480 },
      isForecastReaching: null,
      isUnrealistic: false,
    });
  });

  test("is not moved by today until it is complete, for any days", () => {
    fc.assert(
      fc.property(anyCampaign, fc.nat({ max: 12 }), anyCount, (campaign, received, doses) => {
        const [silent, begun] = [onDay(0, 0), onDay(doses, received)].map((today) =>
          verdict(campaign(today)),
        );
        if (!silent || !begun || begun.needed === 0) return;

        expect(begun.status).toBe(silent.status);
        expect(begun.required).toEqual(silent.required);
        expect(begun.recentPace).toBe(silent.recentPace);
        if (silent.forecast && silent.forecast.low >= silent.base.dosesAdministered + doses) {
          expect(begun.forecast).toEqual(silent.forecast);
        }
      }),
    );
  });

  test("need, pace and forecast never contradict each other, for any campaign", () => {
    fc.assert(
      fc.property(anyCampaign, fc.nat({ max: 17 }), anyCount, (campaign, received, doses) => {
        const input = campaign(onDay(doses, received));
        const { required, recentPace, forecast } = verdict(input);
        const people = input.counts.targetPopulation;
        if (required.kind !== "perDay" || recentPace === null || !forecast || people === null)
          return;
        const goal = goalCount({ goal: input.goal ?? parseGoal("1"), targetPopulation: people });

        if (recentPace >= required.perDay) expect(forecast.high).toBeGreaterThanOrEqual(goal);
        else expect(forecast.low).toBeLessThan(goal);
      }),
      { numRuns: 2_000 },
    );
  });

  test("never says reached while children are needed, for any input", () => {
    fc.assert(
      fc.property(
        fc.record({
          counts: anyCounts,
          goal: anyGoal,
          lookedAt: anyLookedAt,
          dayTotals: anyDays,
          hasReported: fc.boolean(),
          hasCompleteDay: fc.boolean(),
          day: fc.constant(mayDay(31)),
        }),
        (input) => {
          const answer = verdict(input);

          expect(answer.status === "reached" && answer.needed !== 0).toBe(false);
          expect(answer.required.kind === "nothingNeeded").toBe(answer.needed === 0);
          expect(answer.needed ?? 0).toBeGreaterThanOrEqual(0);
          expect(answer.neededAtBase ?? 0).toBeGreaterThanOrEqual(answer.needed ?? 0);
          expect(answer.remaining ?? 0).toBeGreaterThanOrEqual(0);
          expect(answer.recentPace ?? 0).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

/** A campaign of 12 days on its day 9 or earlier, with any goal; today is put in by the test. */
const anyCampaign = fc
  .record({
    doses: fc.array(fc.nat({ max: 300 }), { minLength: 3, maxLength: 8 }),
    spare: fc.nat({ max: 3_000 }),
    goal: fc.integer({ min: 4_000, max: 10_000 }),
  })
  .map(({ doses, spare, goal }) => (today: OnDay): VerdictInput => {
    const day = doses.length + 1;
    const given = doses.reduce((sum, count) => sum + count, today.doses);
    return {
      ...judged,
      goal: findGoal((goal / 10_000).toFixed(4)) ?? judged.goal,
      // Not of today's doses, so that two todays are two days of one campaign.
      counts: { dosesAdministered: given, targetPopulation: given - today.doses + spare + 1 },
      lookedAt: { day, days: 12, daysAfter: 12 - day, onDay: today },
      dayTotals: withToday(doses, today),
      day: mayDay(day),
    };
  });
