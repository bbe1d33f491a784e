import type { EntryColumn } from "./entry-row";

/** The columns of one intervention, which heads, cards and paper put together. */
export type ColumnGroup = {
  readonly intervention: string;
  /** The whole name over several columns, the short one over one. */
  readonly name: string;
  readonly columns: readonly [EntryColumn, ...EntryColumn[]];
  /** It has one column, of a group with the same name: one head says both. */
  readonly isOneHead: boolean;
};

/** The interventions of columns, in their order. */
export function columnGroups(columns: readonly EntryColumn[]): ColumnGroup[] {
  const groups = new Map<string, [EntryColumn, ...EntryColumn[]]>();
  for (const column of columns) {
    const known = groups.get(column.intervention);
    if (known) known.push(column);
    else groups.set(column.intervention, [column]);
  }
  return [...groups].map(([intervention, own]) => {
    const [{ interventionName, shortName }] = own;
    return {
      intervention,
      name: own.length > 1 ? interventionName : shortName,
      columns: own,
      isOneHead: own.length === 1 && isNamedOnce(own[0]),
    };
  });
}

/** "MR 9–59 bulan"; where intervention and group have the same name it is said once. */
export function columnName(column: EntryColumn, between = " "): string {
  return isNamedOnce(column)
    ? column.groupName
    : `${column.shortName}${between}${column.groupName}`;
}

function isNamedOnce({ interventionName, shortName, groupName }: EntryColumn): boolean {
  const plain = (name: string) => name.trim().replace(/\s+/g, " ").toLowerCase();
  return [interventionName, shortName].some((name) => plain(name) === plain(groupName));
}
