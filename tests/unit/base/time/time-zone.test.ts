import { describe, expect, test } from "vitest";

import {
  instantOf,
  localDay,
  localTime,
  timeZoneNames,
  timeZones,
} from "@/lib/base/time/time-zone";

describe("the local day at an instant", () => {
  test.each([
    { zone: "Asia/Jakarta", at: "2026-06-04T16:59:00Z", day: "2026-06-04", time: "23:59" },
    { zone: "Asia/Jakarta", at: "2026-06-04T17:01:00Z", day: "2026-06-05", time: "00:01" },
    { zone: "Asia/Pontianak", at: "2026-06-04T16:59:59Z", day: "2026-06-04", time: "23:59" },
    { zone: "Asia/Pontianak", at: "2026-06-04T17:00:00Z", day: "2026-06-05", time: "00:00" },
    { zone: "Asia/Makassar", at: "2026-06-04T15:59:00Z", day: "2026-06-04", time: "23:59" },
    { zone: "Asia/Makassar", at: "2026-06-04T16:01:00Z", day: "2026-06-05", time: "00:01" },
    { zone: "Asia/Jayapura", at: "2026-06-04T14:59:00Z", day: "2026-06-04", time: "23:59" },
    { zone: "Asia/Jayapura", at: "2026-06-04T15:01:00Z", day: "2026-06-05", time: "00:01" },
    { zone: "Asia/Jayapura", at: "2026-12-31T15:01:00Z", day: "2027-01-01", time: "00:01" },
  ] as const)("$at is $day $time in $zone", ({ zone, at, day, time }) => {
    expect(localDay(new Date(at), zone)).toBe(day);
    expect(localTime(new Date(at), zone)).toBe(time);
  });

  test("one instant is two days in one country", () => {
    const at = new Date("2026-06-04T15:30:00Z");

    expect(timeZones.map((zone) => localDay(at, zone))).toEqual([
      "2026-06-04",
      "2026-06-04",
      "2026-06-04",
      "2026-06-05",
    ]);
  });

  test("agrees with the time zone database all year", () => {
    for (const zone of timeZones) {
      const theirs = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" });
      for (let hour = 0; hour < 366 * 24; hour += 7) {
        const at = new Date(Date.UTC(2026, 0, 1, hour));
        expect(localDay(at, zone)).toBe(theirs.format(at));
      }
    }
  });
});

describe("the cut-off hour of a day", () => {
  test.each([
    { zone: "Asia/Jakarta", instant: "2026-06-04T09:00:00.000Z" },
    { zone: "Asia/Pontianak", instant: "2026-06-04T09:00:00.000Z" },
    { zone: "Asia/Makassar", instant: "2026-06-04T08:00:00.000Z" },
    { zone: "Asia/Jayapura", instant: "2026-06-04T07:00:00.000Z" },
  ] as const)("16.00 in $zone is $instant", ({ zone, instant }) => {
    expect(instantOf("2026-06-04", "16:00", zone).toISOString()).toBe(instant);
    expect(instantOf("2026-06-04", "16:00:00", zone).toISOString()).toBe(instant);
  });

  test.each(timeZones)("comes back as the same day and hour in %s", (zone) => {
    for (const hour of ["00:00", "06:30", "23:59"]) {
      const at = instantOf("2026-12-31", hour, zone);
      expect([localDay(at, zone), localTime(at, zone)]).toEqual(["2026-12-31", hour]);
    }
  });
});

test("people call the zones WIB, WITA, and WIT", () => {
  expect(new Set(Object.values(timeZoneNames))).toEqual(new Set(["WIB", "WITA", "WIT"]));
});
