import type { Grouping } from "@/lib/base/forms/written-count";
import { cellText, type SheetCell } from "@/lib/base/spreadsheet/cell";
import { readPeople } from "@/lib/campaign/target-population/people";

import type { Rejected } from "./rejection";

const yes = new Set(["ya", "y", "yes", "x", "v", "✓", "√", "1", "nihil", "nil", "benar", "true"]);
const no = new Set(["", "tidak", "t", "n", "no", "bukan", "0", "salah", "false"]);

/** The count in a filled cell, or why it is none: as imports of target populations read them. */
export function readCount(cell: SheetCell, grouping: Grouping): number | Rejected {
  const read = readPeople(cell, grouping);
  if (typeof read === "number") return read;
  const { code, params } = read;
  return code === "empty" ? { code: "notNumber", params } : { code, params };
}

/** Whether a cell of the column "nihil" says yes; null: neither yes nor no. */
export function readZero(cell: SheetCell): boolean | null {
  const text = cellText(cell).trim().toLowerCase();
  if (yes.has(text)) return true;
  return no.has(text) ? false : null;
}
