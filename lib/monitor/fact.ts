import { z } from "zod";

import type { Round, TargetSource } from "@/lib/campaign/campaign";
import { readColumnKey, type ColumnKey, type NamedByColumn } from "@/lib/campaign/column-key";
import { unitKinds } from "@/lib/campaign/unit-kind";
import type { SetGrouping } from "@/lib/campaign/unit-set/unit-set";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { CountedFact } from "./counted-fact";
import type { DayAsked } from "./counts";
import type { PlaceKind } from "./place";

export type FactsQuery = {
  readonly by: PlaceKind;
  /** Which sets, where rows are sets. */
  readonly sets?: SetGrouping | undefined;
  readonly round: Round;
  readonly source: TargetSource;
  /** Counts up to and including this day; null: everything entered. */
  readonly asOf: CalendarDay | null;
  /** The day looked at, whose own figures come beside the counts; null: no day of the round. */
  readonly on: DayAsked | null;
  /** The campaign's local day of now, whatever day is looked at: findings are of now. */
  readonly today: CalendarDay;
  /** Only what lies in this subdistrict or village, or belongs to this set (still within the grant). */
  readonly within?: string | undefined;
};

const ofPlace = { place: z.string() };
const ofRow = { place: z.string(), code: z.string(), name: z.string() };
const [amount, beside] = [z.int(), z.int()];

/** What there is one of for each place and column; of a place all come in one row. */
const cellKinds = [
  "target",
  "otherTarget",
  "dose",
  "dayDose",
  "untargeted",
  "untargetedOnDay",
] as const satisfies readonly CountedFact["kind"][];

/**
 * A row of the one statement that brings all kinds: its columns are the same for each (`code`,
 * `name`, `amount`, `beside`), and here is said what they are of which.
 */
export const fact = z.discriminatedUnion("kind", [
  z
    .object({ kind: z.literal("place"), ...ofRow, amount })
    .transform(({ amount: units, ...row }) => ({ ...row, units })),
  z
    .object({ kind: z.literal("unitsOfKind"), ...ofPlace, code: z.enum(unitKinds), amount })
    .transform(({ kind, place, code: unitKind, amount: units }) => ({
      kind,
      place,
      unitKind,
      units,
    })),
  z.object({ kind: z.enum(cellKinds), ...ofRow }).transform(factsOfCells),
  z
    .object({ kind: z.literal("report"), ...ofPlace, amount, beside })
    .transform(({ kind, place, amount: reports, beside: completeDays }) => ({
      kind,
      place,
      reports,
      completeDays,
    })),
  z
    .object({ kind: z.literal("due"), ...ofPlace, amount, beside })
    .transform(({ kind, place, amount: reports, beside: ofDay }) => ({
      kind,
      place,
      reports,
      ofDay,
    })),
  z
    .object({ kind: z.literal("closed"), ...ofPlace, code: z.iso.date() })
    .transform(({ kind, place, code: day }) => ({ kind, place, day })),
  z
    .object({ kind: z.literal("dayReport"), ...ofPlace, amount })
    .transform(({ kind, place, amount: reports }) => ({ kind, place, reports })),
  z
    .object({ kind: z.literal("completeDays"), ...ofPlace, amount })
    .transform(({ kind, place, amount: days }) => ({ kind, place, days })),
]);

/** Columns as they were read last: those of one place are, as a rule, those of the next. */
let lastRead: { readonly code: string; readonly columns: readonly NamedByColumn[] } | null = null;

function columnsIn(code: string): readonly NamedByColumn[] {
  if (lastRead?.code === code) return lastRead.columns;
  const columns = code.split(" ").map((key) => readColumnKey(key as ColumnKey));
  lastRead = { code, columns };
  return columns;
}

/** A row of cells (`cellRows`): `code` has their columns, `name` three numbers of each. */
function factsOfCells({
  kind,
  place,
  code,
  name,
}: {
  readonly kind: (typeof cellKinds)[number];
  readonly place: string;
  readonly code: string;
  readonly name: string;
}): CountedFact[] {
  const numbers = name.split(" ").map(Number);
  if (!numbers.every(Number.isSafeInteger)) throw new RangeError(`${kind} of ${place}: ${name}`);
  return columnsIn(code).map(({ intervention, targetGroup }, index): CountedFact => {
    const amount = numbers[3 * index] ?? 0;
    const beside = numbers[3 * index + 1] ?? 0;
    const third = numbers[3 * index + 2] ?? 0;
    switch (kind) {
      case "target": {
        const detail = third < 0 ? null : third;
        return { kind, place, intervention, targetGroup, people: amount, units: beside, detail };
      }
      case "otherTarget":
        return { kind, place, intervention, targetGroup, people: amount };
      case "dose": {
        const [residents, nonResidents, unverified] = [amount, beside, third];
        return { kind, place, intervention, targetGroup, residents, nonResidents, unverified };
      }
      default:
        return { kind, place, intervention, targetGroup, residents: amount };
    }
  });
}
