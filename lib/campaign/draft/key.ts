/** What stands in a list of the form: its row's key is the form's own, for as long as it is open. */
type Keyed = { readonly key: number };

export type DraftPart = Keyed & {
  readonly code: string;
  readonly name: string;
  /** It exists: its code stands in reports and files. */
  readonly isKept: boolean;
};

let lastKey = 0;

/** A key of a row of the form, for as long as the form is open. */
export function nextKey(): number {
  lastKey += 1;
  return lastKey;
}

/** Keys that are given from now on do not meet these. */
export function keepKeys(rows: readonly Keyed[]): void {
  lastKey = Math.max(lastKey, ...rows.map(({ key }) => key));
}

/** The key of the row with a code; null: there is none. */
export function keyWithCode(
  parts: readonly (Keyed & { readonly code: string })[],
  code: string | null,
): number | null {
  return parts.find((part) => part.code === code)?.key ?? null;
}
