import { describe, expect, it } from "vitest";

import { decideBatch, type BatchContext } from "@/lib/report/batch";
import { columnKeyOf } from "@/lib/campaign/column-key";
import { dosesOf } from "@/lib/campaign/measures";

import { camat, judged, nothingKnown, said, standing, unit } from "./judging";

const mrYoung = columnKeyOf({ intervention: "MR", targetGroup: "young" });

/** 222 doses up to the day before day 4. */
const known: BatchContext = {
  ...nothingKnown,
  doses: [{ unit, day: "2026-06-04", cell: mrYoung, doses: 222 }],
};

function cumulative(residents: number, figure: number, over: Parameters<typeof said>[0] = {}) {
  return said({ residents, cumulative: new Map([[mrYoung, figure]]), ...over });
}

const cell = { intervention: "MR", targetGroup: "young" };

describe("a cumulative figure", () => {
  it("that is the doses before with those of the day is stored", () => {
    expect(judged(cumulative(13, 235), known, camat()).outcome).toBe("stored");
  });

  it("that was computed from other doses before is rejected with both numbers", () => {
    expect(judged(cumulative(13, 230), known, camat()).problems).toEqual([
      { code: "cumulativeChanged", ...cell, before: 222, value: 230 },
    ]);
  });

  it("that falls is rejected with both numbers, and stored with a reason", () => {
    expect(judged(cumulative(-8, 214), known, camat()).problems).toEqual([
      { code: "cumulativeFell", ...cell, before: 222, value: 214 },
    ]);
    const explained = cumulative(-8, 214, { reason: { code: "cumulativeFell" } });
    expect(judged(explained, known, camat()).outcome).toBe("stored");
  });

  it("that falls is not explained by the choice between two versions", () => {
    const chosen = cumulative(-8, 214, { choice: { kept: "mine", over: 1 } });
    const others = { ...standing({ isOwn: false }), doses: known.doses };
    expect(judged(chosen, others, camat()).problem).toBe("cumulativeFell");
  });

  it("of a cell without doses before starts from 0", () => {
    expect(judged(cumulative(13, 13), nothingKnown, camat()).outcome).toBe("stored");
  });

  it("needs its other reason too, and says both at once", () => {
    const change = cumulative(-8, 214, { baseVersion: 1 });
    const others = { ...standing({ isOwn: false }), doses: known.doses };
    expect(judged(change, others, camat()).problems).toMatchObject([
      { code: "reasonNeeded" },
      { code: "cumulativeFell" },
    ]);
  });
});

describe("a report before a day that takes doses back", () => {
  const taken: BatchContext = {
    ...nothingKnown,
    doses: [{ unit, day: "2026-06-04", cell: mrYoung, doses: 5, takenLater: 10 }],
  };

  it("may leave just as much as that day takes", () => {
    expect(judged(said({ residents: 5 }), taken, camat()).outcome).toBe("stored");
  });

  it("may not leave less, also as a zero report", () => {
    const problem = { code: "belowZero", ...cell };
    expect(judged(said({ residents: 4 }), taken, camat()).problems).toEqual([
      { ...problem, before: 9, value: -1 },
    ]);
    const zero = { ...said(), content: { zero: true, tallies: [] } };
    expect(judged(zero, taken, camat()).problems).toEqual([{ ...problem, before: 5, value: -5 }]);
  });

  it("counts what the same batch changes before it", () => {
    const first = said({ day: "2026-06-03", residents: 3, submittedAt: "2026-06-03T02:00:00Z" });
    const { results } = decideBatch([said({ residents: 2 }), first], taken, camat());
    expect(results.map(({ outcome }) => outcome)).toEqual(["stored", "stored"]);
  });
});

describe("a report below a later day that was typed cumulatively", () => {
  /** The 5th stands as a cumulative 150, which may hold what was given on the 4th. */
  const later = { day: "2026-06-05", doses: 150 };
  const doses = [{ unit, day: "2026-06-04", cell: mrYoung, doses: 0, later }];
  const above: BatchContext = { ...nothingKnown, doses };
  const over10: BatchContext = { ...standing(), doses };
  const problem = { code: "laterCumulative", ...cell, later: "2026-06-05" };

  it("is rejected with the day and both numbers, however it was typed itself", () => {
    const problems = [{ ...problem, before: 150, value: 250 }];
    expect(judged(said({ residents: 100 }), above, camat()).problems).toEqual(problems);
    expect(judged(cumulative(100, 100), above, camat()).problems).toEqual(problems);
  });

  it("is rejected as an upward correction, and stored as a downward one", () => {
    const change = (residents: number) => said({ residents, baseVersion: 1 });
    expect(judged(change(12), over10, camat()).problems).toEqual([
      { ...problem, before: 160, value: 162 },
    ]);
    expect(judged(change(8), over10, camat()).outcome).toBe("stored");
  });

  it("is stored as a zero report, as what stands, and without residents", () => {
    const zero = { ...said(), content: { zero: true, tallies: [] } };
    expect(judged(zero, above, camat()).outcome).toBe("stored");
    expect(judged(said({ residents: 0 }), above, camat()).outcome).toBe("stored");
    expect(judged(said({ residents: 10 }), over10, camat()).outcome).toBe("replayed");
  });

  it("is stored where the later day counts other cells only", () => {
    const other: BatchContext = {
      ...above,
      doses: doses.map((each) => ({
        ...each,
        cell: columnKeyOf({ intervention: "MR", targetGroup: "old" }),
      })),
    };
    expect(judged(said({ residents: 100 }), other, camat()).outcome).toBe("stored");
    const none: BatchContext = { ...above, doses: doses.map((each) => ({ ...each, later: null })) };
    expect(judged(said({ residents: 100 }), none, camat()).outcome).toBe("stored");
  });

  it.each(["notInLater", "inLater"] as const)("is stored when it says which: %s", (code) => {
    const answered = said({ residents: 100, reason: { code } });
    expect(judged(answered, above, camat())).toMatchObject({
      outcome: "stored",
      written: { reason: { code } },
    });
  });

  it("is not explained by the reason of a change, nor by the choice between two versions", () => {
    const change = { residents: 12, baseVersion: 1 };
    const given = said({ ...change, reason: { code: "typingError" } });
    const chosen = said({ ...change, choice: { kept: "mine", over: 1 } });
    const others = { ...standing({ isOwn: false }), doses };
    expect(judged(given, others, camat()).problem).toBe("laterCumulative");
    expect(judged(chosen, others, camat()).problem).toBe("laterCumulative");
  });

  it("says all that is missing at once, and one answer is the reason of the change too", () => {
    const others = { ...standing({ isOwn: false }), doses };
    const change = said({ residents: 12, baseVersion: 1 });
    expect(judged(change, others, camat()).problems).toMatchObject([
      { code: "reasonNeeded" },
      { code: "laterCumulative" },
    ]);
    const answered = { ...change, reason: { code: "inLater" as const } };
    expect(judged(answered, others, camat()).outcome).toBe("stored");
  });

  it("counts what the same batch changed before it", () => {
    const first = said({ day: "2026-06-03", residents: 3, submittedAt: "2026-06-03T02:00:00Z" });
    const { results } = decideBatch([said({ residents: 2 }), first], above, camat());
    expect(results.map(({ problems }) => problems)).toEqual([
      [{ ...problem, before: 153, value: 155 }],
      [],
    ]);
  });
});

describe("cumulative figures of several days in one batch", () => {
  const days = ["2026-06-01", "2026-06-02", "2026-06-03"] as const;

  it("count on each other, in whatever order they were sent", () => {
    const batch = [
      cumulative(7, 32, { day: days[2], submittedAt: "2026-06-03T01:00:00Z" }),
      cumulative(10, 10, { day: days[0], submittedAt: "2026-06-01T01:00:00Z" }),
      cumulative(15, 25, { day: days[1], submittedAt: "2026-06-02T01:00:00Z" }),
    ];
    const { results } = decideBatch(batch, nothingKnown, camat());
    expect(results.map(({ id, outcome }) => [id, outcome])).toEqual(
      batch.map(({ id }) => [id, "stored"]),
    );
  });

  it("count from what a correction of an earlier day made of it", () => {
    const first = {
      version: 1,
      zero: false,
      receivedAt: "2026-06-03T01:00:00Z",
      receivedBy: "Camat Selat",
      isOwn: true,
      status: "submitted",
      returnReason: null,
      tallies: [{ ...cell, ...dosesOf({ residents: 10 }) }],
    } as const;
    const stored: BatchContext = {
      ...nothingKnown,
      reports: [{ unit, day: days[2], standing: { ...first, tallies: [...first.tallies] } }],
      doses: [{ unit, day: "2026-06-04", cell: mrYoung, doses: 10 }],
    };
    const correction = said({
      residents: 12,
      day: days[2],
      baseVersion: 1,
      submittedAt: "2026-06-03T02:00:00Z",
    });
    const outcomes = decideBatch([cumulative(5, 17), correction], stored, camat()).results;
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["stored", "stored"]);
  });

  it("do not count on one that was rejected", () => {
    const rejected = cumulative(10, 99, { day: days[0], submittedAt: "2026-06-01T01:00:00Z" });
    const after = cumulative(15, 25, { day: days[1], submittedAt: "2026-06-02T01:00:00Z" });
    const { results } = decideBatch([rejected, after], nothingKnown, camat());
    expect(results.map(({ problems }) => problems[0])).toMatchObject([
      { code: "cumulativeChanged", before: 0, value: 99 },
      { code: "cumulativeChanged", before: 0, value: 25 },
    ]);
  });

  it("of another village do not count", () => {
    const there = "62.03.01.1009";
    const batch = [
      said({ unit: there, day: days[0], submittedAt: "2026-06-01T01:00:00Z" }),
      cumulative(5, 5, { day: days[1], submittedAt: "2026-06-02T01:00:00Z" }),
    ];
    const both = {
      ...nothingKnown,
      units: new Map([unit, there].map((each) => [each, "village"] as const)),
    };
    expect(decideBatch(batch, both, camat()).results[1]?.outcome).toBe("stored");
  });
});
