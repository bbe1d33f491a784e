import { saveFile } from "@/components/base/ui/save-file";
import { toCsv } from "@/lib/base/spreadsheet/csv";

/** Hands rows to the reader as a CSV file, with the mark of invented figures over them. */
export function saveCsv(
  name: string,
  rows: readonly (readonly (string | number | null)[])[],
  sampleMark: string | null,
): void {
  const marked = sampleMark === null ? rows : [[sampleMark], ...rows];
  saveFile(`${name}.csv`, toCsv(marked), "text/csv");
}
