import { mayEver, type Role } from "@/lib/account/auth/policy";
import { routes } from "@/lib/base/routes";

import { screens, type Screen, type ScreenKey } from "./screens";

/** What is open on a screen in the campaign that is looked at, and in others that run today. */
export type Open = {
  readonly here: number;
  readonly elsewhere: readonly { readonly campaign: string; readonly count: number }[];
};

export type OpenWork = Partial<Record<ScreenKey, Open>>;

/**
 * What each role comes for, the first of it first: what stands in its bar as far as there is room. The
 * rest is behind "more".
 */
const main: Record<Role, readonly ScreenKey[]> = {
  administrator: ["firstSteps", "people", "campaigns"],
  healthOffice: ["summary", "completeness", "directives", "coverage"],
  subdistrictHead: ["today", "completeness", "coverage", "followUps", "indicators"],
  villageHead: ["today", "completeness", "coverage", "followUps", "indicators"],
  regentOffice: ["summary", "coverage", "directives", "indicators"],
  unitHead: ["today", "entry"],
};

/**
 * The screens of a role, group by group; who sets up has that group first.
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
  // What is asked of somebody who asks others is a view of the same question.
  const asksOthers = mine.some(({ key }) => key === "directives");
  const listed = mine.filter(
    ({ key }) =>
      !(key === "followUps" && asksOthers) && !(key === "today" && hasSideNavigation(role)),
  );
  if (role !== "administrator") return listed;
  const isPrepared = ({ group }: Screen) => group === "prepare";
  return [...listed.filter(isPrepared), ...listed.filter((screen) => !isPrepared(screen))];
}

/** Those of them that a bar has room for, the first that the role comes for first. */
export function mainScreens(role: Role, of: readonly Screen[], atMost: number): readonly Screen[] {
  return main[role]
    .flatMap((key) => of.find((screen) => screen.key === key) ?? [])
    .slice(0, atMost);
}

/** The groups of these screens, in the order in which their first screen stands. */
export function screenGroups(of: readonly Screen[]): readonly Screen["group"][] {
  return [...new Set(of.map(({ group }) => group))];
}

/** Where a person of this role lands after signing in. */
export function homeOf(role: Role): string {
  return mainScreens(role, screensOf(role), 1)[0]?.address ?? routes.account;
}

/** Whether a role comes to fill in a day: it may, and does not verify the days of others. */
export function isFillingIn(role: Role): boolean {
  return mayEver(role, "tally:submit") && !mayEver(role, "report:verify");
}

/** Roles with many screens have them at the side; the others in the top bar. */
export function hasSideNavigation(role: Role): boolean {
  return role === "healthOffice" || role === "administrator";
}
