import { seenText } from "@/lib/base/forms/written-count";

import { placeKey } from "./place-words";

/** What a line of a list is that is no reporting unit. Each has its sentence where files are read. */
export type NotAUnit = "total" | "district" | "subdistrict" | "nonResidents" | "institution";

/** The places above a campaign's units. */
export type PlacesAbove = {
  readonly districtName: string;
  readonly subdistrictNames: readonly string[];
};

const totalWords =
  /^(?:(?:sub|grand)\W*)?(?:jumlah|jml|total|tot|rata\W*rata|rerata|average|mean|sum)(?![\p{L}\p{N}])|^[Σ∑]/iu;
const elsewhereWords =
  /^(?:dari\s+)?luar\s+(?:wilayah|daerah|desa|kelurahan|kel|kecamatan|kec|kabupaten|kab|kota)(?![\p{L}\p{N}])|^pendatang(?![\p{L}\p{N}])/iu;
const institutionWords =
  /^(?:lapas|lp|lembaga\s+pemasyarakatan|rutan|panti|ponpes|pesantren|pondok|asrama|barak|rsud|rs|rumah\s+sakit|klinik)(?![\p{L}\p{N}])/iu;
const districtWord = /^(?:kabupaten|kab|kota)(?![\p{L}\p{N}])\W*/iu;

/** Whether a line adds up or averages others: it is passed over, and its figures count nowhere. */
export function isTotalLine(written: string, { districtName }: PlacesAbove): boolean {
  const text = seenText(written);
  return totalWords.test(text) || (districtWord.test(text) && isDistrict(text, districtName));
}

/**
 * What a name is that no reporting unit has; null: that is not known. The name of a kecamatan may be
 * a village's too, so units are looked for first.
 */
export function notAUnit(written: string, above: PlacesAbove): NotAUnit | null {
  const text = seenText(written);
  if (totalWords.test(text)) return "total";
  if (elsewhereWords.test(text)) return "nonResidents";
  if (institutionWords.test(text)) return "institution";
  if (isDistrict(text, above.districtName)) return "district";
  const key = placeKey(text);
  return above.subdistrictNames.some((name) => placeKey(name) === key) ? "subdistrict" : null;
}

function isDistrict(text: string, districtName: string): boolean {
  const bare = (name: string) => placeKey(name.replace(districtWord, ""));
  return bare(text) === bare(districtName);
}
