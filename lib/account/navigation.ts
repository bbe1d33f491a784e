import { mayEver, type Permission, type Role } from "@/lib/account/auth/policy";
import { routes } from "@/lib/base/routes";

/** One list of screens, drawn three ways: tabs, side, bottom bar. It lists only what exists. */
const screens = [
  { key: "summary", href: routes.summary, group: "watch", permission: "coverage:read" },
  { key: "coverage", href: routes.coverage, group: "watch", permission: "coverage:read" },
  {
    key: "completeness",
    href: routes.completeness,
    group: "watch",
    permission: "completeness:read",
  },
  { key: "quality", href: routes.quality, group: "watch", permission: "quality:review" },
  { key: "verification", href: routes.verification, group: "watch", permission: "report:verify" },
  { key: "entry", href: routes.entry, group: "fill", permission: "tally:submit" },
  { key: "targets", href: routes.targets, group: "prepare", permission: "target:import" },
  { key: "campaigns", href: routes.campaigns, group: "prepare", permission: "campaign:manage" },
  { key: "people", href: routes.people, group: "prepare", permission: "people:manage" },
  { key: "audit", href: routes.auditTrail, group: "prepare", permission: "audit:read" },
] as const satisfies readonly {
  key: string;
  href: string;
  group: string;
  permission: Permission;
}[];

type Screen = (typeof screens)[number];
export type ScreenKey = Screen["key"];

/** What is open on a screen in the campaign that is looked at, and in others that run today. */
export type Open = {
  readonly here: number;
  readonly elsewhere: readonly { readonly campaign: string; readonly count: number }[];
};

export type OpenWork = Partial<Record<ScreenKey, Open>>;

/** What each role comes for first; the rest of its screens follow in the list's order. */
const first: Record<Role, readonly ScreenKey[]> = {
  administrator: ["people", "campaigns", "targets"],
  healthOffice: [],
  subdistrictHead: ["entry", "completeness", "coverage"],
  villageHead: ["entry", "completeness", "coverage"],
  regentOffice: ["summary"],
};

/** The screens of a role, the ones that it comes for first. */
export function screensOf(role: Role): readonly Screen[] {
  const mine = screens.filter(({ permission }) => mayEver(role, permission));
  const rank = ({ key }: Screen) => {
    const index = first[role].indexOf(key);
    return index === -1 ? screens.length : index;
  };
  return [...mine].sort((a, b) => rank(a) - rank(b));
}

/** The groups of these screens, in the order in which their first screen stands. */
export function screenGroups(of: readonly Screen[]): readonly Screen["group"][] {
  return [...new Set(of.map(({ group }) => group))];
}

/** Where a person of this role lands after signing in. */
export function homeOf(role: Role): string {
  return screensOf(role)[0]?.href ?? routes.account;
}

/** Roles with many screens have them at the side; the others in the top bar. */
export function hasSideNavigation(role: Role): boolean {
  return role === "healthOffice" || role === "administrator";
}
