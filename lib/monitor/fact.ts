import { z } from "zod";

import type { Round, TargetSource } from "@/lib/campaign/campaign";
import { unitKinds } from "@/lib/campaign/unit-kind";
import type { SetGrouping } from "@/lib/campaign/unit-set/unit-set";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

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
const ofCell = { place: z.string(), code: z.string(), name: z.string() };
const [amount, beside, unverified] = [z.int(), z.int(), z.int()];

/**
 * A row of the one statement that brings all kinds: its columns are the same for each (`code`,
 * `name`, `amount`, `beside`, `unverified`), and here is said what they are of which.
 */
export const fact = z.discriminatedUnion("kind", [
  z
    .object({ kind: z.literal("place"), ...ofCell, amount })
    .transform(({ amount: units, ...row }) => ({ ...row, units })),
  z
    .object({ kind: z.literal("unitsOfKind"), ...ofPlace, code: z.enum(unitKinds), amount })
    .transform(({ kind, place, code: unitKind, amount: units }) => ({
      kind,
      place,
      unitKind,
      units,
    })),
  z
    .object({ kind: z.literal("target"), ...ofCell, amount, beside, unverified })
    .transform(({ kind, amount: people, beside: units, unverified: detail, ...row }) => ({
      ...cellOfRow(row),
      kind,
      people,
      units,
      detail: detail < 0 ? null : detail,
    })),
  z
    .object({ kind: z.literal("otherTarget"), ...ofCell, amount })
    .transform(({ kind, amount: people, ...row }) => ({ ...cellOfRow(row), kind, people })),
  z
    .object({ kind: z.literal("dose"), ...ofCell, amount, beside, unverified })
    .transform(({ kind, amount: residents, beside: nonResidents, ...row }) => ({
      ...cellOfRow(row),
      kind,
      residents,
      nonResidents,
      unverified: row.unverified,
    })),
  z
    .object({ kind: z.enum(["dayDose", "untargeted", "untargetedOnDay"]), ...ofCell, amount })
    .transform(({ kind, amount: residents, ...row }) => ({ ...cellOfRow(row), kind, residents })),
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

function cellOfRow(row: { readonly place: string; readonly code: string; readonly name: string }) {
  return { place: row.place, intervention: row.code, targetGroup: row.name };
}
