import type { EntryColumn } from "./entry-row";

/** Up to so many counts are all named in a line; of more, these few. */
const maxNamed = 4;
const fewNamed = 2;

type ShortCount = { readonly name: string; readonly count: number };

/** The groups of an intervention in one number, where they add; else each by itself. */
export function shortCounts(
  counted: readonly { readonly column: EntryColumn; readonly count: number }[],
): readonly ShortCount[] {
  const sums = new Map<string, number>();
  for (const { column, count } of counted) {
    const name = column.isApart ? column.groupName : column.shortName;
    sums.set(name, (sums.get(name) ?? 0) + count);
  }
  return [...sums].map(([name, count]) => ({ name, count }));
}

/** What a line of a list names of them, and how many it does not: it is to be read at a glance. */
export function namedCounts(counts: readonly ShortCount[]): {
  readonly named: readonly ShortCount[];
  readonly more: number;
} {
  const named = counts.length > maxNamed ? counts.slice(0, fewNamed) : counts;
  return { named, more: counts.length - named.length };
}
