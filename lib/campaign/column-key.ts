declare const brand: unique symbol;

/**
 * Names a column, an intervention for a target group: "MR/9-59-bulan". Made by `columnKeyOf` and by
 * `columnKeySql` alone. It stands in drafts that devices keep and in names of form fields, so its text
 * may not change. No code has a "/" in it.
 */
export type ColumnKey = string & { readonly [brand]: "column" };

/** Names a column in one place, in one round where rounds are told apart. For lookups: nobody keeps it. */
export type PlaceColumnKey = string & { readonly [brand]: "placeColumn" };

export type NamedByColumn = { readonly intervention: string; readonly targetGroup: string };

/** The key of the column that a tally, a target population or a question is of. */
export function columnKeyOf({ intervention, targetGroup }: NamedByColumn): ColumnKey {
  return `${intervention}/${targetGroup}` as ColumnKey;
}

/** The column that a key names. */
export function readColumnKey(key: ColumnKey): NamedByColumn {
  const [intervention = "", targetGroup = ""] = key.split("/");
  return { intervention, targetGroup };
}

/**
 * The key of a column in a place.
 *
 * @param place code of a unit or of a larger area.
 * @param round left out: all that is looked up together is of one round, or of every one.
 */
export function placeColumnKeyOf(
  place: string,
  column: ColumnKey,
  round: number | null = null,
): PlaceColumnKey {
  return `${place}/${round ?? ""}/${column}` as PlaceColumnKey;
}
