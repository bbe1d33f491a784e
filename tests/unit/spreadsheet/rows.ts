import type { SheetRows } from "@/lib/spreadsheet/cell";
import { readWorkbook } from "@/lib/spreadsheet/read";

/** The rows of a file's first sheet. */
export async function rowsOf(bytes: Buffer): Promise<SheetRows> {
  const { sheets } = await readWorkbook(bytes);
  return sheets[0]?.rows ?? [];
}
