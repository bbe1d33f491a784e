import { describe, expect, it } from "vitest";

import type { HeldRecord, RecordDeed } from "@/tests/proofs/faults/record-deeds";
import { judge, type Deed, type Held } from "@/tests/proofs/faults/verdict";

const at = { unit: "62.03.01.1001", day: "2026-06-04" };
const cell = "MR/9-59-bulan";

/** Two people write one cell, the second over the first: 13, then 15. */
const deeds: readonly Deed[] = [
  { ...at, id: "a", cells: { [cell]: 13 }, state: "confirmed" },
  { ...at, id: "b", cells: { [cell]: 15 }, state: "confirmed" },
];
const held: Held = {
  submissions: [
    { ...at, id: "a", version: 1, isEcho: false },
    { ...at, id: "b", version: 2, isEcho: false },
  ],
  reports: [{ ...at, version: 2, submission: "b" }],
  values: [
    { ...at, cell, submission: "a", residents: 13, isCurrent: false },
    { ...at, cell, submission: "b", residents: 15, isCurrent: true },
  ],
  rollUpDifferences: 0,
  coverage: { [`${at.unit} MR`]: 15 },
  records: { versions: [], standing: [], differences: 0 },
  brokenChain: null,
};

function verdictOf(change: Partial<Held>, changedDeeds = deeds) {
  const { lost, doubled, wrong } = judge(
    { deeds: changedDeeds, records: [] },
    { ...held, ...change },
  );
  return { lost, doubled, wrong };
}

describe("the verdict over a run", () => {
  it("finds nothing where every value that was confirmed is held", () => {
    expect(judge({ deeds, records: [] }, held)).toEqual({
      confirmed: 2,
      lost: 0,
      doubled: 0,
      wrong: 0,
      findings: [],
    });
  });

  it("calls a confirmed report that is not there lost", () => {
    const submissions = held.submissions.filter(({ id }) => id !== "a");
    expect(verdictOf({ submissions }).lost).toBe(1);
  });

  it("calls a report that a device still waits with at the end lost", () => {
    const waiting = { ...at, id: "c", cells: { [cell]: 1 }, state: "open" } as const;
    expect(verdictOf({}, [...deeds, waiting]).lost).toBe(1);
  });

  it("calls a deed that made two versions doubled, under whatever id it arrived", () => {
    const twice = {
      submissions: [...held.submissions, { ...at, id: "a2", version: 3, isEcho: false }],
    };
    const { doubled } = judge({ deeds, records: [] }, { ...held, ...twice }, (id) =>
      id === "a2" ? "a" : id,
    );
    expect(doubled).toBe(1);
  });

  it("does not call the same content sent again doubled", () => {
    const echo = { ...at, id: "b2", version: 2, isEcho: true };
    expect(verdictOf({ submissions: [...held.submissions, echo] })).toEqual({
      lost: 0,
      doubled: 0,
      wrong: 0,
    });
  });

  it("calls a cell with another value than the one confirmed wrong", () => {
    const values = held.values.map((value) =>
      value.isCurrent ? { ...value, residents: 51 } : value,
    );
    expect(verdictOf({ values, coverage: { [`${at.unit} MR`]: 51 } }).wrong).toBe(1);
  });

  it("calls an earlier value that history tells otherwise wrong", () => {
    const values = held.values.map((value) =>
      value.isCurrent ? value : { ...value, residents: 31 },
    );
    expect(verdictOf({ values }).wrong).toBe(1);
  });

  it("calls coverage that is not the sum of the cells wrong, and roll-ups, and the chain", () => {
    expect(verdictOf({ coverage: { [`${at.unit} MR`]: 28 } }).wrong).toBe(1);
    expect(verdictOf({ rollUpDifferences: 2 }).wrong).toBe(2);
    expect(verdictOf({ brokenChain: "entry 7" }).wrong).toBe(1);
  });

  it("knows that a zero report takes the cells away", () => {
    const zero = { ...at, id: "c", cells: {}, state: "confirmed" } as const;
    const nothing = verdictOf(
      {
        submissions: [...held.submissions, { ...at, id: "c", version: 3, isEcho: false }],
        reports: [{ ...at, version: 3, submission: "c" }],
        values: held.values.map((value) => ({ ...value, isCurrent: false })),
        coverage: {},
      },
      [...deeds, zero],
    );
    expect(nothing).toEqual({ lost: 0, doubled: 0, wrong: 0 });
  });
});

describe("the verdict over records", () => {
  const body = { location: "RT 4", reached: 17 };
  const sent: RecordDeed = { id: "s", record: "r", body, state: "confirmed" };
  const version: HeldRecord = { sent: "s", record: "r", version: 1, body };
  const records = { versions: [version], standing: [{ ...version, sent: "" }], differences: 0 };

  function verdictOn(change: Partial<Held["records"]>, deeds: readonly RecordDeed[] = [sent]) {
    const { lost, doubled, wrong } = judge(
      { deeds: [], records: deeds },
      {
        ...held,
        submissions: [],
        reports: [],
        values: [],
        coverage: {},
        records: { ...records, ...change },
      },
    );
    return { lost, doubled, wrong };
  }

  it("finds nothing where each is held once, as it was sent", () => {
    expect(verdictOn({})).toEqual({ lost: 0, doubled: 0, wrong: 0 });
  });

  it("calls one that is not there, or that a device still waits with, lost", () => {
    expect(verdictOn({ versions: [], standing: [] }).lost).toBe(1);
    expect(verdictOn({}, [{ ...sent, state: "open" }]).lost).toBe(1);
  });

  it("calls a version that nobody sent doubled", () => {
    const twice = { ...version, sent: "other", version: 2 };
    const standing = [{ ...twice, sent: "" }];
    expect(verdictOn({ versions: [version, twice], standing }).doubled).toBe(1);
  });

  it("calls one thing that was stored under two ids doubled, if each is known by the device's", () => {
    const twice = { ...version, sent: "renamed", version: 2 };
    const { doubled } = judge(
      { deeds: [], records: [sent] },
      {
        ...held,
        ...{ submissions: [], reports: [], values: [], coverage: {} },
        records: {
          versions: [version, twice],
          standing: [{ ...twice, sent: "" }],
          differences: 0,
        },
      },
      (id) => (id === "renamed" ? "s" : id),
    );
    expect(doubled).toBe(1);
  });

  it("calls one that the device gave up wrong where it is held, and nothing where it is not", () => {
    const settled = { ...sent, state: "settled" } as const;
    expect(verdictOn({}, [settled]).wrong).toBe(1);
    expect(verdictOn({ versions: [], standing: [] }, [settled])).toEqual({
      lost: 0,
      doubled: 0,
      wrong: 0,
    });
  });

  it("calls versions that are missing and sums that are others wrong", () => {
    expect(verdictOn({ differences: 3 }).wrong).toBe(3);
  });

  it("calls one that is held, or that stands, with other words wrong", () => {
    const other = { ...version, body: { ...body, reached: 20 } };
    expect(verdictOn({ versions: [other], standing: [{ ...other, sent: "" }] }).wrong).toBe(1);
    expect(verdictOn({ standing: [{ ...other, sent: "" }] }).wrong).toBe(1);
  });
});
