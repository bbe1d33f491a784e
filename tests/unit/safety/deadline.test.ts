import { describe, expect, it, test } from "vitest";

import { deadlineOf, dueAt, isAwaiting, isLate, isToldLate, spanOf } from "@/lib/safety/deadline";

const hour = 3_600_000;

const event = {
  isSerious: true,
  foundAt: "2026-06-04T03:00:00.000Z",
  toldDistrictAt: "2026-06-04T06:20:00.000Z",
  toldProvinceAt: null,
  toldNationAt: null,
};
const after = (hours: number, minutes = 0) =>
  new Date(Date.parse(event.foundAt) + hours * hour + minutes * 60_000);
const told = (to: "toldDistrictAt" | "toldProvinceAt" | "toldNationAt", at: Date) => ({
  ...event,
  [to]: at.toISOString(),
});

describe("the deadline of an adverse event", () => {
  it("is 24 hours to the kabupaten, 72 to the province, 7 days to the nation", () => {
    expect(dueAt(event, "district")).toEqual(after(24));
    expect(dueAt(event, "province")).toEqual(after(72));
    expect(dueAt(event, "nation")).toEqual(after(168));
  });

  // Event 014 of the picture: found at 10.00, looked at on the same day at 17.05 WIB.
  it("says what is left in whole hours under 72, then in whole days", () => {
    const at = after(7, 5);
    expect(deadlineOf(event, "district", at)).toEqual({
      state: "told",
      after: { unit: "hours", count: 3 },
    });
    expect(deadlineOf(event, "province", at)).toEqual({
      state: "running",
      left: { unit: "hours", count: 64 },
    });
    expect(deadlineOf(event, "nation", at)).toEqual({
      state: "running",
      left: { unit: "days", count: 6 },
    });
  });

  test.each([
    { to: "district", hours: 24, field: "toldDistrictAt" },
    { to: "province", hours: 72, field: "toldProvinceAt" },
    { to: "nation", hours: 168, field: "toldNationAt" },
  ] as const)("is kept at its last moment and broken after it: $to", ({ to, hours, field }) => {
    const last = after(hours);
    const next = new Date(last.getTime() + 1);
    expect(deadlineOf(told(field, last), to, next).state).toBe("told");
    expect(deadlineOf(told(field, next), to, next)).toEqual({
      state: "toldLate",
      by: { unit: "hours", count: 0 },
    });
    if (to === "district") return;
    expect(deadlineOf(event, to, last)).toEqual({
      state: "running",
      left: { unit: "hours", count: 0 },
    });
    expect(deadlineOf(event, to, next)).toEqual({
      state: "overdue",
      by: { unit: "hours", count: 0 },
    });
  });

  // Event 012 of the picture: told 33 hours after it was found.
  it("counts how late it was told, also of one that is not serious", () => {
    const mild = { ...told("toldDistrictAt", after(33)), isSerious: false };
    expect(deadlineOf(mild, "district", after(60))).toEqual({
      state: "toldLate",
      by: { unit: "hours", count: 9 },
    });
    expect(isLate(mild, after(60))).toBe(true);
    expect(isToldLate(mild)).toBe(true);
  });

  it("is the month's report above the kabupaten for one that is not serious", () => {
    const mild = { ...event, isSerious: false };
    expect(deadlineOf(mild, "province", after(1_000))).toEqual({ state: "monthly" });
    expect(deadlineOf(mild, "nation", after(1_000))).toEqual({ state: "monthly" });
    expect(isLate(mild, after(1_000))).toBe(false);
    expect(isAwaiting(mild)).toBe(false);
  });

  it("waits until province and nation are told", () => {
    expect(isAwaiting(event)).toBe(true);
    const province = told("toldProvinceAt", after(12));
    expect(isAwaiting(province)).toBe(true);
    expect(isAwaiting({ ...province, toldNationAt: after(90).toISOString() })).toBe(false);
    expect(isLate(province, after(168))).toBe(false);
    expect(isLate(province, after(168, 1))).toBe(true);
    expect(isToldLate(province)).toBe(false);
  });
});

describe("a span", () => {
  test.each([
    [0, "hours", 0],
    [59 * 60_000, "hours", 0],
    [hour, "hours", 1],
    [72 * hour - 1, "hours", 71],
    [72 * hour, "days", 3],
    [96 * hour - 1, "days", 3],
    [20 * 24 * hour, "days", 20],
  ] as const)("of %d ms is %s %d", (milliseconds, unit, count) => {
    expect(spanOf(milliseconds)).toEqual({ unit, count });
  });
});
