/** One row of a published table: the cells by the names in its first line. */
type Row = {
  /** The first column: the place or group. */
  readonly label: string;
  /** A cell as it was printed. */
  readonly text: (column: string) => string;
  /** A cell that is a count. */
  readonly count: (column: string) => number;
};

/** The rows of a table kept as comma-separated text, exactly as it was printed. */
export function readTable(table: string): readonly Row[] {
  const [head = [], ...body] = table
    .trim()
    .split("\n")
    .map((line) => line.trim().split(","));

  return body.map((cells) => {
    const text = (column: string) => {
      const cell = cells[head.indexOf(column)];
      if (cell === undefined) throw new Error(`No ${column} in ${cells.join(",")}`);
      return cell;
    };

    return { label: text(head[0] ?? ""), text, count: (column) => Number(text(column)) };
  });
}

/** A printed percentage in tenths of a percent: "75" and "75.0" are both 750. */
export function printedTenths(printed: string): number {
  return Math.round(Number(printed) * 10);
}

/** A printed percentage in hundredths of a percent: "67.01" is 6701. */
export function printedHundredths(printed: string): number {
  return Math.round(Number(printed) * 100);
}
