import type { CampaignPlan } from "./campaign-plan";

/** A desa or kelurahan of the country's list. */
export type Village = {
  readonly code: string;
  readonly name: string;
  readonly subdistrictCode: string;
};

/** Kecamatan and villages of a kabupaten, in the order of their codes. */
export type District = {
  readonly subdistricts: readonly { readonly code: string; readonly name: string }[];
  readonly villages: readonly Village[];
};

/** Each village as a reporting unit of its own. */
export function asUnits(villages: readonly Village[]): CampaignPlan["units"] {
  return villages.map(({ code, name, subdistrictCode }) => ({
    code,
    name,
    kind: "village",
    regionCode: code,
    subdistrictCode,
  }));
}

/** The first villages of each subdistrict, in the order of their codes. */
export function firstOfEach(
  villages: readonly Village[],
  subdistricts: readonly string[],
  count: number,
): readonly Village[] {
  return subdistricts.flatMap((code) =>
    villages.filter(({ subdistrictCode }) => subdistrictCode === code).slice(0, count),
  );
}
