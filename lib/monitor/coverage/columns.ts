/** The columns of the coverage table, by their names in the address (`urut=kurang-turun`). */
export const coverageColumns = [
  "nama",
  "kecamatan",
  "sasaran",
  "diimunisasi",
  "belum",
  "cakupan",
  "sumber-lain",
  "status",
  "kurang",
  "belum-terjangkau",
  "perlu",
  "laju",
  "perkiraan",
  "di-bawah",
  "lapor",
  "kemarin",
  "terakhir",
  "pws",
] as const;

export type CoverageColumn = (typeof coverageColumns)[number];

/**
 * Which columns a table has. Rows that are units have their latest report; rows of a whole kabupaten's
 * units leave out what would need the days of each.
 */
export function columnsOfTable(
  rows: "subdistricts" | "units" | "allUnits",
): readonly CoverageColumn[] {
  const first = ["nama"] as const;
  const counts = [
    "sasaran",
    "diimunisasi",
    "belum",
    "cakupan",
    "sumber-lain",
    "status",
    "kurang",
    "belum-terjangkau",
    "perlu",
  ] as const;
  switch (rows) {
    case "subdistricts":
      return [...first, ...counts, "laju", "perkiraan", "di-bawah", "lapor", "pws"];
    case "units":
      return [...first, ...counts, "laju", "perkiraan", "kemarin", "terakhir", "pws"];
    case "allUnits":
      return [...first, "kecamatan", ...counts, "terakhir"];
  }
}
