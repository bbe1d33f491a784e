import { describe, expect, it, test } from "vitest";

import { typingTime } from "@/lib/report/typing-time";

const dayBegins = new Date("2026-06-03T17:00:00Z");
const receivedAt = new Date("2026-06-06T02:00:00Z");

function typed(submittedAt: string | null, sentAt: string | null, believedFrom?: string) {
  const instant = (text: string | null) => (text === null ? null : new Date(text));
  return typingTime({
    submittedAt: instant(submittedAt),
    sentAt: instant(sentAt),
    receivedAt,
    dayBegins,
    believedFrom: instant(believedFrom ?? null),
  }).toISOString();
}

describe("the hour at which a report was typed", () => {
  it("is the receipt less the time that it lay on the device", () => {
    expect(typed("2026-06-04T07:00:00Z", "2026-06-06T01:59:00Z")).toBe("2026-06-04T07:01:00.000Z");
  });

  it.each([
    ["a year ahead", "2027-06-04T07:00:00Z", "2027-06-06T02:00:00Z"],
    ["ten years behind", "2016-06-04T07:00:00Z", "2016-06-06T02:00:00Z"],
  ])("is right though the device's clock is %s", (_, submittedAt, sentAt) => {
    expect(typed(submittedAt, sentAt)).toBe("2026-06-04T07:00:00.000Z");
  });

  it.each([
    [
      "before the device's last contact: at that contact",
      "2026-06-05T03:00:00Z",
      "2026-06-05T03:00:00.000Z",
    ],
    ["after it: as claimed", "2026-06-04T06:00:00Z", "2026-06-04T07:00:00.000Z"],
    [
      "before a contact that came meanwhile: at the receipt",
      "2026-06-06T02:00:01Z",
      "2026-06-06T02:00:00.000Z",
    ],
  ])("is, when it claims to be %s", (_, believedFrom, expected) => {
    expect(typed("2026-06-04T07:00:00Z", "2026-06-06T02:00:00Z", believedFrom)).toBe(expected);
  });

  test.each([
    ["no hour of sending is told, as by a program", "2026-06-04T07:00:00Z", null],
    ["no hour of typing is told", null, "2026-06-06T02:00:00Z"],
    ["it was typed after it was sent", "2026-06-06T03:00:00Z", "2026-06-06T02:00:00Z"],
    ["it waited more than 14 days", "2026-06-04T07:00:00Z", "2026-06-18T07:00:01Z"],
    ["it was typed before its day began", "2026-06-03T16:59:59Z", "2026-06-06T02:00:00Z"],
  ])("is the receipt when %s", (_, submittedAt, sentAt) => {
    expect(typed(submittedAt, sentAt)).toBe(receivedAt.toISOString());
  });
});
