import { describe, expect, test } from "vitest";

import { parseCompletenessParams } from "@/lib/monitor/completeness/params";

import { campaignOf } from "./coverage-view-campaign";

const one = campaignOf({});
const two = campaignOf({ hasSecondRound: true });

describe("the day of a completeness screen", () => {
  test.each([
    { today: "2026-06-04", day: "2026-06-04", until: "2026-06-04", why: "today" },
    {
      today: "2026-06-30",
      day: "2026-06-17",
      until: "2026-06-17",
      why: "the last, once it is over",
    },
    {
      today: "2026-05-01",
      day: "2026-05-18",
      until: "2026-05-01",
      why: "the first, before it begins",
    },
  ])("is $why", ({ today, day, until }) => {
    expect(parseCompletenessParams({}, one, today)).toMatchObject({
      day,
      until,
      isDayGiven: false,
      ignored: [],
    });
  });

  test("is the last service day while the round is swept, and a sweeping day when it is asked for", () => {
    const [round] = one.rounds;
    if (!round) throw new Error("no round");
    const swept = { ...one, rounds: [{ ...round, sweepingEndsOn: "2026-06-20" }] };
    expect(parseCompletenessParams({}, swept, "2026-06-19").day).toBe("2026-06-17");
    expect(parseCompletenessParams({ hari: "2026-06-18" }, swept, "2026-06-19").day).toBe(
      "2026-06-18",
    );
  });

  test("decides about the round when the address names none", () => {
    const asked = parseCompletenessParams({ hari: "2026-05-20" }, two, "2026-07-02");
    expect(asked).toMatchObject({ round: { number: 1 }, day: "2026-05-20" });
    expect(parseCompletenessParams({}, two, "2026-07-02").round.number).toBe(2);
    expect(parseCompletenessParams({ putaran: "1" }, two, "2026-07-02").day).toBe("2026-06-17");
  });
});

test.each([
  { query: { hari: "2026-06-05" }, why: "a day to come" },
  { query: { hari: "2026-06-31" }, why: "a day that does not exist" },
  { query: { hari: "2026-05-17" }, why: "a day before the first" },
  { query: { hari: "kemarin" }, why: "no day at all" },
  { query: { putaran: "9" }, why: "a round that is not there" },
])("$why opens the screen all the same and is named", ({ query }) => {
  const [[name, value] = []] = Object.entries(query);
  expect(parseCompletenessParams(query, one, "2026-06-04")).toMatchObject({
    day: "2026-06-04",
    round: { number: 1 },
    ignored: [{ name, value }],
  });
});
