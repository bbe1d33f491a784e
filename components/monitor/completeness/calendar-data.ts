import type { CalendarCell, CalendarRow } from "@/lib/monitor/completeness/calendar";

/** A cell as it goes to the browser: hundreds of them, so without names. */
export type CellData = readonly [
  state: CalendarCell["state"],
  isLate: 0 | 1,
  missing: number,
  received: number,
  expected: number,
];

export type RowData = {
  readonly code: string;
  readonly name: string;
  readonly href: string;
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
  if (!cell) return null;
  const { state, isLate, missing, received, expected } = cell;
  return [state, isLate ? 1 : 0, missing, received, expected];
}

export type UnitState = "onTime" | "late" | "missing" | "notExpected" | "swept";

/** What a single unit did on a day. */
export function unitState([state, isLate, , received]: CellData): UnitState {
  if (state === "notExpected") return received > 0 ? "swept" : "notExpected";
  if (received === 0) return "missing";
  return isLate ? "late" : "onTime";
}
