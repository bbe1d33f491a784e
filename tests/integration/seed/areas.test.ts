import { databaseUrl, emptyDatabase, query } from "@/tests/support/database";

import { beforeAll, describe, expect, it } from "vitest";

import { loadAreas } from "@/prisma/seed/areas";

const all = 1 + 38 + 514 + 7_285 + 83_762;
const progress: number[] = [];

beforeAll(async () => {
  await emptyDatabase();
  await loadAreas(databaseUrl, (rows) => progress.push(rows));
});

describe("the country's areas", () => {
  it("are all there, level by level", async () => {
    expect(
      await query("select level, kind, count(*)::int from region group by 1, 2 order by 1, 2"),
    ).toEqual([
      { level: 0, kind: "nation", count: 1 },
      { level: 1, kind: "province", count: 38 },
      { level: 2, kind: "kabupaten", count: 416 },
      { level: 2, kind: "kota", count: 98 },
      { level: 3, kind: "subdistrict", count: 7_285 },
      { level: 4, kind: "desa", count: 75_266 },
      { level: 4, kind: "kelurahan", count: 8_496 },
    ]);
  });

  it("each lie in an area one level above, by their code", async () => {
    const [stray] = await query(
      `select count(*)::int from region as part left join region as whole on whole.code = part.parent_code
       where part.level > 0 and (whole.level is distinct from part.level - 1
         or whole.level > 0 and part.code not like whole.code || '.%')`,
    );
    expect(stray).toEqual({ count: 0 });
  });

  it("hold Kapuas with 17 kecamatan and 231 villages", async () => {
    expect(
      await query(
        `select level, count(*)::int from region where code like '62.03%' group by 1 order by 1`,
      ),
    ).toEqual([
      { level: 2, count: 1 },
      { level: 3, count: 17 },
      { level: 4, count: 231 },
    ]);
  });

  it("keep names as printed, commas and quotes too", async () => {
    expect(
      await query(
        `select code, name, kind, parent_code from region
         where code in ('00', '62.71', '62.03.01.1007', '12.07.28.1007', '35.18.17.2007', '91.03.01.3007')
         order by code`,
      ),
    ).toEqual([
      { code: "00", name: "Indonesia", kind: "nation", parent_code: null },
      {
        code: "12.07.28.1007",
        name: "Lubuk Pakam I,II",
        kind: "kelurahan",
        parent_code: "12.07.28",
      },
      { code: "35.18.17.2007", name: 'Ja"an', kind: "desa", parent_code: "35.18.17" },
      { code: "62.03.01.1007", name: "Selat Hilir", kind: "kelurahan", parent_code: "62.03.01" },
      { code: "62.71", name: "Kota Palangkaraya", kind: "kota", parent_code: "62" },
      { code: "91.03.01.3007", name: "Desa Adat Yoboi", kind: "desa", parent_code: "91.03.01" },
    ]);
  });

  it("have a cell of their own on the tile map where one is known", async () => {
    expect(
      await query(
        `select left(code, 5) as code, count(*)::int, count(distinct (grid_row, grid_column))::int as cells
         from region where grid_row is not null group by 1 order by 1`,
      ),
    ).toEqual([
      { code: "21.05", count: 10, cells: 10 },
      { code: "36.02", count: 28, cells: 28 },
      { code: "61.06", count: 23, cells: 23 },
      { code: "62.03", count: 17, cells: 17 },
    ]);
  });

  it("come with the foreign key and the index that the load takes away for a moment", async () => {
    expect(
      await query(
        `select conname as name, convalidated as sound from pg_constraint
         where conrelid = 'region'::regclass and contype = 'f'
         union all select indexrelid::regclass::text, indisvalid from pg_index
         where indrelid = 'region'::regclass and not indisprimary order by name`,
      ),
    ).toEqual([
      { name: "region_parent_code_fkey", sound: true },
      { name: "region_parent_code_idx", sound: true },
    ]);
  });
});

describe("loading the areas", () => {
  it("tells how far it is", () => {
    expect(progress.at(-1)).toBe(all);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
  });

  it("does nothing when they are complete", async () => {
    const rowVersions = "select sum(xmin::text::bigint)::text as versions from region";
    const before = await query(rowVersions);

    expect(await loadAreas(databaseUrl)).toBe(all);
    expect(await query(rowVersions)).toEqual(before);
  });

  it("completes what is there in part", async () => {
    await query("delete from region where level = 4 and code like '62.03%'");
    await query("update region set name = 'Lama' where code = '62.03'");

    expect(await loadAreas(databaseUrl)).toBe(all);
    expect(
      await query(
        `select (select count(*)::int from region) as count, name from region where code = '62.03'`,
      ),
    ).toEqual([{ count: all, name: "Kabupaten Kapuas" }]);
  });

  it("leaves the same when two run at once", async () => {
    await emptyDatabase();
    expect(await Promise.all([loadAreas(databaseUrl), loadAreas(databaseUrl)])).toEqual([all, all]);
    expect(await query("select count(*)::int from region")).toEqual([{ count: all }]);
  });

  it("leaves nothing behind when it is stopped", async () => {
    await emptyDatabase();
    const stop = () => {
      throw new Error("stopped");
    };
    await expect(loadAreas(databaseUrl, stop)).rejects.toThrow("stopped");
    expect(await query("select count(*)::int from region")).toEqual([{ count: 0 }]);
    expect(await loadAreas(databaseUrl)).toBe(all);
  });
});
