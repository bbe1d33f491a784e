/** A cell of a file that is rejected; sentences in the reader's language. */
export type SheetRejection = {
  /** Row of the file, as a spreadsheet counts. */
  readonly line: number;
  readonly place: string;
  readonly placeNote: string;
  readonly column: string;
  readonly content: string;
  readonly why: string;
  readonly advice: string;
};

/** Rejections of one column that say the same, told as one. */
export type RejectionGroup = Pick<SheetRejection, "column" | "why" | "advice"> & {
  /** At least one, in the order of the file. */
  readonly cells: readonly Pick<SheetRejection, "line" | "place" | "placeNote" | "content">[];
};

/** Rejections with the same column and sentences as one, in the order of their first rows. */
export function groupRejections(rejections: readonly SheetRejection[]): RejectionGroup[] {
  const groups = new Map<
    string,
    { group: RejectionGroup; cells: RejectionGroup["cells"][number][] }
  >();
  for (const { column, why, advice, ...cell } of rejections) {
    const key = JSON.stringify([column, why, advice]);
    const known = groups.get(key);
    if (known) known.cells.push(cell);
    else {
      const cells = [cell];
      groups.set(key, { group: { column, why, advice, cells }, cells });
    }
  }
  return [...groups.values()].map(({ group }) => group);
}

/** The rejections of groups one by one, in the order of the file. */
export function ungrouped(groups: readonly RejectionGroup[]): SheetRejection[] {
  return groups
    .flatMap(({ cells, ...said }) => cells.map((cell) => ({ ...said, ...cell })))
    .sort((a, b) => a.line - b.line);
}

/**
 * Row numbers as ranges: "2–4, 7".
 *
 * @param most ranges that are named; after them stands "…".
 */
export function lineRanges(lines: readonly number[], most: number): string {
  const ranges: { from: number; to: number }[] = [];
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.to === line - 1) last.to = line;
    else ranges.push({ from: line, to: line });
  }
  const told = ranges
    .slice(0, most)
    .map(({ from, to }) => (from === to ? String(from) : `${String(from)}–${String(to)}`));
  return [...told, ...(ranges.length > most ? ["…"] : [])].join(", ");
}
