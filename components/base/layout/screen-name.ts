import type { Role } from "@/lib/account/auth/policy";
import type { ScreenKey } from "@/lib/account/screens";

/** The sentence by which the navigation calls a screen: for the head of an office, Input is of their own units. */
export function screenName(role: Role, key: ScreenKey) {
  return role === "unitHead" && key === "entry"
    ? "navigation.ownUnits"
    : (`${key}.screen` as const);
}
