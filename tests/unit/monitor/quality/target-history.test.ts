import { describe, expect, test } from "vitest";

import { peopleBefore, versionsOfRound } from "@/lib/monitor/quality/target-history";

/** A number a set, from set 1 on. */
const versions = (...people: number[]) =>
  people.map((each, index) => ({ set: index + 1, people: each }));

describe("a target population is compared with the number that reports came on", () => {
  test.each([
    { case: "the only number", people: [100], reportedOn: [1], before: null },
    { case: "the same number again", people: [100, 100], reportedOn: [1, 2], before: null },
    { case: "another number", people: [100, 150], reportedOn: [1], before: 100 },
    {
      case: "another number, loaded once more",
      people: [100, 150, 150],
      reportedOn: [1],
      before: 100,
    },
    {
      case: "another number, loaded once more after reports",
      people: [100, 150, 150],
      reportedOn: [1, 2],
      before: 100,
    },
    { case: "two steps between reports", people: [100, 110, 130], reportedOn: [1], before: 100 },
    {
      case: "two steps, reports on each",
      people: [100, 110, 130],
      reportedOn: [1, 2],
      before: 110,
    },
    {
      case: "a slip put right before a report",
      people: [100, 900, 100],
      reportedOn: [1],
      before: 100,
    },
    {
      case: "a slip that reports came on",
      people: [100, 900, 100],
      reportedOn: [1, 2],
      before: 900,
    },
    { case: "no report yet", people: [100, 110, 150], reportedOn: [], before: 110 },
    {
      case: "reports on the number in force alone",
      people: [100, 150],
      reportedOn: [2],
      before: 100,
    },
  ])("$case", ({ people, reportedOn, before }) => {
    expect(peopleBefore(versions(...people), reportedOn)).toBe(before);
  });

  test("also where a set between did not name the cell", () => {
    const named = [
      { set: 1, people: 100 },
      { set: 3, people: 150 },
    ];
    expect(peopleBefore(named, [2])).toBe(100);
  });

  test("and with nothing where there is no number", () => {
    expect(peopleBefore([], [1])).toBeNull();
  });
});

test("a number for a round replaces the one for every round from its set on", () => {
  const every = versions(100, 110, 120);

  expect(versionsOfRound(every, [{ set: 2, people: 150 }])).toEqual([
    { set: 1, people: 100 },
    { set: 2, people: 150 },
  ]);
  expect(versionsOfRound(every, [])).toEqual(every);
});
