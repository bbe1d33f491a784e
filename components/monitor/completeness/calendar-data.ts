import {
  calendarCell,
  type CalendarCell,
  type CalendarRow,
} from "@/lib/monitor/completeness/calendar";

/** A cell as it goes to the browser: hundreds of them, so without names and without what follows. */
export type CellData = readonly [received: number, onTime: number, expected: number];

export type RowData = {
  readonly code: string;
  readonly name: string;
  /** How many units it has, in words; null: it is one. */
  readonly units: string | null;
  /** In words. */
  readonly complete: string;
  readonly onTime: string;
  readonly isPhoneHidden: boolean;
  /** Of the shown days. */
  readonly cells: readonly (CellData | null)[];
};

/** A day as a column: which, what it is called in a sentence, and whether a phone has room for it. */
export type DayData = {
  readonly day: string;
  readonly label: string;
  readonly isOnPhone: boolean;
};

export function cellData(cell: CalendarRow["cells"][number] | undefined): CellData | null {
  return cell ? [cell.received, cell.onTime, cell.expected] : null;
}

/** A cell again from its figures. */
export function calendarCellOf([received, onTime, expected]: CellData, day: string): CalendarCell {
  return calendarCell(day, { received, onTime, expected });
}

export type UnitState = "onTime" | "late" | "missing" | "notExpected" | "swept";

/** What a single unit did on a day. */
export function unitState({ state, isLate, received }: CalendarCell): UnitState {
  if (state === "notExpected") return received > 0 ? "swept" : "notExpected";
  if (received === 0) return "missing";
  return isLate ? "late" : "onTime";
}
