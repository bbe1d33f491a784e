import "server-only";

import { cellText, FileRejection } from "@/lib/base/spreadsheet/cell";
import { readWorkbook } from "@/lib/base/spreadsheet/server/read";

/**
 * The first sheet of a file, XLSX or CSV, as lines that `readHeadLines` takes: they are shown, and can be
 * corrected, before anything is made of them.
 *
 * @returns null: the file cannot be read.
 */
export async function headSheetLines(file: File): Promise<string | null> {
  try {
    const workbook = await readWorkbook(Buffer.from(await file.arrayBuffer()));
    const sheet = workbook.sheets.find(({ isHidden, rows }) => !isHidden && rows.length > 0);
    return (sheet?.rows ?? [])
      .map((row) =>
        row
          .map((cell) =>
            cellText(cell)
              .replaceAll(/[;\t\r\n]+/g, " ")
              .trim(),
          )
          .join("; "),
      )
      .filter((line) => line.replaceAll(/[;\s]/g, "") !== "")
      .join("\n");
  } catch (error) {
    if (error instanceof FileRejection) return null;
    throw error;
  }
}
