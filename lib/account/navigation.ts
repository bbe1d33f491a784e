import { mayEver, type Role } from "@/lib/account/auth/policy";
import { routes } from "@/lib/base/routes";

import { screens, type Screen, type ScreenKey } from "./screens";

/** What is open on a screen in the campaign that is looked at, and in others that run today. */
export type Open = {
  readonly here: number;
  readonly elsewhere: readonly { readonly campaign: string; readonly count: number }[];
};

export type OpenWork = Partial<Record<ScreenKey, Open>>;

/** What each role comes for first; the rest of its screens follow in the list's order. */
const first: Record<Role, readonly ScreenKey[]> = {
  administrator: ["firstSteps", "people", "campaigns", "targets"],
  healthOffice: [],
  subdistrictHead: ["entry", "completeness", "coverage"],
  villageHead: ["entry", "completeness", "coverage"],
  regentOffice: ["summary"],
  unitHead: ["today", "entry", "coverage"],
};

/**
 * The screens of a role, the ones that it comes for first.
 *
 * @param onDemand which of those are shown that stand there only on demand: the first steps while no report
 * comes in, what is asked once anything is.
 * @param without those that the campaign that is looked at has nothing for.
 */
export function screensOf(
  role: Role,
  onDemand: readonly ScreenKey[] = [],
  without: readonly ScreenKey[] = [],
): readonly Screen[] {
  const mine = screens.filter(
    (screen) =>
      mayEver(role, screen.permission) &&
      !without.includes(screen.key) &&
      (!("isOnDemand" in screen) || onDemand.includes(screen.key)),
  );
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
  return screensOf(role)[0]?.address ?? routes.account;
}

/** Whether a role comes to fill in a day: it may, and does not verify the days of others. */
export function isFillingIn(role: Role): boolean {
  return mayEver(role, "tally:submit") && !mayEver(role, "report:verify");
}

/** Roles with many screens have them at the side; the others in the top bar. */
export function hasSideNavigation(role: Role): boolean {
  return role === "healthOffice" || role === "administrator";
}
