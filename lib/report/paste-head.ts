import type { EntryColumn } from "./entry-row";

/** What a column of a pasted block is taken for. Places count from 0, after those that label. */
export type PasteHead =
  | { readonly kind: "column"; readonly place: number; readonly head: string; readonly key: string }
  | {
      readonly kind: "left";
      readonly place: number;
      readonly head: string;
      /** `named`: a sum, a target or a remark; `unsure`: no column, or more than one. */
      readonly reason: "named" | "unsure";
    };

const sumsAndRemarks =
  /%|Σ|\b(jumlah|jml|jlh|total|sub ?total|sasaran|target|sisa|persen|cakupan|coverage|ket|keterangan|catatan|note|luar|outside|kumulatif|no)\b/i;
/** Over a group of columns "Jumlah" says only that they are counts. */
const notCounts = /%|\b(sasaran|target|sisa|persen|cakupan|coverage|luar|outside)\b/i;

/**
 * Reads the head lines of a block: each column by the code, the short or the full name of the
 * intervention, with the group's name, short name or code, or by either alone where it names one
 * column. A merged cell of an upper line heads the empty ones to its right.
 *
 * @param lines cells of the head lines, without the columns that label.
 * @param chosen columns by place, as the person chose where it was not known.
 */
export function readHeads(
  lines: readonly (readonly string[])[],
  width: number,
  columns: readonly EntryColumn[],
  chosen: ReadonlyMap<number, string>,
): PasteHead[] {
  const words = wordsOf(columns);
  const taken = new Set(chosen.values());
  return Array.from({ length: width }, (_, place): PasteHead => {
    const texts = lines.map((line, index) =>
      index < lines.length - 1 ? carried(line, place) : (line[place] ?? "").trim(),
    );
    const filled = texts.filter((text) => text !== "");
    const own = filled.at(-1) ?? "";
    const head = [...new Set(filled)].join(" ");
    const choice = chosen.get(place);
    if (choice !== undefined) return { kind: "column", place, head, key: choice };
    if (sumsAndRemarks.test(own) || filled.some((text) => notCounts.test(text))) {
      return { kind: "left", place, head, reason: "named" };
    }
    const found = [head, own].map((text) => words.get(plainHead(text))).find(Boolean);
    const [key, ...others] = found ?? [];
    if (key === undefined || others.length > 0 || taken.has(key)) {
      return { kind: "left", place, head, reason: "unsure" };
    }
    taken.add(key);
    return { kind: "column", place, head, key };
  });
}

/** A line of words and age bands, without counts, heads the columns. */
export function isHeadLine(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const words = filled.filter(isHeadWord);
  return filled.length > 0 && words.length * 2 > filled.length && !filled.some(isCountOrFormula);
}

function isHeadWord(cell: string): boolean {
  if (/^(nihil|nil)$/i.test(cell)) return false;
  return /[\p{L}%]/u.test(cell) || /\d\s*[-–]\s*<?\d/.test(cell);
}

function isCountOrFormula(cell: string): boolean {
  return /^[=+@]/.test(cell) || /^\d{1,3}$/.test(cell);
}

function carried(line: readonly string[], place: number): string {
  for (let at = place; at >= 0; at -= 1) {
    const text = (line[at] ?? "").trim();
    if (text !== "") return text;
  }
  return "";
}

/** The columns that a label may mean, by key: none when it is no name of one. */
export function columnsOfHead(label: string, columns: readonly EntryColumn[]): readonly string[] {
  return wordsOf(columns).get(plainHead(label)) ?? [];
}

const wordsByColumns = new WeakMap<
  readonly EntryColumn[],
  ReadonlyMap<string, readonly string[]>
>();

function wordsOf(columns: readonly EntryColumn[]): ReadonlyMap<string, readonly string[]> {
  const known = wordsByColumns.get(columns) ?? columnWords(columns);
  wordsByColumns.set(columns, known);
  return known;
}

/** The keys of the columns that each way of writing a head may mean. */
function columnWords(columns: readonly EntryColumn[]): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, Set<string>>();
  for (const column of columns) {
    const names = [column.intervention, column.shortName, column.interventionName];
    const groups = [
      column.targetGroup,
      column.groupName,
      column.shortGroupName,
      // "MR 9-59", as chats write it.
      column.groupName.replace(/\s*(bulan|tahun)$/u, ""),
    ];
    const pairs = names.flatMap((name) => groups.map((group) => `${name} ${group}`));
    for (const word of new Set([...pairs, ...names, ...groups].map(plainHead))) {
      const keys = words.get(word) ?? new Set();
      words.set(word, keys.add(column.key));
    }
  }
  return new Map([...words].map(([word, keys]) => [word, [...keys]]));
}

/** Letters and digits alone; "5–<7 th" and "5-7 tahun" are one band. */
function plainHead(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/(\d)\s*(?:s\/?d|sampai)\s*(?=<?\d)/g, "$1-")
    .replaceAll(/\b(bulan|bln|bl)\b/g, "bln")
    .replaceAll(/\b(tahun|thn|th)\b/g, "th")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}
