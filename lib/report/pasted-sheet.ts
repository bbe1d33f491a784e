import { textCell } from "@/lib/base/spreadsheet/cell";
import { separatedRows } from "@/lib/base/spreadsheet/csv-rows";
import type { Sheet } from "@/lib/base/spreadsheet/workbook";
import { limits } from "@/lib/base/limits";

/**
 * The cells of a block: as a spreadsheet copies it (tabs), or a list parted by semicolons or commas.
 *
 * @returns the row of a quote, from 1, that takes in other rows: nobody knows what is in which cell.
 */
export function sheetOfBlock(text: string): Sheet | { readonly strayQuote: number } {
  const plain = text.replace(/^\ufeff/, "");
  const delimiter = plain.includes("\t") ? "\t" : plain.includes(";") ? ";" : commaOrNone(plain);
  let strayQuote = 0;
  const texts = [
    ...separatedRows(plain, delimiter, limits.tableHeads, (row) => (strayQuote ||= row)),
  ];
  if (strayQuote > 0) return { strayQuote };
  const sheet = sheetOfTexts(texts);
  // A list has as many cells as its heads, as a CSV file; what a spreadsheet copies is a rectangle.
  if (delimiter === "\t") return sheet;
  return { ...sheet, name: "", rowCells: delimiter === "," ? texts.map((row) => row.length) : [] };
}

/** A sheet of texts. */
export function sheetOfTexts(texts: readonly (readonly string[])[]): Sheet {
  return {
    name: "block",
    isHidden: false,
    rows: texts.map((row) =>
      row.slice(0, row.findLastIndex((text) => text.trim() !== "") + 1).map(textCell),
    ),
    rowCells: [],
    hiddenRows: [],
    hiddenColumns: [],
    merges: [],
  };
}

/** A comma parts cells when there are several on a line or it follows a name: "12,5" is one cell. */
function commaOrNone(text: string): string {
  const isList = text
    .trim()
    .split(/\r?\n/)
    .every((line) => /^[^,]*[A-Za-z"][^,]*,/.test(line) || (line.match(/,/g) ?? []).length > 1);
  return isList ? "," : "\t";
}
