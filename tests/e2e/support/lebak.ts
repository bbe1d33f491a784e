import { getDistricts, getVillages } from "idn-area-data";

import type { Kabupaten } from "./country";

/** Kabupaten Lebak with all its villages: 345 in 28 kecamatan, which a map of tiles draws in seven columns. */
export async function readLebak(): Promise<Kabupaten> {
  const code = "36.02";
  const [districts, all] = await Promise.all([getDistricts(), getVillages()]);
  const [first, ...more] = all.filter(({ district_code }) => district_code.startsWith(`${code}.`));
  const [kecamatan, neighbour] = districts.filter(({ regency_code }) => regency_code === code);
  const neighbourVillage = more.find(({ district_code }) => district_code === neighbour?.code);
  if (!kecamatan || !neighbour || !neighbourVillage || !first) throw new Error("no Lebak");
  const villages = [first, ...more] as const;
  return { code, name: "Kabupaten Lebak", kecamatan, villages, neighbour, neighbourVillage };
}
