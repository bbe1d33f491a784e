import type { CalendarDay } from "@/lib/base/time/calendar-day";

/** Whether the value is what a formula was worth when the file was saved. */
type Computed = { readonly isFormula?: true };

/** What stands in one cell. A formula is its own kind only where the file has no value of it. */
export type SheetCell =
  | { readonly kind: "empty" }
  | ({ readonly kind: "text"; readonly text: string } & Computed)
  /** A percentage is the fraction that stands behind it: 0.5 for 50%. */
  | ({ readonly kind: "number"; readonly value: number; readonly isPercent?: true } & Computed)
  | ({ readonly kind: "day"; readonly day: CalendarDay } & Computed)
  | ({ readonly kind: "boolean"; readonly value: boolean } & Computed)
  /** "#REF!" */
  | ({ readonly kind: "error"; readonly text: string } & Computed)
  | { readonly kind: "formula"; readonly text: string };

export const emptyCell: SheetCell = { kind: "empty" };

/**
 * Rows as the spreadsheet shows them: the first is row 1, and an empty row is a row. A row ends with
 * its last filled cell.
 */
export type SheetRows = readonly (readonly SheetCell[])[];

/** Why a file was not read. Each has a sentence under `targets.files` and `tallyImport.files`. */
export type FileProblem =
  | "tooLarge"
  | "notSpreadsheet"
  | "oldExcel"
  | "unpacksTooLarge"
  | "damaged"
  | "empty"
  | "strayQuote"
  | "tooManyRows"
  | "tooComplex"
  | "busy";

/** A file that cannot be read as a table, with the reason. */
export class FileRejection extends Error {
  override readonly name = "FileRejection";

  /** @param detail what its sentence names; "" for nothing. */
  constructor(
    readonly problem: FileProblem,
    readonly detail = "",
  ) {
    super(`the file was rejected: ${problem}`);
  }
}

/** The cell as a person typed it; "" when it is empty. Fractions have a comma, as typed here. */
export function cellText(cell: SheetCell): string {
  switch (cell.kind) {
    case "empty":
      return "";
    case "number":
      return String(cell.value).replace(".", ",");
    case "day":
      return cell.day;
    case "boolean":
      return String(cell.value).toUpperCase();
    case "text":
    case "error":
    case "formula":
      return cell.text;
  }
}

/** The cell for a text: nothing but spaces is empty, and what begins with "=" is a formula. */
export function textCell(text: string): SheetCell {
  const bare = text.trim();
  if (bare === "") return emptyCell;
  return { kind: bare.startsWith("=") ? "formula" : "text", text: bare };
}
