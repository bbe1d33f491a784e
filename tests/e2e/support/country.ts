import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";

import { getDistricts, getRegencies, getVillages } from "idn-area-data";

import { withConnection } from "@/scripts/sql";

import { databaseUrl } from "./own-database";

export type Area = { readonly code: string; readonly name: string };

/** A kabupaten or kota with its first kecamatan and that kecamatan's villages. */
export type Kabupaten = Area & {
  readonly kecamatan: Area;
  readonly villages: readonly [Area, ...Area[]];
  /** Its second kecamatan and a village of that. */
  readonly neighbour: Area;
  readonly neighbourVillage: Area;
};

/** The demo data lives in this province; no story writes there. */
const demoProvince = "62";

let country: Promise<readonly Kabupaten[]> | undefined;

/**
 * A kabupaten that no story has had, whichever worker tells it and however often: a folder is made by
 * one of them only, and one with a campaign was had by a run before, on the same database.
 *
 * @param folder that the run begins with empty.
 * @param villages How many its first kecamatan has to have.
 */
export async function claimKabupaten(folder: string, villages: number): Promise<Kabupaten> {
  const claims = path.join(folder, "kabupaten");
  await mkdir(claims, { recursive: true });
  const taken = new Set(await readdir(claims));
  for (const kabupaten of await listKabupaten()) {
    if (taken.has(kabupaten.code) || kabupaten.villages.length < villages) continue;
    const isOurs = await mkdir(path.join(claims, kabupaten.code)).then(
      () => true,
      () => false,
    );
    if (isOurs && !(await hasCampaign(kabupaten.code))) return kabupaten;
  }
  throw new Error(`no kabupaten of ${String(villages)} villages is left`);
}

/** A kabupaten by its code, for a product of a story's own. */
export async function findKabupaten(code: string): Promise<Kabupaten> {
  const found = (await listKabupaten()).find((each) => each.code === code);
  if (!found) throw new Error(`no kabupaten ${code}`);
  return found;
}

async function hasCampaign(district: string): Promise<boolean> {
  const { rowCount } = await withConnection(databaseUrl(), (client) =>
    client.query("SELECT FROM campaign WHERE district_code = $1 LIMIT 1", [district]),
  );
  return rowCount !== 0;
}

/** Every kabupaten and kota of two kecamatan and more whose villages' names differ well, by code. */
function listKabupaten(): Promise<readonly Kabupaten[]> {
  country ??= read();
  return country;
}

async function read(): Promise<readonly Kabupaten[]> {
  const [regencies, districts, villages] = await Promise.all([
    getRegencies(),
    getDistricts(),
    getVillages(),
  ]);
  const subdistrictsOf = group(districts, (each) => each.regency_code);
  const villagesOf = group(villages, (each) => each.district_code);

  return regencies
    .filter(({ province_code }) => province_code !== demoProvince)
    .flatMap(({ code, name }) => {
      const [kecamatan, neighbour] = subdistrictsOf.get(code) ?? [];
      const [first, ...more] = villagesOf.get(kecamatan?.code ?? "") ?? [];
      const [neighbourVillage] = villagesOf.get(neighbour?.code ?? "") ?? [];
      if (!kecamatan || !neighbour || !neighbourVillage || !first) return [];
      if (!areTold([first, ...more.slice(0, 5), neighbourVillage])) return [];
      const villages = [first, ...more] as const;
      return [{ code, name, kecamatan, villages, neighbour, neighbourVillage }];
    });
}

/** Whether each is found by its name alone: "Hutatoruan V" is found in "Hutatoruan VI". */
function areTold(areas: readonly Area[]): boolean {
  return areas.every(
    ({ code, name }) =>
      !areas.some(
        (other) => other.code !== code && other.name.toLowerCase().includes(name.toLowerCase()),
      ),
  );
}

function group<Item>(items: readonly Item[], key: (item: Item) => string) {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const found = groups.get(key(item));
    if (found) found.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
