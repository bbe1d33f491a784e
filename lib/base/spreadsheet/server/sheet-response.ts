import "server-only";

import { toCsv } from "@/lib/base/spreadsheet/csv";
import { toXlsx } from "./xlsx";

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/**
 * Answers with a table as a file to keep.
 *
 * @param type What `?jenis=` asks for; anything but "csv" is XLSX.
 * @param file Its name without the ending.
 * @param note Stands above the heads; null: nothing does.
 */
export async function sheetResponse(
  type: string | null,
  { file, note = null, ...sheet }: Parameters<typeof toXlsx>[0] & { readonly file: string },
): Promise<Response> {
  const kind = type === "csv" ? "csv" : "xlsx";
  const body =
    kind === "csv"
      ? toCsv([...(note === null ? [] : [[note]]), sheet.head, ...sheet.rows])
      : new Uint8Array(await toXlsx({ ...sheet, note }));
  return new Response(body, {
    headers: {
      "content-type": types[kind],
      "content-disposition": `attachment; filename="${file}.${kind}"`,
      "cache-control": "no-store",
    },
  });
}
