import { addDays, type CalendarDay } from "@/lib/base/time/calendar-day";

import { drawDown, type OnHand, type Outlook } from "./run-out";
import { rateFor, stockFor, vialsFor, type Opened, type Rate } from "./rate";
import { isUsableOn } from "./stock";

/** People who are still to be reached for the goal; or why nobody can say how many. */
export type Wanted =
  | {
      readonly kind: "known";
      readonly people: number;
      /** A day from now to the last day; null: no day is left, or nobody is wanted. */
      readonly perDay: number | null;
    }
  | { readonly kind: "noGoal" | "noTarget" };

type StockFacts = {
  readonly stock: readonly (OnHand & { readonly dosesPerVial: number | null })[];
  /** Usage up to the end of this day is counted; the outlook begins on the next. */
  readonly baseDay: CalendarDay;
  /** The last day on which doses may be given. */
  readonly lastDay: CalendarDay;
  /** null: nothing was used of late. */
  readonly recent: Rate | null;
  readonly wanted: Wanted;
  readonly opened: Opened | null;
};

/** Amounts are told in vials where all are of one size, else in doses. */
type Amounts = { readonly need: number; readonly have: number };

type Enough =
  | { readonly kind: "noGoal" | "noTarget" | "noStock" }
  | {
      readonly kind: "enough" | "short";
      readonly people: number;
      readonly doses: Amounts;
      readonly vials: Amounts | null;
    };

/** What expires unused by the last day, at a rate. */
type Unused = { readonly doses: number; readonly batches: readonly string[] };

export type StockAnswers = {
  readonly enough: Enough;
  /** At the recent and at the required pace; null: not known. */
  readonly atRecent: Outlook | null;
  readonly atRequired: Outlook | null;
  readonly recent: Rate | null;
  readonly required: Rate | null;
  /** People a day that the goal asks for. */
  readonly requiredPeople: number | null;
  readonly unusedAtRecent: Unused;
  readonly unusedAtRequired: Unused | null;
  /** What lies there and expired already. */
  readonly expiredAlready: number;
  /** Doses per vial of all that lies there; null: of several sizes, or not known. */
  readonly vialSize: number | null;
};

/** Is it enough for the goal, when does it run out, how much expires unused. */
export function stockAnswersOf(facts: StockFacts): StockAnswers {
  const { stock, baseDay, lastDay, recent, wanted, opened } = facts;
  const from = addDays(baseDay, 1);
  const usable = stock.filter((batch) => isUsableOn(batch, from));
  const have = sumOf(usable);
  const vialSize = sizeOf(usable);
  const requiredPeople = wanted.kind === "known" ? wanted.perDay : null;
  const required = requiredPeople === null ? null : rateFor(requiredPeople, opened);
  const atRecent = recent && drawDown(usable, recent, from);
  const atRequired = required && drawDown(usable, required, from);
  return {
    enough: enoughFor(wanted, { have, vialSize, opened }),
    atRecent,
    atRequired,
    recent,
    required,
    requiredPeople,
    unusedAtRecent: unusedBy(lastDay, atRecent ?? drawDown(usable, { doses: 0, days: 1 }, from)),
    unusedAtRequired: atRequired && unusedBy(lastDay, atRequired),
    expiredAlready: sumOf(stock.filter((batch) => !isUsableOn(batch, from))),
    vialSize,
  };
}

function enoughFor(
  wanted: Wanted,
  {
    have,
    vialSize,
    opened,
  }: {
    readonly have: number;
    readonly vialSize: number | null;
    readonly opened: Opened | null;
  },
): Enough {
  if (wanted.kind !== "known") return { kind: wanted.kind };
  const { people } = wanted;
  const doses = { need: stockFor(people, opened), have };
  const vials =
    vialSize === null
      ? null
      : { need: vialsFor(people, vialSize, opened), have: Math.floor(have / vialSize) };
  const { need, have: there } = vials ?? doses;
  return { kind: there >= need ? "enough" : "short", people, doses, vials };
}

function unusedBy(lastDay: CalendarDay, { expired }: Outlook): Unused {
  const inTime = expired.filter(({ day }) => day <= lastDay);
  return {
    doses: sumOf(inTime),
    batches: inTime.filter(({ doses }) => doses > 0).map(({ batch }) => batch),
  };
}

function sizeOf(stock: StockFacts["stock"]): number | null {
  const sizes = new Set(stock.filter(({ doses }) => doses > 0).map((each) => each.dosesPerVial));
  const [size = null] = sizes;
  return sizes.size === 1 ? size : null;
}

function sumOf(rows: readonly { readonly doses: number }[]): number {
  return rows.reduce((sum, { doses }) => sum + doses, 0);
}
