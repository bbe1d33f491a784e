/** A place that may have a cell of its own in the tile map of its district. */
type Placed = {
  readonly code: string;
  readonly gridRow: number | null;
  readonly gridColumn: number | null;
};

export type TileLayout = {
  /** The cell of each place, rows and columns from 1. */
  readonly cells: ReadonlyMap<string, { readonly row: number; readonly column: number }>;
  readonly columns: number;
  /** What top and bottom mean: a river from its upper reaches to its mouth, north to south, or nothing. */
  readonly axis: "river" | "north" | null;
};

/** Districts whose layout follows a river downwards; the other known ones have north on top. */
const riverDistricts: ReadonlySet<string> = new Set(["62.03"]);

/** Columns where no layout is known. */
const automaticColumns = 4;

/** Columns whose tiles keep their names whole in a map that stands beside a list. */
const maxColumnsBeside = 4;

/** Whether a map needs the full width, under the list that it would otherwise stand beside. */
export function isWideMap({ columns }: Pick<TileLayout, "columns">): boolean {
  return columns > maxColumnsBeside;
}

/**
 * Cells of a tile map. A layout counts only when every place has a cell of its own: one kecamatan
 * that was split off later, and all of them stand in the order in which they come.
 */
export function tileLayout(districtCode: string, places: readonly Placed[]): TileLayout {
  const known = knownCells(places);
  if (known === null) {
    const columns = Math.min(automaticColumns, Math.max(places.length, 1));
    const cells = new Map(
      places.map(({ code }, index) => [
        code,
        { row: Math.floor(index / columns) + 1, column: (index % columns) + 1 },
      ]),
    );
    return { cells, columns, axis: null };
  }

  const columns = Math.max(...[...known.values()].map(({ column }) => column));
  return {
    cells: known,
    columns,
    axis: riverDistricts.has(districtCode) ? "river" : "north",
  };
}

function knownCells(places: readonly Placed[]): TileLayout["cells"] | null {
  const rows = places.flatMap(({ gridRow }) => (gridRow === null ? [] : [gridRow]));
  const columns = places.flatMap(({ gridColumn }) => (gridColumn === null ? [] : [gridColumn]));
  if (places.length === 0 || rows.length < places.length || columns.length < places.length) {
    return null;
  }
  // Empty rows and columns before the first are not drawn.
  const [firstRow, firstColumn] = [Math.min(...rows), Math.min(...columns)];
  const cells = new Map(
    places.map(({ code, gridRow, gridColumn }) => [
      code,
      { row: (gridRow ?? 0) - firstRow + 1, column: (gridColumn ?? 0) - firstColumn + 1 },
    ]),
  );
  const taken = new Set([...cells.values()].map(({ row, column }) => `${row}/${column}`));
  return taken.size === places.length ? cells : null;
}
