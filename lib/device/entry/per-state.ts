import type { EntryColumn } from "@/lib/report/entry-row";

/**
 * A rule that is asked of every row for each digit that is typed in one: what it said of a row stays
 * with that row until the row is another. Columns are those of the screen, and never change.
 */
export function perState<State extends object, Told>(
  rule: (state: State, columns: readonly EntryColumn[]) => Told,
): typeof rule {
  const told = new WeakMap<State, { readonly columns: object; readonly told: Told }>();
  return (state, columns) => {
    const known = told.get(state);
    if (known?.columns === columns) return known.told;
    const said = rule(state, columns);
    told.set(state, { columns, told: said });
    return said;
  };
}
