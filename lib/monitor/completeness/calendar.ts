import { isCompleteDay } from "@/lib/coverage/completeness";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { ReportDay } from "@/lib/monitor/completeness/server/queries";
import { unitDayKeyOf } from "@/lib/report/report-key";

/**
 * How a day went in a place: everyone reported, at least three quarters, fewer, nobody; or none was
 * due, as on a sweeping or closed day.
 */
export type CellState = "complete" | "enough" | "below" | "nothing" | "notExpected";

/** One day of one place. */
export type CalendarCell = {
  readonly day: CalendarDay;
  readonly received: number;
  readonly onTime: number;
  readonly expected: number;
  /** Reports still missing; 0 when none are expected. */
  readonly missing: number;
  readonly state: CellState;
  /** A quarter or more of what came in came after the cut-off. */
  readonly isLate: boolean;
};

/** One place with its days, and their sum. Sweeping days are in no sum. */
export type CalendarRow = {
  readonly code: string;
  readonly name: string;
  readonly units: number;
  readonly cells: readonly CalendarCell[];
  readonly received: number;
  readonly onTime: number;
  readonly expected: number;
};

type CalendarPlace = {
  readonly code: string;
  readonly name: string;
  readonly units: number;
};

/**
 * @param expected reports that are due of the place on that day.
 */
export function calendarCell(
  day: CalendarDay,
  counts: { readonly received: number; readonly onTime: number; readonly expected: number },
): CalendarCell {
  const { received, onTime, expected } = counts;
  return {
    day,
    received,
    onTime,
    expected,
    missing: Math.max(0, expected - received),
    state: stateOf(received, expected),
    isLate: received > 0 && expected > 0 && 4 * (received - onTime) >= received,
  };
}

/**
 * The rows of a calendar, in the order of the places.
 *
 * @param days the days that have begun, first to last.
 */
export function calendarRows(
  places: readonly CalendarPlace[],
  reports: readonly ReportDay[],
  days: readonly CalendarDay[],
): CalendarRow[] {
  const found = new Map(
    reports.map((report) => [unitDayKeyOf({ unit: report.place, day: report.day }), report]),
  );
  return places.map((place) =>
    rowOf(
      place,
      days.map((day) => {
        const {
          received = 0,
          onTime = 0,
          due = 0,
        } = found.get(unitDayKeyOf({ unit: place.code, day })) ?? {};
        return calendarCell(day, {
          received,
          onTime,
          expected: due,
        });
      }),
    ),
  );
}

/** All rows as one: the whole of what is shown. */
export function totalRow(
  rows: readonly CalendarRow[],
  days: readonly CalendarDay[],
  whole: { readonly code: string; readonly name: string },
): CalendarRow {
  const units = sum(rows, (row) => row.units);
  const cells = days.map((day, index) => {
    const cellsOfDay = rows.flatMap((row) => row.cells[index] ?? []);
    return calendarCell(day, {
      received: sum(cellsOfDay, (cell) => cell.received),
      onTime: sum(cellsOfDay, (cell) => cell.onTime),
      expected: sum(cellsOfDay, (cell) => cell.expected),
    });
  });
  return rowOf({ ...whole, units }, cells);
}

function rowOf(place: CalendarPlace, cells: readonly CalendarCell[]): CalendarRow {
  const due = cells.filter(({ expected }) => expected > 0);
  return {
    code: place.code,
    name: place.name,
    units: place.units,
    cells,
    received: sum(due, ({ received }) => received),
    onTime: sum(due, ({ onTime }) => onTime),
    expected: sum(due, ({ expected }) => expected),
  };
}

function stateOf(received: number, expected: number): CellState {
  if (expected === 0) return "notExpected";
  if (received === 0) return "nothing";
  if (received >= expected) return "complete";
  return isCompleteDay({ received, expected }) ? "enough" : "below";
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
