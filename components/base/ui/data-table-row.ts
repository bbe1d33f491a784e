/**
 * Where the numbers of a column lead, and what a link says, with {id}, {name} and {text} in place of
 * the row's. One for a column, not one for a cell: a table of 345 rows goes over slow lines.
 */
export type CellLink = { readonly href: string; readonly name: string };

export type DataColumn = {
  readonly id: string;
  readonly label: string;
  readonly align: "start" | "end";
  readonly isStrong?: boolean;
  /** Which way the first press sorts: names upwards, counts downwards. */
  readonly isDescendingFirst: boolean;
  /** Of every number in it; a text among them says why there is none. */
  readonly link?: CellLink;
  /** The search looks in it. */
  readonly isSearched?: boolean;
  /** Its texts are the names of drawings, in the table's `drawings`. */
  readonly isDrawn?: boolean;
};

/**
 * What a cell says: a count, a text, or a text with what it is sorted by; null is said by a dash. What
 * is sorted by nothing comes last either way, and is said in a lower voice.
 */
export type DataCell =
  number | string | null | readonly [text: string, sort: number | string | null];

export type DataRow = {
  readonly id: string;
  /** The first names the row. */
  readonly cells: readonly DataCell[];
  /** It stays behind the others, whatever they are sorted by. */
  readonly isLast?: boolean;
};

/** What a cell is sorted by; null comes last either way. */
export function sortOf(
  cell: DataCell | undefined,
  link: CellLink | undefined,
): number | string | null {
  if (typeof cell === "string") return link ? null : cell;
  return typeof cell === "number" || cell === null ? cell : (cell?.[1] ?? null);
}

/** The rows in which a text is found, in the order of a column. */
export function shownRows(
  rows: readonly DataRow[],
  columns: readonly DataColumn[],
  {
    id: column,
    isDescending,
    sought,
  }: {
    readonly id: string;
    readonly isDescending: boolean;
    readonly sought: string;
  },
): DataRow[] {
  const words = sought.trim().toLowerCase();
  const searched = columns.flatMap(({ isSearched }, index) => (isSearched ? [index] : []));
  const found =
    words === ""
      ? [...rows]
      : rows.filter(({ cells }) =>
          searched
            .map((index) => String(cells[index] ?? ""))
            .join(" ")
            .toLowerCase()
            .includes(words),
        );
  const index = columns.findIndex((each) => each.id === column);
  const sorted = columns[index];
  if (!sorted) return found;
  const direction = isDescending ? -1 : 1;
  return found.sort((a, b) => {
    if (a.isLast !== b.isLast) return Number(a.isLast ?? false) - Number(b.isLast ?? false);
    const [left, right] = [
      sortOf(a.cells[index], sorted.link),
      sortOf(b.cells[index], sorted.link),
    ];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return direction * compare(left, right);
  });
}

function compare(a: number | string, b: number | string): number {
  return typeof a === "number" && typeof b === "number"
    ? a - b
    : String(a).localeCompare(String(b), "id", { numeric: true });
}

/** A link of a column for one row. */
export function linkOf(
  link: CellLink,
  row: { readonly id: string; readonly name: string },
  text: string,
): CellLink {
  return {
    href: link.href.replaceAll(encodeURIComponent("{id}"), encodeURIComponent(row.id)),
    name: link.name.replace("{name}", row.name).replace("{text}", text.replace(/^\+/, "")),
  };
}
