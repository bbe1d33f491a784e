import { getDistricts, getRegencies, getVillages } from "idn-area-data";

export type Area = { readonly code: string; readonly name: string };

/** A kabupaten or kota with its first kecamatan and that kecamatan's villages. */
export type Kabupaten = Area & {
  readonly kecamatan: Area;
  readonly villages: readonly Area[];
  /** Its second kecamatan and a village of that. */
  readonly neighbour: Area;
  readonly neighbourVillage: Area;
};

/** The demo data lives in this province; no story writes there. */
const demoProvince = "62";

let country: Promise<readonly Kabupaten[]> | undefined;

/** Every kabupaten and kota whose first kecamatan has at least six villages, by code. */
export function listKabupaten(): Promise<readonly Kabupaten[]> {
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
      const own = villagesOf.get(kecamatan?.code ?? "") ?? [];
      const [neighbourVillage] = villagesOf.get(neighbour?.code ?? "") ?? [];
      if (!kecamatan || !neighbour || !neighbourVillage || own.length < 6) return [];
      return [{ code, name, kecamatan, villages: own, neighbour, neighbourVillage }];
    });
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
