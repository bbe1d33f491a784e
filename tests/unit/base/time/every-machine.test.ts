import { afterEach, expect, test } from "vitest";

import { roundCalendar } from "@/lib/campaign/calendar";
import { formats } from "@/lib/base/i18n/format";
import { addDays, daysBetween, daysFrom, weekday } from "@/lib/base/time/calendar-day";
import { instantOf, localDay, localTime, timeZones } from "@/lib/base/time/time-zone";

const own = process.env["TZ"];

afterEach(() => {
  if (own === undefined) delete process.env["TZ"];
  else process.env["TZ"] = own;
});

const round = {
  number: 1,
  plannedStartsOn: "2026-03-01",
  plannedEndsOn: "2026-03-31",
  startsOn: "2026-03-01",
  endsOn: "2026-03-31",
  sweepingEndsOn: "2026-04-05",
};

/** Everything that a screen says about days and hours, around two changes of the American clock. */
function said() {
  const instants = [
    "2026-03-08T07:59:59Z",
    "2026-03-08T10:00:00Z",
    "2026-06-04T14:59:00Z",
    "2026-06-04T15:01:00Z",
    "2026-11-01T08:30:00Z",
    "2026-12-31T17:00:00Z",
  ].map((text) => new Date(text));
  const { longDay, weekdayDay, day, shortDay, time } = formats("id");

  return {
    days: timeZones.map((zone) => instants.map((at) => localDay(at, zone))),
    hours: timeZones.map((zone) => instants.map((at) => localTime(at, zone))),
    written: instants.map((at) => time(at, "Asia/Makassar")),
    cutOff: timeZones.map((zone) => instantOf("2026-03-08", "16:00", zone).toISOString()),
    sums: [
      addDays("2026-03-07", 1),
      daysBetween("2026-03-07", "2026-03-09"),
      weekday("2026-03-08"),
    ],
    month: daysFrom("2026-03-01", "2026-03-31").map(weekday),
    calendar: daysFrom("2026-02-27", "2026-04-07").map((on) => roundCalendar(round, on, [])),
    names: ["2026-03-08", "2026-06-04", "2026-12-31"].map((on) => [
      longDay(on),
      weekdayDay(on),
      day(on),
      shortDay(on),
    ]),
  };
}

test.each(["Asia/Jakarta", "Asia/Jayapura", "America/Los_Angeles", "Asia/Kathmandu"])(
  "a server whose clock stands in %s says the same as one in UTC",
  (zone) => {
    process.env["TZ"] = "UTC";
    const inUtc = said();
    expect(new Date(0).getHours()).toBe(0);

    process.env["TZ"] = zone;
    // The process really lives there now; otherwise the next line would prove nothing.
    expect(new Date(0).getHours()).not.toBe(0);
    expect(said()).toEqual(inUtc);
  },
);
