import { isWithin, type RegionCode } from "@/lib/base/region/code";

export const roles = [
  "administrator",
  "healthOffice",
  "subdistrictHead",
  "villageHead",
  "regentOffice",
  "unitHead",
] as const;

export type Role = (typeof roles)[number];

export const permissions = [
  "coverage:read",
  "tally:submit",
  "completeness:read",
  "report:verify",
  "quality:review",
  "target:import",
  "campaign:manage",
  "people:manage",
  "audit:read",
  "directive:manage",
  "action:answer",
  "indicator:manage",
  "indicator:submit",
  "stock:manage",
  "stock:report",
  "plan:manage",
  "safety:report",
  "safety:review",
] as const;

export type Permission = (typeof permissions)[number];

/** An office of the register of a kabupaten. */
export type OfficePlace = { readonly district: RegionCode; readonly office: string };

/** Where something may be done: in an area with all that lies in it, or in what one office holds. */
export type Place = RegionCode | OfficePlace;

/** Someone signed in: what they may do, and the area or the office that they may do it in. */
export type Actor = {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  /** Of the head of an office its kabupaten, of which nothing is theirs but the office. */
  readonly homeRegion: RegionCode;
  readonly homeRegionName: string;
  readonly office: { readonly code: string; readonly name: string } | null;
};

/** What may be done in an office; everything else is done in an area. */
const officePermissions = [
  "coverage:read",
  "tally:submit",
  "action:answer",
  "indicator:submit",
  "stock:report",
  "safety:report",
] as const satisfies Permission[];

export type OfficePermission = (typeof officePermissions)[number];

const permissionsOf: Record<Role, readonly Permission[]> = {
  administrator: permissions,
  healthOffice: permissions,
  subdistrictHead: [
    "coverage:read",
    "completeness:read",
    "tally:submit",
    "action:answer",
    "indicator:submit",
    "stock:report",
    "plan:manage",
    "safety:report",
  ],
  villageHead: [
    "coverage:read",
    "completeness:read",
    "tally:submit",
    "action:answer",
    "indicator:submit",
    "safety:report",
  ],
  regentOffice: ["coverage:read", "directive:manage", "action:answer"],
  unitHead: officePermissions,
};

/** Whether the role holds the permission anywhere at all. */
export function mayEver(role: Role, permission: Permission): boolean {
  return permissionsOf[role].includes(permission);
}

/** The whole authorization rule: the role holds the permission, and the area or the office is theirs. */
export function permits(actor: Actor, permission: Permission, place: Place): boolean {
  return mayEver(actor.role, permission) && isTheirs(actor, place);
}

/** An office is its head's, and of those in whose area its kabupaten lies. No area is a head's. */
function isTheirs({ homeRegion, office }: Actor, place: Place): boolean {
  if (office === null) {
    return isWithin(typeof place === "string" ? place : place.district, homeRegion);
  }
  return typeof place !== "string" && place.district === homeRegion && place.office === office.code;
}

/** All of what is somebody's. */
export function ownPlace({ homeRegion, office }: Actor): Place {
  return office === null ? homeRegion : { district: homeRegion, office: office.code };
}

/** What that is called. */
export function ownPlaceName({ homeRegionName, office }: Actor): string {
  return office?.name ?? homeRegionName;
}

/** Roles that a person who manages people may hand out: nobody makes someone above themselves. */
export function mayAppoint(role: Role): readonly Role[] {
  if (role === "administrator") return roles;
  if (role === "healthOffice") return roles.filter((each) => each !== "administrator");
  return [];
}
