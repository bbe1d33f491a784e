import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { parseGoal } from "@/lib/coverage/goal";
import { verdict } from "@/lib/coverage/verdict";

import { anyCounts, anyDays, anyElapsed, anyGoal, completeMayDays } from "./arbitrary";

const day18 = { day: 18, days: 31, daysLeft: 14 };

describe("verdict", () => {
  test("MR on day 18: behind, 39,109 short, and the forecast does not get there", () => {
    const answer = verdict({
      counts: { dosesAdministered: 41_672, targetPopulation: 85_032 },
      goal: parseGoal("0.95"),
      calendar: day18,
      dayTotals: completeMayDays([2_390, 2_470, 2_615, 2_402, 2_430, 2_498, 2_560]),
      hasReported: true,
    });

    expect(answer).toMatchObject({
      status: "behind",
      needed: 39_109,
      required: { kind: "perDay", perDay: 2_794 },
      recentPace: 2_496,
      isForecastReaching: false,
      isUnrealistic: false,
    });
  });

  test("OPV on day 18: on track, and within reach", () => {
    const answer = verdict({
      counts: { dosesAdministered: 4_634, targetPopulation: 9_654 },
      goal: parseGoal("0.8"),
      calendar: day18,
      dayTotals: completeMayDays([270, 290, 280, 265, 275, 280, 285]),
      hasReported: true,
    });

    expect(answer).toMatchObject({
      status: "onTrack",
      needed: 3_090,
      required: { kind: "perDay", perDay: 221 },
      recentPace: 280,
      isForecastReaching: true,
      isUnrealistic: false,
    });
  });

  test("a village whose cumulative figure was corrected downwards is judged like any other", () => {
    const answer = verdict({
      counts: { dosesAdministered: 214, targetPopulation: 400 },
      goal: parseGoal("0.95"),
      calendar: { day: 4, days: 31, daysLeft: 28 },
      dayTotals: completeMayDays([150, 72, 20, -28]),
      hasReported: true,
    });

    expect(answer).toMatchObject({ status: "onTrack", needed: 166, recentPace: 64 / 3 });
    expect(answer.forecast?.low).toBeGreaterThanOrEqual(214);
    expect(answer.forecast?.high).toBeGreaterThan(214);
  });

  test("Kapuas 2021: 4,150 a day asks too much of teams whose best day was 2,000", () => {
    const answer = verdict({
      counts: { dosesAdministered: 115_891, targetPopulation: 320_850 },
      goal: parseGoal("0.40"),
      calendar: { day: 28, days: 30, daysLeft: 3 },
      dayTotals: completeMayDays([1_500, 2_000, 1_800]),
      hasReported: true,
    });

    expect(answer).toMatchObject({ required: { perDay: 4_150 }, isUnrealistic: true });
  });

  test("time is up", () => {
    const answer = verdict({
      counts: { dosesAdministered: 18_990, targetPopulation: 20_000 },
      goal: parseGoal("0.95"),
      calendar: { day: 32, days: 31, daysLeft: 0 },
      dayTotals: [],
      hasReported: true,
    });

    expect(answer).toEqual({
      status: "behind",
      needed: 10,
      required: { kind: "outOfTime", needed: 10 },
      recentPace: null,
      forecast: { low: 18_990, high: 18_990 },
      isForecastReaching: false,
      isUnrealistic: false,
    });
  });

  test("a region that has never reported has no forecast, not even of 0", () => {
    const answer = verdict({
      counts: { dosesAdministered: 0, targetPopulation: 400 },
      goal: parseGoal("0.95"),
      calendar: { day: 32, days: 31, daysLeft: 0 },
      dayTotals: [],
      hasReported: false,
    });

    expect(answer).toMatchObject({ status: "unknown", needed: 380, forecast: null });
    expect(answer.isForecastReaching).toBeNull();
  });

  test("without a target population nothing is judged, and the pace is still shown", () => {
    const answer = verdict({
      counts: { dosesAdministered: 90, targetPopulation: null },
      goal: parseGoal("0.95"),
      calendar: day18,
      dayTotals: completeMayDays([30, 30, 30]),
      hasReported: true,
    });

    expect(answer).toEqual({
      status: "unknown",
      needed: null,
      required: { kind: "unknown" },
      recentPace: 30,
      forecast: { low: 510, high: 510 },
      isForecastReaching: null,
      isUnrealistic: false,
    });
  });

  test("never says reached while children are needed, for any input", () => {
    fc.assert(
      fc.property(
        fc.record({
          counts: anyCounts,
          goal: anyGoal,
          calendar: fc.tuple(anyElapsed, fc.nat({ max: 31 })),
          dayTotals: anyDays,
          hasReported: fc.boolean(),
        }),
        ({ calendar: [elapsed, daysLeft], ...input }) => {
          const answer = verdict({ ...input, calendar: { ...elapsed, daysLeft } });

          expect(answer.status === "reached" && answer.needed !== 0).toBe(false);
          expect(answer.required.kind === "nothingNeeded").toBe(answer.needed === 0);
          expect(answer.needed ?? 0).toBeGreaterThanOrEqual(0);
          expect(answer.recentPace ?? 0).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
