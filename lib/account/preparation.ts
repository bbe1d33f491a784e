import type { Role } from "@/lib/account/auth/policy";

import type { ScreenKey } from "./screens";

/** In which a device remembers whether the screens of setting up are unfolded. */
export const preparationCookie = "siapkan";

/** What it says. */
export function preparationLeft(isOpen: boolean): string {
  return isOpen ? "buka" : "lipat";
}

/**
 * Whether the screens of setting up are unfolded: as they were left on this device, else for the
 * administrator and while nothing is reported.
 *
 * @param left what the cookie says.
 */
export function isPreparationOpen(
  role: Role,
  onDemand: readonly ScreenKey[],
  left: string | undefined,
): boolean {
  for (const isOpen of [true, false]) if (left === preparationLeft(isOpen)) return isOpen;
  return role === "administrator" || onDemand.includes("firstSteps");
}
