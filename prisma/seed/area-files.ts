import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

import Papa from "papaparse";

/** A row of `region`, as the source has it. */
export type Area = {
  readonly code: string;
  readonly parentCode: string | null;
  readonly level: 0 | 1 | 2 | 3 | 4;
  readonly name: string;
  readonly kind: string;
  readonly cell: TileCell | null;
};

type TileCell = { readonly row: number; readonly column: number };

const nation: Area = {
  code: "00",
  parentCode: null,
  level: 0,
  name: "Indonesia",
  kind: "nation",
  cell: null,
};

/**
 * The nation and all its areas, parents before their parts.
 *
 * @throws when the package's files are not there or have other columns.
 * Source: npm idn-area-data, data/*.csv; tile cells from tile-grid.csv beside this file.
 */
export async function readAreas(): Promise<readonly Area[]> {
  const [provinces, regencies, districts, villages, cells] = await Promise.all([
    readAreaFile("provinces", ["code", "name"]),
    readAreaFile("regencies", ["code", "province_code", "name"]),
    readAreaFile("districts", ["code", "regency_code", "name"]),
    readAreaFile("villages", ["code", "district_code", "name"]),
    readTileCells(),
  ]);

  return [
    nation,
    ...provinces.map(([code = "", name = ""]) => area(code, nation.code, 1, name, "province")),
    ...regencies.map(([code = "", parent = "", name = ""]) =>
      area(code, parent, 2, name, name.startsWith("Kota ") ? "kota" : "kabupaten"),
    ),
    ...districts.map(([code = "", parent = "", name = ""]) => ({
      ...area(code, parent, 3, name, "subdistrict"),
      cell: cells.get(code) ?? null,
    })),
    ...villages.map(([code = "", parent = "", name = ""]) =>
      area(code, parent, 4, name, villageKind(code)),
    ),
  ];
}

/** The first digit of a village's number: 1 kelurahan; 2 desa; 3 desa adat, a desa by law. */
function villageKind(code: string): "kelurahan" | "desa" {
  return code.charAt(9) === "1" ? "kelurahan" : "desa";
}

function area(
  code: string,
  parentCode: string,
  level: Area["level"],
  name: string,
  kind: string,
): Area {
  return { code, parentCode, level, name, kind, cell: null };
}

async function readAreaFile(name: string, columns: readonly string[]) {
  const manifest = createRequire(import.meta.url).resolve("idn-area-data/package.json");
  return readCsv(path.join(path.dirname(manifest), "data", `${name}.csv`), columns);
}

async function readTileCells(): Promise<ReadonlyMap<string, TileCell>> {
  const file = path.join(import.meta.dirname, "tile-grid.csv");
  const rows = await readCsv(file, ["code", "grid_row", "grid_column"]);
  return new Map(
    rows.map(([code = "", row, column]) => [code, { row: Number(row), column: Number(column) }]),
  );
}

async function readCsv(file: string, columns: readonly string[]): Promise<readonly string[][]> {
  const { data, errors } = Papa.parse<string[]>(await readFile(file, "utf8"), {
    comments: "#",
    skipEmptyLines: true,
  });
  const [head, ...rows] = data;
  if (errors.length > 0 || head?.join() !== columns.join()) {
    throw new Error(`${path.basename(file)} is not the file it was: expected ${columns.join()}`);
  }
  return rows;
}
