import "server-only";

import { Archive } from "./archive";
import { CellBudget } from "@/lib/base/spreadsheet/grid";
import { SheetReader } from "./sheet-part";
import type { Sheet, Workbook } from "@/lib/base/spreadsheet/workbook";
import { readFormats, readPlan, readStrings } from "./workbook-parts";
import { readXml, XmlBudget } from "./xml";

/**
 * The sheets of an XLSX file, read as they are unpacked: nothing is kept but what becomes a cell.
 *
 * @throws {FileRejection} `notSpreadsheet`, `damaged`, `unpacksTooLarge`, `tooManyRows`, `tooComplex`.
 */
export async function readXlsx(bytes: Buffer): Promise<Workbook> {
  const archive = await Archive.open(bytes);
  const budget = new XmlBudget();
  const { isFrom1904, ...plan } = await readPlan(archive, budget);
  const strings = plan.strings === null ? [] : await readStrings(archive, plan.strings, budget);
  const formats = plan.styles === null ? [] : await readFormats(archive, plan.styles, budget);

  const cells = new CellBudget();
  const sheets: Sheet[] = [];
  for (const { name, isHidden, file } of plan.sheets) {
    const reader = new SheetReader({ strings, formats, isFrom1904 }, cells);
    await readXml(archive.read(file), reader, budget);
    sheets.push(reader.result(name, isHidden));
  }
  return { sheets };
}
