import type { SheetRows } from "@/lib/base/spreadsheet/cell";
import { readWorkbook } from "@/lib/base/spreadsheet/server/read";

/** The rows of a file's first sheet. */
export async function rowsOf(bytes: Buffer): Promise<SheetRows> {
  const { sheets } = await readWorkbook(bytes);
  return sheets[0]?.rows ?? [];
}
