import "server-only";

import { cellText, FileRefusal, type SheetRows } from "./cell";
import { csvRows } from "./read-csv";
import { xlsxRows } from "./read-xlsx";

export const fileLimitBytes = 5 * 1024 * 1024;
/** More rows than any kabupaten has units, in the long form with every column. */
const rowLimit = 60_000;

/**
 * The first sheet of an XLSX file, or a CSV file, as rows of cells. What the file is, its content
 * tells; its name is not asked.
 *
 * @throws {FileRefusal} over 5 MB, another kind of file, an archive that unpacks to far more than
 * it is, damaged, empty, or too many rows.
 */
export async function readSpreadsheet(bytes: Buffer): Promise<SheetRows> {
  if (bytes.length > fileLimitBytes) throw new FileRefusal("tooLarge");
  const rows = await rowsOf(bytes);
  if (rows.length > rowLimit) throw new FileRefusal("tooManyRows");
  if (rows.every((row) => row.every((cell) => cellText(cell) === ""))) {
    throw new FileRefusal("empty");
  }
  return rows;
}

async function rowsOf(bytes: Buffer): Promise<SheetRows> {
  if (bytes.length === 0) throw new FileRefusal("empty");
  const start = bytes.subarray(0, 8).toString("latin1");
  if (start.startsWith("PK")) return xlsxRows(bytes);
  // Excel 97, and any Excel file behind a password.
  if (start.startsWith("\xD0\xCF\x11\xE0")) throw new FileRefusal("oldExcel");
  return csvRows(bytes);
}
