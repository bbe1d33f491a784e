import "server-only";

import { readSheet, type CellValue } from "read-excel-file/node";

import { isStorable } from "@/lib/forms/storable-text";

import { emptyCell, FileRefusal, textCell, type Cell, type SheetRows } from "./cell";
import { unzip, zip, type ZipEntry } from "./zip";

/** Stands before the text of a formula on its way through the library, which drops formulas. */
const formulaMark = "\uE000";
const columnLimit = 400;

/**
 * Rows of the first sheet. The archive is unpacked here, within limits, and handed on bare: the
 * library unpacks whatever it is given. Cells with a formula are turned into its text before.
 *
 * @throws {FileRefusal} `notSpreadsheet`, `damaged`, `unpacksTooLarge`, `tooManyRows`.
 */
export async function xlsxRows(archive: Buffer): Promise<SheetRows> {
  const entries = unzip(archive);
  if (!entries.some(({ path }) => path === "xl/workbook.xml")) {
    throw new FileRefusal("notSpreadsheet");
  }
  const bare = zip(entries.map(withFormulasAsText));
  const rows = await readSheet(bare).catch((): never => {
    throw new FileRefusal("damaged");
  });
  return rows.map((row) => row.map(cellOf));
}

function cellOf(value: CellValue | null): Cell {
  if (value === null) return emptyCell;
  if (typeof value === "number") return { kind: "number", value };
  if (value instanceof Date) return { kind: "day", day: value.toISOString().slice(0, 10) };
  if (typeof value === "boolean") return textCell(String(value).toUpperCase());
  if (typeof value !== "string") return emptyCell;
  // An escape of XML may stand for what is no text.
  if (!isStorable(value)) throw new FileRefusal("damaged");
  return value.startsWith(formulaMark)
    ? { kind: "formula", text: value.slice(formulaMark.length) }
    : textCell(value);
}

const cellMarkup = /<(\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
const formulaMarkup = /<(?:\w+:)?f\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?f>)/;
const addressMarkup = /\br="([A-Z]{1,3})(\d{1,7})"/;

function withFormulasAsText(entry: ZipEntry): ZipEntry {
  if (!/^xl\/worksheets\/[^/]+\.xml$/.test(entry.path)) return entry;
  const markup = entry.content.toString("utf8");
  const content = markup.replace(
    cellMarkup,
    (cell, prefix: string | undefined, attributes: string, inner: string | undefined) => {
      const [, column, row] = addressMarkup.exec(attributes) ?? [];
      // A format alone, perhaps in the last column of the sheet, is no content.
      if (inner === undefined || inner === "") return column ? "" : cell;
      if (column && columnNumber(column) > columnLimit) throw new FileRefusal("tooManyRows");
      if (Number(row) > 100_000) throw new FileRefusal("tooManyRows");

      const formula = formulaMarkup.exec(inner);
      if (!formula) return cell;
      const p = prefix ?? "";
      const bare = attributes.replace(/\s\bt="[^"]*"/, "");
      const text = `${formulaMark}=${formula[1] ?? "…"}`;
      return `<${p}c${bare} t="inlineStr"><${p}is><${p}t>${text}</${p}t></${p}is></${p}c>`;
    },
  );
  return { path: entry.path, content: Buffer.from(content) };
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
