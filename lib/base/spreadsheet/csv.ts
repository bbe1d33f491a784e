import Papa from "papaparse";

/** A cell that a spreadsheet would run: it begins as a formula does, or with what leads up to one. */
const formulaStart = /^[=+\-@\t\r]/;

const byteOrderMark = "\uFEFF";

/**
 * A CSV file as the Indonesian Excel opens it: `;` between cells, CRLF between rows, a byte order
 * mark first. Numbers stay numbers, with a decimal comma; an absent value is an empty cell. Text
 * that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  const cells = rows.map((row) => row.map(plain));
  return byteOrderMark + Papa.unparse(cells, { delimiter: ";", newline: "\r\n" }) + "\r\n";
}

function plain(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value).replace(".", ",");
  return formulaStart.test(value) ? `'${value}` : value;
}
