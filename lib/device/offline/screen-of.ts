import { routes } from "@/lib/base/routes";

/** What becomes of an address when there is no network. */
type Screen = "entry" | "today" | "form" | "home" | "other";

/** Pages whose form goes through the outbox, and what leads to them: kept as they were last drawn. */
const formScreens: readonly string[] = [
  routes.ownFollowUps,
  routes.newAdverseEvent,
  routes.newRapidAssessment,
  routes.stockRecord,
];

/** Addresses below Input that only the server answers. */
const needNetwork: ReadonlySet<string> = new Set([
  routes.entryImport,
  routes.entryTemplate,
  routes.entrySheet,
  routes.entryForm,
]);

/** Which screen an address is of: those of entry and today's are drawn from what the device keeps. */
export function screenOf(pathname: string): Screen {
  if (pathname === routes.home) return "home";
  if (pathname === routes.today || pathname === routes.offlineToday) return "today";
  if (needNetwork.has(pathname)) return "other";
  if (isBelow(pathname, routes.entry)) return "entry";
  return formScreens.some((screen) => isBelow(pathname, screen)) ? "form" : "other";
}

function isBelow(pathname: string, screen: string): boolean {
  return pathname === screen || pathname.startsWith(`${screen}/`);
}
