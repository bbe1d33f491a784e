import { toCsv } from "@/lib/spreadsheet/csv";

/** Hands rows to the reader as a CSV file, with the mark of invented figures over them. */
export function saveCsv(
  name: string,
  rows: readonly (readonly (string | number | null)[])[],
  sampleMark: string | null,
): void {
  const marked = sampleMark === null ? rows : [[sampleMark], ...rows];
  const address = URL.createObjectURL(new Blob([toCsv(marked)], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
