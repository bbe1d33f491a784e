import { isStorable } from "@/lib/base/forms/storable";
import { limits } from "@/lib/base/limits";

import { FileRejection, textCell } from "./cell";
import { separatedRows } from "./csv-rows";
import { CellBudget, Grid } from "./grid";
import type { Workbook } from "./workbook";

const delimiters = [";", "\t", ","] as const;

/** Rows and letters that tell which sign parts the cells. */
const sampleRows = 20;
const sampleLetters = 20_000;

/**
 * The rows of a CSV file as its only sheet: UTF-8 (with or without a mark), UTF-16 with a mark, else
 * Windows-1252, as older Excel writes; separated by semicolon, comma or tab, whichever makes the
 * most columns.
 *
 * @throws {FileRejection} `notSpreadsheet` when it is no text; `damaged` when a cell never ends;
 * `tooManyRows`; `strayQuote` with the row where a quote opens that takes in other rows.
 */
export function readCsv(bytes: Buffer): Workbook {
  const text = decoded(bytes);
  if (!isStorable(text) || /^\s*(%PDF|<!doctype|<html|<\?xml)/i.test(text.slice(0, 200))) {
    throw new FileRejection("notSpreadsheet");
  }
  const grid = new Grid(new CellBudget());
  let row = 0;
  const rowCells: number[] = [];
  const delimiter = delimiterOf(text);
  const onStrayQuote = (line: number) => {
    throw new FileRejection("strayQuote", String(line));
  };
  for (const texts of separatedRows(text, delimiter, limits.tableHeads, onStrayQuote)) {
    if (row >= limits.tableRows || texts.length > limits.tableHeads) {
      throw new FileRejection("tooManyRows");
    }
    texts.forEach((each, column) => {
      if (each.length > limits.cellText) throw new FileRejection("damaged");
      const cell = textCell(each);
      if (cell.kind !== "empty") grid.put(row, column, cell);
    });
    rowCells.push(texts.length);
    row += 1;
  }
  const { rows } = grid;
  return {
    sheets: [
      {
        name: "",
        isHidden: false,
        rows,
        rowCells: delimiter === "," ? rowCells : [],
        hiddenRows: [],
        hiddenColumns: [],
        merges: [],
      },
    ],
  };
}

function delimiterOf(text: string): string {
  const head = text.slice(0, sampleLetters);
  const columns = (delimiter: string) => {
    let [rows, sum] = [0, 0];
    for (const texts of separatedRows(head, delimiter, Number.POSITIVE_INFINITY)) {
      sum += texts.length;
      rows += 1;
      if (rows === sampleRows) break;
    }
    return sum;
  };
  const [first, ...others] = delimiters;
  let best = { delimiter: first as string, columns: columns(first) };
  for (const delimiter of others) {
    const found = columns(delimiter);
    if (found > best.columns) best = { delimiter, columns: found };
  }
  return best.delimiter;
}

function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return windowsText(bytes);
  }
}

/** What Windows-1252 has where Latin-1 has control characters, from 0x80 on; a space: nothing. */
const windowsLetters = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** Written out, because Node 20 reads its own "windows-1252" as Latin-1. */
function windowsText(bytes: Buffer): string {
  return bytes
    .toString("latin1")
    .replaceAll(/[\x80-\x9f]/g, (letter) => windowsLetters[letter.charCodeAt(0) - 0x80] ?? " ");
}
