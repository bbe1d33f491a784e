import "server-only";

import writeXlsxFile from "write-excel-file/node";

type XlsxCell = string | number | null;

/**
 * An XLSX file of one sheet with a bold, frozen head. Text is written as text, so nothing in it
 * runs, and codes keep their zeros and dots.
 */
export async function toXlsx(sheet: {
  readonly name: string;
  /** A line over the head; null: none. */
  readonly note?: string | null;
  readonly head: readonly string[];
  readonly rows: readonly (readonly XlsxCell[])[];
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
}): Promise<Buffer> {
  const head = sheet.head.map((value) => ({
    value,
    type: String,
    fontWeight: "bold" as const,
    wrap: true,
    backgroundColor: "#E9EEEB",
  }));
  const rows = sheet.rows.map((row) =>
    row.map((value) =>
      typeof value === "string"
        ? { value, type: String }
        : value === null
          ? null
          : { value, type: Number },
    ),
  );
  const columns = sheet.widths.map((width) => ({ width }));
  const note = sheet.note
    ? [[{ value: sheet.note, type: String, fontWeight: "bold" as const }]]
    : [];
  return writeXlsxFile([...note, head, ...rows], {
    sheet: sheet.name,
    columns,
    stickyRowsCount: note.length + 1,
  }).toBuffer();
}
