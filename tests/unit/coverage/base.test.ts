import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { baseOf, type OnDay } from "@/lib/coverage/base";

import { anyLookedAt, anyCount } from "./arbitrary";

/** A service day of 17 reports. */
function today(received: number, doses: number, isService = true): OnDay {
  return {
    doses,
    received,
    expected: isService ? 17 : 0,
    isService,
    isPast: false,
    isPlanned: true,
  };
}

describe("the base day", () => {
  test.each([
    // 12 of 17 reports are 70.6 %, 13 are 76.5 %.
    { case: "nobody has reported", onDay: today(0, 0), base: { day: 17, done: 500, left: 14 } },
    { case: "below 75 %", onDay: today(12, 80), base: { day: 17, done: 420, left: 14 } },
    { case: "from 75 % on", onDay: today(13, 80), base: { day: 18, done: 500, left: 13 } },
    { case: "a day in the past", onDay: null, base: { day: 18, done: 500, left: 13 } },
    { case: "a day that takes back", onDay: today(2, -80), base: { day: 17, done: 500, left: 14 } },
  ])("on day 18 of 31, $case: day $base.day", ({ onDay, base }) => {
    expect(baseOf(500, { day: 18, days: 31, daysAfter: 13, onDay })).toEqual({
      day: base.day,
      days: 31,
      dosesAdministered: base.done,
      daysLeft: base.left,
      isLookedAt: base.day === 18,
    });
  });

  test("of the first morning is before the campaign, with all its days left", () => {
    const base = baseOf(40, { day: 1, days: 7, daysAfter: 6, onDay: today(3, 40) });

    expect(base).toMatchObject({ day: 0, dosesAdministered: 0, daysLeft: 7 });
  });

  test("of the last day is that day once it is complete: no day is left", () => {
    const lastDay = { day: 7, days: 7, daysAfter: 0 };

    expect(baseOf(900, { ...lastDay, onDay: today(16, 90) }).daysLeft).toBe(0);
    expect(baseOf(900, { ...lastDay, onDay: today(5, 90) })).toMatchObject({ day: 6, daysLeft: 1 });
  });

  test("of a sweeping day is the day before it; the running target stays the whole goal", () => {
    // Day 2 of 5 sweeping days after 7 service days.
    const base = baseOf(900, { day: 7, days: 7, daysAfter: 3, onDay: today(4, 30, false) });

    expect(base).toMatchObject({ day: 7, dosesAdministered: 870, daysLeft: 4, isLookedAt: false });
  });

  test("never has more doses than were counted, nor more days left than one", () => {
    fc.assert(
      fc.property(anyCount, anyLookedAt, (doses, lookedAt) => {
        const base = baseOf(doses, lookedAt);

        expect(base.dosesAdministered).toBeLessThanOrEqual(doses);
        expect(base.dosesAdministered).toBeGreaterThanOrEqual(0);
        expect(base.daysLeft - lookedAt.daysAfter).toBe(base.isLookedAt ? 0 : 1);
      }),
    );
  });
});
