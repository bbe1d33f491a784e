import type { EntryCell, EntryColumn, EntryRow } from "@/lib/report/entry-row";
import { columnKeyOf } from "@/lib/campaign/column-key";

/** Columns as on the entry screen of BIAN Kapuas, without their age bands' codes. */
export const columns: readonly [EntryColumn, EntryColumn, EntryColumn] = [
  column("MR", "9–59 bulan"),
  column("MR", "5–<7 tahun"),
  column("OPV", "12–59 bulan"),
];

/** The keys of the columns, in their order. */
export const keys = [columns[0].key, columns[1].key, columns[2].key] as const;

export const rows: readonly EntryRow[] = [
  row("62.03.01.1007", "Selat Hilir"),
  row("62.03.01.2011", "Pulau Telo"),
  row("62.03.01.2020", "Pulau Telo Baru"),
];

export function column(intervention: string, groupName: string): EntryColumn {
  return {
    key: columnKeyOf({ intervention, targetGroup: groupName }),
    intervention,
    targetGroup: groupName,
    interventionName: intervention,
    shortName: intervention,
    groupName,
    shortGroupName: groupName,
  };
}

export function cell(what: Partial<EntryCell> = {}): EntryCell {
  return {
    before: 222,
    yesterday: 15,
    target: 347,
    usual: [11, 12, 13, 14, 15, 16, 18],
    deviations: 3,
    ...what,
  };
}

export function row(code: string, name: string): EntryRow {
  return {
    unit: { code, name, villageKind: "kelurahan", subdistrictName: "Selat" },
    standing: null,
    isDue: true,
    cells: columns.map(() => cell()),
  };
}
