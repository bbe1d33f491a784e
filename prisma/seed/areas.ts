import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

import { readAreas, type Area } from "./area-files";
import { inTransaction } from "./transaction";

type Progress = (rows: number) => void;

const rowsPerChunk = 5_000;
const columns = "code, parent_code, level, name, kind, grid_row, grid_column";

/**
 * Loads the country's areas into `region`: the nation "00", provinces, kabupaten and kota,
 * kecamatan, desa and kelurahan, with the tile-map cells that are known.
 *
 * One transaction: a load that was killed leaves nothing, and one that meets another waits for it.
 * Complete already: does nothing. Otherwise areas that are there are renewed and none is removed.
 *
 * @param onProgress told the number of rows sent so far, every 5,000 rows.
 * @returns the number of areas, loaded now or before.
 * @throws when the server cannot be reached or the tables are not there.
 * Source: npm idn-area-data (Kepmendagri 300.2.2-2138 Tahun 2025), ODbL 1.0.
 */
export async function loadAreas(databaseUrl: string, onProgress?: Progress): Promise<number> {
  const areas = await readAreas();

  await inTransaction(databaseUrl, async (client) => {
    await client.query("lock table region in share row exclusive mode");
    const known = await countAreas(client);
    if (known >= areas.length) return;

    await (known === 0 ? fill : renew)(client, areas, onProgress);
    await client.query("analyze region");
  });
  return areas.length;
}

/**
 * Into the empty table. Looking up each row's parent on its own takes longer than the load itself:
 * the index and the foreign key go and come back, which looks at all rows at once.
 */
async function fill(client: pg.Client, areas: readonly Area[], onProgress?: Progress) {
  await client.query(`alter table region drop constraint region_parent_code_fkey;
    drop index region_parent_code_idx`);
  await copyAreas(client, "region", areas, onProgress);
  await client.query(`create index region_parent_code_idx on region (parent_code);
    alter table region add constraint region_parent_code_fkey
      foreign key (parent_code) references region (code)`);
}

async function renew(client: pg.Client, areas: readonly Area[], onProgress?: Progress) {
  await client.query("create temp table arriving (like region) on commit drop");
  await copyAreas(client, "arriving", areas, onProgress);
  await client.query(
    `insert into region (${columns}) select ${columns} from arriving
     on conflict (code) do update
       set parent_code = excluded.parent_code, level = excluded.level, name = excluded.name,
           kind = excluded.kind, grid_row = excluded.grid_row, grid_column = excluded.grid_column`,
  );
}

async function countAreas(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    "select count(*)::int as count from region",
  );
  return rows[0]?.count ?? 0;
}

async function copyAreas(
  client: pg.Client,
  table: "region" | "arriving",
  areas: readonly Area[],
  onProgress?: Progress,
): Promise<void> {
  const rows = client.query(copyFrom(`copy ${table} (${columns}) from stdin`));
  await pipeline(Readable.from(chunks(areas, onProgress)), rows);
}

function* chunks(areas: readonly Area[], onProgress?: Progress): Generator<string> {
  for (let from = 0; from < areas.length; from += rowsPerChunk) {
    const chunk = areas.slice(from, from + rowsPerChunk);
    yield chunk.map(copyLine).join("");
    onProgress?.(from + chunk.length);
  }
}

/** A line of COPY's text format: tabs between, \N for nothing, backslash before what is special. */
function copyLine({ code, parentCode, level, name, kind, cell }: Area): string {
  const values = [code, parentCode, level, name, kind, cell?.row, cell?.column];
  return `${values.map(copyValue).join("\t")}\n`;
}

function copyValue(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return "\\N";
  return String(value).replace(/[\\\t\n\r]/g, (special) => `\\${special}`);
}
