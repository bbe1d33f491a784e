import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  dayOfRound,
  daysOfAll,
  goalDayOf,
  lastDay,
  roundCalendar,
  roundOn,
  roundPhase,
} from "@/lib/campaign/calendar";
import type { Round } from "@/lib/campaign/campaign";
import { addDays, daysFrom } from "@/lib/base/time/calendar-day";

/** BIAN Kapuas as in the pictures: 31 days from 18 May 2026, then five days of sweeping. */
const round: Round = {
  number: 1,
  plannedStartsOn: "2026-05-18",
  plannedEndsOn: "2026-06-17",
  startsOn: "2026-05-18",
  endsOn: "2026-06-17",
  sweepingEndsOn: "2026-06-22",
};

const withoutSweeping: Round = { ...round, sweepingEndsOn: null };

describe("where a round stands", () => {
  test.each([
    { on: "2026-04-01", phase: "before", day: 0, after: 31 },
    { on: "2026-05-17", phase: "before", day: 0, after: 31 },
    { on: "2026-05-18", phase: "running", day: 1, after: 30 },
    { on: "2026-06-04", phase: "running", day: 18, after: 13 },
    { on: "2026-06-17", phase: "running", day: 31, after: 0 },
    { on: "2026-06-18", phase: "sweeping", day: 31, after: 4 },
    { on: "2026-06-22", phase: "sweeping", day: 31, after: 0 },
    { on: "2026-06-23", phase: "ended", day: 31, after: 0 },
    { on: "2027-01-01", phase: "ended", day: 31, after: 0 },
  ])("on $on: $phase, day $day of 31, $after after it", ({ on, phase, day, after }) => {
    expect(roundCalendar(round, on, [])).toMatchObject({ phase, day, days: 31, daysAfter: after });
  });

  test("without sweeping it ends the day after its last", () => {
    expect(roundCalendar(withoutSweeping, "2026-06-17", []).phase).toBe("running");
    expect(roundCalendar(withoutSweeping, "2026-06-18", [])).toMatchObject({
      phase: "ended",
      day: 31,
      days: 31,
      daysAfter: 0,
    });
  });

  test("a moved round counts from its actual days, not the planned ones", () => {
    const moved = { ...withoutSweeping, startsOn: "2026-05-25", endsOn: "2026-06-24" };

    expect(roundCalendar(moved, "2026-05-18", []).phase).toBe("before");
    expect(roundCalendar(moved, "2026-05-25", [])).toMatchObject({ phase: "running", day: 1 });
    expect(roundCalendar(moved, "2026-06-24", [])).toMatchObject({ phase: "running", day: 31 });
  });

  test("a round of one day is on its first and its last day at once", () => {
    const single = { ...withoutSweeping, endsOn: "2026-05-18" };

    expect(roundCalendar(single, "2026-05-18", [])).toMatchObject({
      phase: "running",
      day: 1,
      days: 1,
      daysAfter: 0,
    });
    expect(roundCalendar(single, "2026-05-19", []).phase).toBe("ended");
  });

  test.each([
    { on: "2026-04-01", goalDay: "2026-05-18" },
    { on: "2026-06-04", goalDay: "2026-06-04" },
    { on: "2026-06-22", goalDay: "2026-06-22" },
    { on: "2027-01-01", goalDay: "2026-06-22" },
  ])("on $on it is judged by the goals of $goalDay", ({ on, goalDay }) => {
    expect(goalDayOf(round, on)).toBe(goalDay);
  });

  test("time only moves forward", () => {
    const calendars = daysFrom("2026-05-10", "2026-06-30").map((on) =>
      roundCalendar(round, on, []),
    );
    const order = ["before", "running", "sweeping", "ended"];

    for (const [index, next] of calendars.slice(1).entries()) {
      const previous = calendars[index];
      expect(next.day).toBeGreaterThanOrEqual(previous?.day ?? 0);
      expect(order.indexOf(next.phase)).toBeGreaterThanOrEqual(
        order.indexOf(previous?.phase ?? "before"),
      );
    }
  });
});

describe("closed days", () => {
  test.each([
    { on: "2026-05-20", day: 2, after: 26, why: "one before it and one after it are closed" },
    { on: "2026-05-21", day: 2, after: 26, why: "it is closed itself" },
    { on: "2026-05-22", day: 3, after: 25, why: "it is the day after" },
    { on: "2026-06-18", day: 28, after: 3, why: "a sweeping day is closed too" },
  ])("on $on service day $day of 28, $after after it: $why", ({ on, day, after }) => {
    const closed = ["2026-05-19", "2026-05-21", "2026-06-01", "2026-06-20", "2026-07-01"];
    expect(roundCalendar(round, on, closed)).toMatchObject({
      day,
      days: 28,
      daysAfter: after,
      closed: 3,
    });
  });

  test("are counted as none where no day would be left", () => {
    const all = daysFrom(round.startsOn, round.endsOn);
    expect(roundCalendar(round, "2026-05-20", all)).toEqual(roundCalendar(round, "2026-05-20", []));
  });

  test("are what counting the open days one by one says, on any day of any round", () => {
    const anyClosed = fc.uniqueArray(fc.integer({ min: -3, max: 45 }), { maxLength: 25 });
    fc.assert(
      fc.property(anyClosed, fc.integer({ min: -3, max: 45 }), (chosen, index) => {
        const closed = chosen.map((each) => addDays(round.startsOn, each));
        const on = addDays(round.startsOn, index);
        const open = (first: string, last: string) =>
          daysFrom(first, last).filter((day) => !closed.includes(day));
        const service = open(round.startsOn, round.endsOn);
        fc.pre(service.length > 0);
        const calendar = roundCalendar(round, on, closed);
        const ahead =
          roundPhase(round, on) === "sweeping" ? open(round.endsOn, lastDay(round)) : service;

        expect(calendar).toEqual({
          phase: roundPhase(round, on),
          day: service.filter((day) => day <= on).length,
          days: service.length,
          daysAfter: ahead.filter((day) => day > on).length,
          closed: 31 - service.length,
        });
      }),
    );
  });

  test("of a whole are those of all its parts", () => {
    expect(daysOfAll([["a", "b"], ["b", "c"], ["b"]])).toEqual(["b"]);
    expect(daysOfAll([["a"], []])).toEqual([]);
    expect(daysOfAll([])).toEqual([]);
  });
});

describe("a day of the round", () => {
  test.each([
    { on: "2026-05-17", today: "2026-05-17", found: null },
    { on: "2026-05-18", today: "2026-05-18", found: { day: "2026-05-18", isPast: false } },
    { on: "2026-06-03", today: "2026-06-04", found: { day: "2026-06-03", isPast: true } },
    { on: "2026-06-22", today: "2026-06-22", found: { day: "2026-06-22", isPast: false } },
    { on: "2026-06-23", today: "2026-06-23", found: null },
  ])("$on, looked at on $today", ({ on, today, found }) => {
    expect(dayOfRound(round, on, today)).toEqual(found);
  });
});

test("reports may be about sweeping days, else about the last service day", () => {
  expect(lastDay(round)).toBe("2026-06-22");
  expect(lastDay(withoutSweeping)).toBe("2026-06-17");
});

describe("the round of a day", () => {
  // PIN Polio 2024 in Lebak.
  const first = {
    ...withoutSweeping,
    startsOn: "2024-07-23",
    endsOn: "2024-07-29",
    sweepingEndsOn: "2024-08-01",
  };
  const second = { ...withoutSweeping, number: 2, startsOn: "2024-08-06", endsOn: "2024-08-12" };

  test.each([
    { on: "2024-07-01", number: 1, why: "nothing has begun" },
    { on: "2024-07-23", number: 1, why: "it begins" },
    { on: "2024-07-31", number: 1, why: "it is swept" },
    { on: "2024-08-04", number: 1, why: "the next has not begun" },
    { on: "2024-08-06", number: 2, why: "it begins" },
    { on: "2024-12-31", number: 2, why: "it was the last" },
  ])("on $on round $number: $why", ({ on, number }) => {
    expect(roundOn([first, second], on).number).toBe(number);
  });

  test("a campaign without a round is a defect", () => {
    expect(() => roundOn([], "2024-07-23")).toThrow(RangeError);
  });
});
