import { describe, expect, test } from "vitest";

import {
  addDays,
  daysBetween,
  daysFrom,
  daysInMonth,
  isCalendarDay,
  weekday,
} from "@/lib/base/time/calendar-day";

describe("a calendar day", () => {
  test.each([
    ["2026-06-04", true],
    ["2024-02-29", true],
    ["2000-02-29", true],
    ["2026-02-29", false],
    ["2100-02-29", false],
    // A vaccine batch in Anambas was said to expire on this day.
    ["2021-06-31", false],
    ["2026-13-01", false],
    ["2026-00-10", false],
    ["2026-10-00", false],
    ["2026-6-4", false],
    ["2026-06-04T00:00:00Z", false],
    ["04-06-2026", false],
    [" 2026-06-04", false],
    ["", false],
  ])("%j exists: %s", (text, exists) => {
    expect(isCalendarDay(text)).toBe(exists);
  });

  test.each([
    ["2021-06-31", 30],
    ["2026-02-30", 28],
    ["2024-02-30", 29],
    ["2026-12-01", 31],
    ["2026-13-01", null],
    ["2026-00-01", null],
    ["Juni", null],
  ])("the month of %s has %s days", (text, days) => {
    expect(daysInMonth(text)).toBe(days);
  });

  test.each([
    ["2026-05-31", 1, "2026-06-01"],
    ["2026-03-01", -1, "2026-02-28"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2026-12-31", 1, "2027-01-01"],
    // Clocks change here in Los Angeles and not in Indonesia.
    ["2026-03-07", 2, "2026-03-09"],
    ["2026-10-31", 2, "2026-11-02"],
    ["2026-06-04", 0, "2026-06-04"],
  ])("%s and %i days is %s", (day, count, then) => {
    expect(addDays(day, count)).toBe(then);
    expect(daysBetween(day, then)).toBe(count);
  });

  test("a campaign of 31 days has both its first and its last day", () => {
    const days = daysFrom("2026-05-18", "2026-06-17");

    expect(days).toHaveLength(31);
    expect(days.at(0)).toBe("2026-05-18");
    expect(days.at(-1)).toBe("2026-06-17");
  });

  test("no days lie between a day and the one before it", () => {
    expect(daysFrom("2026-06-04", "2026-06-03")).toEqual([]);
    expect(daysFrom("2026-06-04", "2026-06-04")).toEqual(["2026-06-04"]);
  });

  test("4 June 2026 is a Thursday, and a week has seven days", () => {
    expect(weekday("2026-06-04")).toBe(4);
    expect(daysFrom("2026-06-01", "2026-06-07").map(weekday)).toEqual([1, 2, 3, 4, 5, 6, 0]);
  });

  test("a day that does not exist is rejected, not moved", () => {
    expect(() => addDays("2021-06-31", 1)).toThrow(RangeError);
    expect(() => daysBetween("2026-06-04", "2026-06-31")).toThrow("no such day: 2026-06-31");
    expect(() => daysFrom("kemarin", "2026-06-04")).toThrow(RangeError);
  });
});
