import "server-only";

import { limits } from "@/lib/base/limits";

import { FileRejection } from "@/lib/base/spreadsheet/cell";
import { readCsv } from "@/lib/base/spreadsheet/read-csv";
import { readXlsx } from "./read-xlsx";
import type { Workbook } from "@/lib/base/spreadsheet/workbook";

/**
 * Reads a file: XLSX or CSV, as its content tells; its name is not asked. Costs up to
 * `limits.readerSeconds` of the thread it runs in, so the server leaves it to `reader.ts`.
 *
 * @throws {FileRejection} for what cannot be read, and when no sheet has a cell.
 */
export async function parseFile(bytes: Buffer): Promise<Workbook> {
  if (bytes.length === 0) throw new FileRejection("empty");
  if (bytes.length > limits.fileBytes) throw new FileRejection("tooLarge");
  const workbook = await parsed(bytes);
  if (workbook.sheets.every(({ rows }) => rows.length === 0)) throw new FileRejection("empty");
  return workbook;
}

async function parsed(bytes: Buffer): Promise<Workbook> {
  const start = bytes.subarray(0, 4).toString("latin1");
  if (start.startsWith("PK")) return readXlsx(bytes);
  // Excel 97, and any Excel file behind a password.
  if (start === "\xD0\xCF\x11\xE0") throw new FileRejection("oldExcel");
  return readCsv(bytes);
}
