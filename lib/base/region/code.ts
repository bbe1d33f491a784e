import { z } from "zod";

/**
 * A Kemendagri area code. Each level adds a segment:
 * province "62", district "62.03", subdistrict "62.03.01", village "62.03.01.1006".
 * "00" is the whole nation, the home of who administers an installation.
 */
export const regionCode = z
  .string()
  .regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/)
  .brand<"RegionCode">();

export type RegionCode = z.infer<typeof regionCode>;

export const districtCode = regionCode.refine((code) => regionLevel(code) === "district");

export type RegionLevel = "nation" | "province" | "district" | "subdistrict" | "village";

export const nation = regionCode.parse("00");

/** The level that a code's length tells. */
export function regionLevel(code: RegionCode): RegionLevel {
  if (code === nation) return "nation";
  if (code.length === 2) return "province";
  if (code.length === 5) return "district";
  return code.length === 8 ? "subdistrict" : "village";
}

/** Whether `area` is `ancestor` itself or lies under it. */
export function isWithin(area: RegionCode, ancestor: RegionCode): boolean {
  return ancestor === nation || area === ancestor || area.startsWith(`${ancestor}.`);
}

/** The kabupaten or kota of a code; null for a province or the nation. */
export function districtOf(code: RegionCode): RegionCode | null {
  return code.length < 5 ? null : regionCode.parse(code.slice(0, 5));
}

/** The kecamatan of a code; null above it. */
export function subdistrictOf(code: RegionCode): RegionCode | null {
  return code.length < 8 ? null : regionCode.parse(code.slice(0, 8));
}
