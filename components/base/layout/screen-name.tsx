import { useTranslations } from "next-intl";

import type { Role } from "@/lib/account/auth/policy";
import type { ScreenKey } from "@/lib/account/screens";

/** What the navigation calls a screen: for the head of an office, Input is of their own units. */
export function ScreenName(props: { readonly role: Role; readonly of: ScreenKey }) {
  const t = useTranslations();
  return props.role === "unitHead" && props.of === "entry"
    ? t("navigation.ownUnits")
    : t(`${props.of}.screen`);
}
