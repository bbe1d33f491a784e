import {
  Activity,
  CalendarCheck2,
  CalendarDays,
  ChartBarBig,
  ClipboardPen,
  Flag,
  Gauge,
  History,
  House,
  Inbox,
  ListChecks,
  Package,
  Rocket,
  SearchCheck,
  ShieldCheck,
  Sun,
  TrendingUp,
  UserCog,
  UsersRound,
  type LucideIcon,
} from "lucide-react";

import type { Permission } from "@/lib/account/auth/policy";
import { routes } from "@/lib/base/routes";

type ScreenEntry = {
  /** Also the name of its file of sentences, whose `screen` is what the navigation calls it. */
  readonly key: string;
  /** Its folder in `app`. Pages and downloads in that folder ask for the same permission. */
  readonly address: string;
  readonly permission: Permission;
  /** The question that it helps to answer: are we going to make it, is it true, what happens today, who was asked. */
  readonly group: "watch" | "check" | "field" | "coordinate" | "prepare";
  readonly icon: LucideIcon;
  /** It stands in the navigation only where there is something on it: see `screensOf`. */
  readonly isOnDemand?: true;
};

/**
 * The register of screens, in the order of the navigation. The navigation is drawn from it, and the
 * tests of permissions and accessibility open what it lists. For servers only: a browser that needs an
 * address takes it from `routes`, without icons.
 */
export const screens = [
  {
    key: "summary",
    address: routes.summary,
    permission: "coverage:read",
    group: "watch",
    icon: Gauge,
  },
  {
    key: "coverage",
    address: routes.coverage,
    permission: "coverage:read",
    group: "watch",
    icon: ChartBarBig,
  },
  {
    key: "completeness",
    address: routes.completeness,
    permission: "completeness:read",
    group: "watch",
    icon: CalendarCheck2,
  },
  {
    key: "indicators",
    address: routes.indicators,
    permission: "coverage:read",
    group: "watch",
    icon: TrendingUp,
    isOnDemand: true,
  },
  {
    key: "quality",
    address: routes.quality,
    permission: "quality:review",
    group: "check",
    icon: SearchCheck,
  },
  {
    key: "verification",
    address: routes.verification,
    permission: "report:verify",
    group: "check",
    icon: ShieldCheck,
  },
  {
    key: "rapidAssessments",
    address: routes.rapidAssessments,
    permission: "safety:report",
    group: "check",
    icon: House,
    isOnDemand: true,
  },
  {
    key: "today",
    address: routes.today,
    permission: "tally:submit",
    group: "field",
    icon: Sun,
  },
  {
    key: "entry",
    address: routes.entry,
    permission: "tally:submit",
    group: "field",
    icon: ClipboardPen,
  },
  {
    key: "schedule",
    address: routes.schedule,
    permission: "coverage:read",
    group: "field",
    icon: CalendarDays,
    isOnDemand: true,
  },
  {
    key: "stock",
    address: routes.stock,
    permission: "stock:report",
    group: "field",
    icon: Package,
    isOnDemand: true,
  },
  {
    key: "adverseEvents",
    address: routes.adverseEvents,
    permission: "safety:report",
    group: "field",
    icon: Activity,
    isOnDemand: true,
  },
  {
    key: "directives",
    address: routes.directives,
    permission: "directive:manage",
    group: "coordinate",
    icon: ListChecks,
    isOnDemand: true,
  },
  {
    key: "followUps",
    address: routes.ownFollowUps,
    permission: "action:answer",
    group: "coordinate",
    icon: Inbox,
    isOnDemand: true,
  },
  {
    key: "firstSteps",
    address: routes.firstSteps,
    permission: "people:manage",
    group: "prepare",
    icon: Rocket,
    isOnDemand: true,
  },
  {
    key: "campaigns",
    address: routes.campaigns,
    permission: "campaign:manage",
    group: "prepare",
    icon: Flag,
  },
  {
    key: "targets",
    address: routes.targets,
    permission: "target:import",
    group: "prepare",
    icon: UsersRound,
  },
  {
    key: "people",
    address: routes.people,
    permission: "people:manage",
    group: "prepare",
    icon: UserCog,
  },
  {
    key: "audit",
    address: routes.auditTrail,
    permission: "audit:read",
    group: "prepare",
    icon: History,
  },
] as const satisfies readonly ScreenEntry[];

export type Screen = (typeof screens)[number];
export type ScreenKey = Screen["key"];

/** Pages that belong to no screen, and who may open them: anyone, or everyone who is signed in. */
export const otherPages: Readonly<Record<string, "anyone" | "signedIn">> = {
  [routes.signIn]: "anyone",
  "/sw.js": "anyone",
  [routes.home]: "signedIn",
  [routes.account]: "signedIn",
  [routes.more]: "signedIn",
  [routes.about]: "signedIn",
};
