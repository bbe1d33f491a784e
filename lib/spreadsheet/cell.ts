import type { CalendarDay } from "@/lib/time/calendar-day";

/** What stands in one cell. A formula is its own kind: what it was worth is somebody's guess. */
export type Cell =
  | { readonly kind: "empty" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "day"; readonly day: CalendarDay }
  | { readonly kind: "formula"; readonly text: string };

export const emptyCell: Cell = { kind: "empty" };

/** Rows as the spreadsheet shows them: the first is row 1, and an empty row is a row. */
export type SheetRows = readonly (readonly Cell[])[];

/** Why a file was not read. Each has a sentence under `targets.files`. */
export type FileProblem =
  | "tooLarge"
  | "notSpreadsheet"
  | "oldExcel"
  | "unpacksTooLarge"
  | "damaged"
  | "empty"
  | "tooManyRows";

/** A file that cannot be read as a table, with the reason. */
export class FileRefusal extends Error {
  override readonly name = "FileRefusal";

  constructor(readonly problem: FileProblem) {
    super(`the file was refused: ${problem}`);
  }
}

/** The cell as a person typed it; "" when it is empty. Fractions have a comma, as typed here. */
export function cellText(cell: Cell): string {
  switch (cell.kind) {
    case "empty":
      return "";
    case "number":
      return String(cell.value).replace(".", ",");
    case "day":
      return cell.day;
    case "text":
    case "formula":
      return cell.text;
  }
}

/** The cell for a text: nothing but spaces is empty, and what begins with "=" is a formula. */
export function textCell(text: string): Cell {
  const bare = text.trim();
  if (bare === "") return emptyCell;
  return { kind: bare.startsWith("=") ? "formula" : "text", text: bare };
}
