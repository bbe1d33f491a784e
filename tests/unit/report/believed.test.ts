import { describe, expect, it } from "vitest";

import { believedAfter } from "@/lib/report/believed";

const at = (time: string, day = "06") => new Date(`2026-06-${day}T${time}:00Z`);
const receivedAt = at("10:00");

function believed({
  sentAt = receivedAt,
  waitingSince,
  reports = [{ typedAt: at("09:00"), isSettled: true }],
}: {
  sentAt?: Date | null;
  waitingSince: Date | null;
  reports?: { typedAt: Date; isSettled: boolean }[];
}) {
  return believedAfter({ receivedAt, sentAt, waitingSince, reports }).toISOString();
}

describe("a device is believed from", () => {
  it("the contact on, when nothing else waits there", () => {
    expect(believed({ waitingSince: receivedAt })).toBe(receivedAt.toISOString());
  });

  it("the oldest hour of typing that still waits there", () => {
    expect(believed({ waitingSince: at("08:00", "04") })).toBe("2026-06-04T08:00:00.000Z");
  });

  it("the same, though its clock is a year ahead", () => {
    const ahead = (time: string, day: string) => new Date(`2027-06-${day}T${time}:00Z`);
    expect(believed({ sentAt: ahead("10:00", "06"), waitingSince: ahead("08:00", "04") })).toBe(
      "2026-06-04T08:00:00.000Z",
    );
  });

  it("no more than 14 days back, and never a time to come", () => {
    expect(
      believed({ waitingSince: at("10:00", "01"), sentAt: new Date("2026-07-06T10:00Z") }),
    ).toBe("2026-05-23T10:00:00.000Z");
    expect(believed({ waitingSince: at("12:00") })).toBe(receivedAt.toISOString());
  });

  it("what the answer leaves on it: a conflict, or a reason that is asked for", () => {
    const reports = [
      { typedAt: at("09:00"), isSettled: true },
      { typedAt: at("07:00", "05"), isSettled: false },
    ];
    expect(believed({ waitingSince: receivedAt, reports })).toBe("2026-06-05T07:00:00.000Z");
  });

  it("the newest report, when it does not say what else waits: it sends in the order of typing", () => {
    const reports = [
      { typedAt: at("07:00", "04"), isSettled: true },
      { typedAt: at("07:00", "05"), isSettled: true },
    ];
    expect(believed({ waitingSince: null, reports })).toBe("2026-06-05T07:00:00.000Z");
    expect(believed({ waitingSince: null, sentAt: null, reports })).toBe(
      "2026-06-05T07:00:00.000Z",
    );
  });

  it("the contact on, for who does not say when anything was typed", () => {
    const reports = [{ typedAt: receivedAt, isSettled: true }];
    expect(believed({ waitingSince: null, sentAt: null, reports })).toBe(receivedAt.toISOString());
  });
});
