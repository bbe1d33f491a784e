import type { ColumnKey } from "@/lib/campaign/column-key";
import {
  readTypedRow,
  typedOf,
  type EntryColumn,
  type RowReading,
  type TypedRow,
} from "./entry-row";
import type { EntryFigures, StoredReport } from "./schema";
import { readTypedCount } from "./typed-count";

/** How the fields of residents are typed; those from outside the unit's area are always daily. */
export type TypedFigures = {
  readonly figures: EntryFigures;
  /** Doses of the round up to the day before, in the order of the columns. */
  readonly before: readonly number[];
};

/** A cumulative figure below the doses up to the day before. */
export type FallenFigure = {
  readonly intervention: string;
  readonly targetGroup: string;
  readonly before: number;
  readonly value: number;
};

/** A report as something was typed or stored: with `cumulative` a cell says what was typed for it. */
export type SavedReport = {
  readonly zero: boolean;
  readonly tallies: readonly (StoredReport["tallies"][number] & {
    readonly cumulative?: number | undefined;
  })[];
  readonly parts?: StoredReport["parts"];
};

/**
 * The fields as a report fills them. A cumulative field shows the doses up to the day before and
 * those of the report, or the figure that was typed for it.
 */
export function figureFields(
  saved: SavedReport | null,
  columns: readonly EntryColumn[],
  by: TypedFigures,
): TypedRow {
  const daily = typedOf(saved && { ...saved, tallies: [...saved.tallies] }, columns);
  if (by.figures === "daily") return daily;
  const residents = mapFields(columns, (column, index) => {
    const typed = saved?.tallies.find(
      ({ intervention, targetGroup }) =>
        intervention === column.intervention && targetGroup === column.targetGroup,
    )?.cumulative;
    return typed === undefined
      ? moved(daily.residents[column.key] ?? "", by.before[index] ?? 0)
      : String(typed);
  });
  return { ...daily, residents };
}

/**
 * The same fields as another kind of figures. What is no number stays as it is typed, and a figure
 * that fell becomes a negative day, so that going there and back changes nothing.
 */
export function convertFields(
  typed: TypedRow,
  columns: readonly EntryColumn[],
  { before, from, to }: Pick<TypedFigures, "before"> & Record<"from" | "to", EntryFigures>,
): TypedRow {
  if (from === to) return typed;
  const sign = to === "cumulative" ? 1 : -1;
  return {
    ...typed,
    residents: mapFields(columns, ({ key }, index) =>
      moved(typed.residents[key] ?? "", sign * (before[index] ?? 0)),
    ),
  };
}

/**
 * What the fields come to: the doses of the day, and of cumulative fields the figure beside them.
 * `fallen` are the figures that can only be sent with a reason.
 */
export function readFields(
  typed: TypedRow,
  columns: readonly EntryColumn[],
  { figures, before }: TypedFigures,
): RowReading & { readonly fallen: readonly FallenFigure[] } {
  const read = readTypedRow(typed, columns);
  if (figures === "daily") return { ...read, fallen: [] };
  const beforeOf = (cell: { readonly intervention: string; readonly targetGroup: string }) =>
    before[
      columns.findIndex(
        ({ intervention, targetGroup }) =>
          intervention === cell.intervention && targetGroup === cell.targetGroup,
      )
    ] ?? 0;
  const tallies = read.tallies.map((tally) => ({
    ...tally,
    residents: tally.residents - beforeOf(tally),
    cumulative: tally.residents,
  }));
  return {
    ...read,
    tallies,
    fallen: tallies
      .filter(({ residents }) => residents < 0)
      .map(({ intervention, targetGroup, residents, cumulative }) => ({
        intervention,
        targetGroup,
        before: cumulative - residents,
        value: cumulative,
      })),
  };
}

/** Doses of the day that a field comes to; null when it is empty or no number. Below 0 where it fell. */
export function dailyCount(text: string, before: number, figures: EntryFigures): number | null {
  const value = signedCount(text);
  if (value === null) return null;
  return figures === "cumulative" ? value - before : value;
}

function moved(text: string, by: number): string {
  const value = signedCount(text);
  return value === null ? text : String(value + by);
}

/** A day below 0 is stored where a cumulative figure fell, and no person types one. */
function signedCount(text: string): number | null {
  const read = readTypedCount(text);
  if (read.kind === "count") return read.value;
  return /^-\d{1,6}$/.test(text.trim()) ? Number(text) : null;
}

function mapFields(
  columns: readonly EntryColumn[],
  textOf: (column: EntryColumn, index: number) => string,
): Record<ColumnKey, string> {
  return Object.fromEntries(columns.map((column, index) => [column.key, textOf(column, index)]));
}
