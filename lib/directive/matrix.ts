import { daysBetween, type CalendarDay } from "@/lib/base/time/calendar-day";

import type { Addressee, Order } from "./directive";
import { followUpsIn, progressOf, type Progress, type ProgressPart } from "./progress";

/** Follow-ups of an order and an addressee that stand alike. */
type Counted = {
  readonly order: number;
  readonly addressee: number;
  readonly part: ProgressPart;
  readonly count: number;
};

type Asked = {
  readonly orders: readonly Order[];
  readonly addressees: readonly Addressee[];
  readonly cells: readonly Counted[];
};

export type Matrix = {
  /** A row for each addressee, a cell for each order; null: that order is not asked of it. */
  readonly rows: readonly {
    readonly addressee: Addressee;
    /** Who it is: one, or so many of a class. */
    readonly members: number;
    readonly cells: readonly (Progress | null)[];
  }[];
  /** Of each order. */
  readonly sums: readonly Progress[];
  readonly all: Progress;
  /** Who is asked, however many orders they have. */
  readonly members: number;
};

/** What was asked, as a table of addressees and orders with its sums. */
export function matrixOf({ orders, addressees, cells }: Asked): Matrix {
  const rows = addressees.map((addressee) => {
    const ofRow = cells.filter((cell) => cell.addressee === addressee.position);
    const counted = orders.map(({ position }) => {
      const found = ofRow.filter(({ order }) => order === position);
      return found.length === 0 ? null : progressOf(found);
    });
    const sizes = counted.map((progress) => (progress === null ? 0 : followUpsIn(progress)));
    return { addressee, members: Math.max(0, ...sizes), cells: counted };
  });
  return {
    rows,
    sums: orders.map(({ position }) => progressOf(cells.filter(({ order }) => order === position))),
    all: progressOf(cells),
    members: rows.reduce((sum, { members }) => sum + members, 0),
  };
}

/** Days by which it is late; 0 up to its due day. */
export function daysLate(dueOn: CalendarDay, today: CalendarDay): number {
  return Math.max(0, daysBetween(dueOn, today));
}

/** Who is late with an order, the oldest first, then in the directive's own order. */
export function oldestLate(
  { orders, addressees, cells }: Asked,
  today: CalendarDay,
): { readonly order: Order; readonly addressee: Addressee; readonly late: number }[] {
  return cells
    .filter(({ part }) => part === "late")
    .flatMap(({ order: at, addressee: of, count }) => {
      const order = orders.find(({ position }) => position === at);
      const addressee = addressees.find(({ position }) => position === of);
      return order && addressee ? [{ order, addressee, late: count }] : [];
    })
    .toSorted((a, b) => daysLate(b.order.dueOn, today) - daysLate(a.order.dueOn, today));
}

/**
 * Follow-ups that a draft becomes when it is issued: "Seluruh Camat" is one for each kecamatan.
 *
 * @param areas how many kecamatan and villages the kabupaten has.
 */
export function followUpsOfDraft(
  { orders, addressees }: Pick<Asked, "orders" | "addressees">,
  areas: { readonly subdistricts: number; readonly villages: number },
): number {
  const sizeOf = new Map(
    addressees.map(({ position, kind }) => [
      position,
      kind === "subdistricts" || kind === "villages" ? areas[kind] : 1,
    ]),
  );
  return orders
    .flatMap(({ askedOf }) => askedOf)
    .reduce((sum, position) => sum + (sizeOf.get(position) ?? 0), 0);
}
