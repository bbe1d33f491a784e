import { describe, expect, test } from "vitest";

import { query } from "@/tests/support/database";
import { signIn } from "@/lib/account/auth/server/commands";
import { createPerson } from "@/lib/account/people/server/commands";
import { appointHeads } from "@/lib/account/people/server/head-commands";
import { headsWithAccount } from "@/lib/account/people/server/queries";
import { regionCode } from "@/lib/base/region/code";
import { person } from "../../campaign/district";

import { admin, camat, device, dinkes, manage } from "./managers";

describe("accounts for every camat", () => {
  const kapuas = regionCode.parse("62.03");

  test("are made where there is none, and each password signs in", async () => {
    await createPerson(manage(dinkes), camat());
    const { made } = await appointHeads(manage(dinkes), kapuas, "subdistrictHead");

    expect(made.map(({ username }) => username)).toEqual(["camat.mantangai"]);
    expect(made[0] && (await signIn(made[0], "here", null, device))).not.toBeNull();
    expect((await headsWithAccount(manage(dinkes), kapuas)).subdistrictHead).toEqual({
      known: 2,
      all: 2,
      missing: [],
    });
    expect(await appointHeads(manage(dinkes), kapuas, "subdistrictHead")).toEqual({
      made: [],
      madeMeanwhile: null,
    });
  });

  test("get another name where the first is taken", async () => {
    await person("villageHead", "62.10.01.2001", "camat.selat");
    const { made } = await appointHeads(manage(dinkes), kapuas, "subdistrictHead");
    expect(made.map(({ username }) => username)).toContain("camat.selat.620301");
  });

  test("are made once when it is pressed six times at the same moment, and the rest are told", async () => {
    await query("update app_user set display_name = 'Dinas Kesehatan' where id = $1", [dinkes.id]);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => appointHeads(manage(dinkes), kapuas, "subdistrictHead")),
    );
    const made = answers.flatMap((each) => each.made);
    expect(made.map(({ username }) => username).sort()).toEqual(["camat.mantangai", "camat.selat"]);
    for (const each of made) expect(await signIn(each, "here", null, device)).not.toBeNull();
    const told = answers.flatMap(({ madeMeanwhile }) => madeMeanwhile ?? []);
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told.map(({ by }) => by))).toEqual(new Set(["Dinas Kesehatan"]));
    expect(new Set(told.map(({ count }) => count))).toEqual(new Set([2]));
  });

  test("are not made in another kabupaten", async () => {
    await expect(
      appointHeads(manage(dinkes), regionCode.parse("62.10"), "subdistrictHead"),
    ).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("accounts for every kepala desa and lurah", () => {
  const kapuas = regionCode.parse("62.03");

  test("are made by an administrator, named by what they head, and none is doubled", async () => {
    await query("delete from region where level = 4 and code like '62.03.%'");
    await query(`insert into region (code, parent_code, level, name, kind) values
      ('62.03.01.1001', '62.03.01', 4, 'Selat Hilir', 'kelurahan'),
      ('62.03.01.2001', '62.03.01', 4, 'Suka Maju', 'desa'),
      ('62.03.01.2002', '62.03.01', 4, 'Suka Mulya', 'desa'),
      ('62.03.09.2001', '62.03.09', 4, 'Sukamaju', 'desa'),
      ('62.03.09.2002', '62.03.09', 4, 'Suka Mulya', 'desa')`);
    await person("villageHead", "62.03.01.1001", "lurah.lama");
    const before = await headsWithAccount(manage(admin), kapuas);
    expect(before.villageHead).toMatchObject({ known: 1, all: 5 });
    expect(before.villageHead.missing.map(({ placeName }) => placeName)).toEqual([
      "Suka Maju",
      "Suka Mulya",
      "Sukamaju",
      "Suka Mulya",
    ]);

    const { made } = await appointHeads(manage(admin), kapuas, "villageHead");
    expect(made.map(({ username }) => username)).toEqual([
      "kades.sukamaju",
      "kades.sukamulya",
      "kades.sukamaju.6203092001",
      "kades.sukamulya.6203092002",
    ]);
    const shown = await query<{ name: string }>(
      `select display_name as name from app_user where username like 'kades.%'
       order by home_region_code`,
    );
    expect(shown.map(({ name }) => name)).toEqual([
      "Kepala Desa Suka Maju",
      "Kepala Desa Suka Mulya, Selat",
      "Kepala Desa Sukamaju",
      "Kepala Desa Suka Mulya, Mantangai",
    ]);
    for (const each of made) expect(await signIn(each, "here", null, device)).not.toBeNull();
    expect(await appointHeads(manage(admin), kapuas, "villageHead")).toEqual({
      made: [],
      madeMeanwhile: null,
    });
    expect((await headsWithAccount(manage(admin), kapuas)).villageHead).toEqual({
      known: 5,
      all: 5,
      missing: [],
    });
  });

  test("one that is disabled is nobody's to make again", async () => {
    await appointHeads(manage(dinkes), kapuas, "villageHead");
    await query("update app_user set is_active = false where role = 'villageHead'");
    const { villageHead } = await headsWithAccount(manage(dinkes), kapuas);
    expect(villageHead.known).toBe(0);
    expect(villageHead.missing).toEqual([]);
  });

  test("345 at once keep within the queue and the transaction", async () => {
    await query("delete from region where level = 4 and code like '62.03.%'");
    await query(`insert into region (code, parent_code, level, name, kind)
      select '62.03.01.' || (2000 + number), '62.03.01', 4, 'Desa ' || number, 'desa'
      from generate_series(1, 345) as number`);
    const { made } = await appointHeads(manage(dinkes), kapuas, "villageHead");
    expect(made).toHaveLength(345);
    expect(new Set(made.map(({ username }) => username)).size).toBe(345);
    expect(new Set(made.map(({ password }) => password)).size).toBe(345);
  }, 180_000);
});
