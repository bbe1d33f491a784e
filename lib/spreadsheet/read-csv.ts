import Papa from "papaparse";

import { isStorable } from "@/lib/forms/storable-text";

import { FileRefusal, textCell, type SheetRows } from "./cell";

const delimiters = [";", "\t", ","] as const;

/**
 * Rows of a CSV file: UTF-8 (with or without a mark), UTF-16 with a mark, else Windows-1252, as
 * older Excel writes; separated by semicolon, comma or tab, whichever makes the most columns.
 *
 * @throws {FileRefusal} when it is no text.
 */
export function csvRows(bytes: Buffer): SheetRows {
  const text = decoded(bytes);
  if (!isStorable(text) || /^\s*(%PDF|<!doctype|<html|<\?xml)/i.test(text.slice(0, 200))) {
    throw new FileRefusal("notSpreadsheet");
  }
  const head = text.slice(0, 20_000);
  const columns = (delimiter: string) =>
    parse(head, delimiter)
      .slice(0, 20)
      .reduce((sum, row) => sum + row.length, 0);
  const [first, ...others] = delimiters;
  const best = others.reduce<string>(
    (chosen, each) => (columns(each) > columns(chosen) ? each : chosen),
    first,
  );
  return parse(text, best).map((row) => row.map(textCell));
}

function parse(text: string, delimiter: string): string[][] {
  return Papa.parse<string[]>(text, { delimiter }).data;
}

function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return windowsText(bytes);
  }
}

/** What Windows-1252 has where Latin-1 has control characters, from 0x80 on; a space: nothing. */
const windowsLetters = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** Written out, because Node 20 reads its own "windows-1252" as Latin-1. */
function windowsText(bytes: Buffer): string {
  return bytes
    .toString("latin1")
    .replaceAll(/[\x80-\x9f]/g, (letter) => windowsLetters[letter.charCodeAt(0) - 0x80] ?? " ");
}
