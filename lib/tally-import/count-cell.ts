import { cellText, type Cell } from "@/lib/spreadsheet/cell";
import { readPeople } from "@/lib/target/people";

import type { Refused } from "./refusal";

const yes = new Set(["ya", "y", "yes", "x", "v", "✓", "√", "1", "nihil", "nil", "benar", "true"]);
const no = new Set(["", "tidak", "t", "n", "no", "bukan", "0", "salah", "false"]);

/** The count in a filled cell, or why it is none: as imports of target populations read them. */
export function readCount(cell: Cell): number | Refused {
  const read = readPeople(cell);
  if (typeof read === "number") return read;
  const { code, params } = read;
  switch (code) {
    case "notWhole":
    case "negative":
    case "tooMany":
    case "formula":
      return { code, params };
    default:
      return { code: "notNumber", params: {} };
  }
}

/** Whether a cell of the column "nihil" says yes; null: neither yes nor no. */
export function readZero(cell: Cell): boolean | null {
  const text = cellText(cell).trim().toLowerCase();
  if (yes.has(text)) return true;
  return no.has(text) ? false : null;
}
