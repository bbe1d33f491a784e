import type { Role } from "@/lib/account/auth/policy";
import { regionLevel, type RegionCode, type RegionLevel } from "@/lib/base/region/code";

/** The levels of area that a role is held in. */
export const levelsOf: Readonly<Record<Role, readonly RegionLevel[]>> = {
  administrator: ["district", "province", "nation"],
  healthOffice: ["district", "province"],
  subdistrictHead: ["subdistrict"],
  villageHead: ["village"],
  regentOffice: ["district"],
  unitHead: ["district"],
};

/** Whether a role can be held in an area: a camat has a kecamatan, a lurah a kelurahan. */
export function fits(role: Role, region: RegionCode): boolean {
  return levelsOf[role].includes(regionLevel(region));
}
