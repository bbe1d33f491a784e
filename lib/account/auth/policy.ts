import { isWithin, type RegionCode } from "@/lib/base/region/code";

export const roles = [
  "administrator",
  "healthOffice",
  "subdistrictHead",
  "villageHead",
  "regentOffice",
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
] as const;

export type Permission = (typeof permissions)[number];

/** Someone signed in: what they may do, and the area they may do it in. */
export type Actor = {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly homeRegion: RegionCode;
  readonly homeRegionName: string;
};

const permissionsOf: Record<Role, readonly Permission[]> = {
  administrator: permissions,
  healthOffice: permissions,
  subdistrictHead: ["coverage:read", "completeness:read", "tally:submit"],
  villageHead: ["coverage:read", "completeness:read", "tally:submit"],
  regentOffice: ["coverage:read"],
};

/** Whether the role holds the permission anywhere at all. */
export function mayEver(role: Role, permission: Permission): boolean {
  return permissionsOf[role].includes(permission);
}

/** The whole authorization rule: the role holds the permission, and the area is theirs. */
export function permits(actor: Actor, permission: Permission, region: RegionCode): boolean {
  return mayEver(actor.role, permission) && isWithin(region, actor.homeRegion);
}

/** Roles that a person who manages people may hand out: nobody makes someone above themselves. */
export function mayAppoint(role: Role): readonly Role[] {
  if (role === "administrator") return roles;
  if (role === "healthOffice") return roles.filter((each) => each !== "administrator");
  return [];
}
