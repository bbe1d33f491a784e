import { routes } from "@/lib/base/routes";

/** What becomes of an address when there is no network. */
type Screen = "entry" | "today" | "home" | "other";

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
  return pathname === routes.entry || pathname.startsWith(`${routes.entry}/`) ? "entry" : "other";
}
