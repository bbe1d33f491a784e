import fc from "fast-check";

import { columns, rounds, units } from "./roll-up-campaign";

/** Something that a person or program does to a campaign: one transaction. */
export type Operation =
  | { readonly kind: "report"; readonly reports: readonly Report[] }
  | { readonly kind: "correct"; readonly cell: Cell; readonly residents: number }
  | { readonly kind: "addToAll"; readonly column: number; readonly residents: number }
  | { readonly kind: "removeTally"; readonly cell: Cell }
  | { readonly kind: "removeReport"; readonly place: Place }
  | { readonly kind: "removeUnitReports"; readonly unit: string }
  | {
      readonly kind: "settle";
      readonly units: readonly string[];
      readonly status: "submitted" | "verified" | "returned";
    }
  | { readonly kind: "importTargets"; readonly source: string; readonly rows: readonly TargetRow[] }
  | {
      readonly kind: "moveRound";
      readonly round: number;
      readonly days: number;
      readonly sweeping: number;
    };

export type Place = { readonly unit: string; readonly round: number; readonly dayOfRound: number };
export type Cell = Place & { readonly column: number };
export type Report = Place & {
  readonly isOnTime: boolean;
  readonly tallies: readonly {
    readonly column: number;
    readonly residents: number;
    readonly nonResidents: number;
  }[];
};
export type TargetRow = {
  readonly unit: string;
  readonly column: number;
  readonly round: number;
  readonly people: number;
};

const place = {
  unit: fc.constantFrom(...units),
  round: fc.constantFrom(...rounds),
  dayOfRound: fc.integer({ min: 0, max: 4 }),
};
const column = fc.integer({ min: 0, max: columns.length - 1 });
const cell = fc.record({ ...place, column });
const count = fc.integer({ min: 0, max: 300 });

const report: fc.Arbitrary<Report> = fc.record({
  ...place,
  isOnTime: fc.boolean(),
  tallies: fc.uniqueArray(fc.record({ column, residents: count, nonResidents: count }), {
    maxLength: columns.length,
    selector: (tally) => tally.column,
  }),
});

/** What is done to reports. */
export const reportOperation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("report" as const),
      reports: fc.uniqueArray(report, { minLength: 1, maxLength: 6, selector: placeName }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("correct" as const), cell, residents: count }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("addToAll" as const), column, residents: count }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("removeTally" as const), cell }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("removeReport" as const), place: fc.record(place) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("removeUnitReports" as const), unit: place.unit }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("settle" as const),
      units: fc.uniqueArray(place.unit, { minLength: 1 }),
      status: fc.constantFrom("submitted", "verified", "returned"),
    }),
  },
);

export const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 22, arbitrary: reportOperation },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("importTargets" as const),
      source: fc.constantFrom("local", "pusdatin"),
      rows: fc.uniqueArray(
        fc.record({
          unit: place.unit,
          column,
          round: fc.constantFrom(0, ...rounds),
          people: fc.integer({ min: 0, max: 2_000 }),
        }),
        {
          minLength: 1,
          maxLength: 10,
          selector: (row) => `${row.unit} ${row.column} ${row.round}`,
        },
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("moveRound" as const),
      round: place.round,
      days: fc.integer({ min: 1, max: 9 }),
      sweeping: fc.integer({ min: 0, max: 4 }),
    }),
  },
);

function placeName({ unit, round, dayOfRound }: Place): string {
  return `${unit} ${round} ${dayOfRound}`;
}
