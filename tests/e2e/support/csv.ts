import { readFile } from "node:fs/promises";

import type { Download } from "@playwright/test";
import Papa from "papaparse";

type Sheet = {
  readonly name: string;
  /** The file as it is, from its first byte. */
  readonly text: string;
  /** Lines under the column heads, by head. */
  readonly rows: readonly Readonly<Record<string, string>>[];
};

/** A downloaded CSV. What stands over its column heads is in `text` only. */
export async function readSheet(download: Download, firstHead: string): Promise<Sheet> {
  const text = await readFile(await download.path(), "utf8");
  const lines = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), {
    delimiter: ";",
    skipEmptyLines: true,
  }).data;
  const start = lines.findIndex(([first]) => first === firstHead);
  const heads = lines[start] ?? [];
  return {
    name: download.suggestedFilename(),
    text,
    rows: lines
      .slice(start + 1)
      .map((cells) => Object.fromEntries(heads.map((head, index) => [head, cells[index] ?? ""]))),
  };
}
