import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

import type { Role } from "@/lib/account/auth/policy";
import { screensOf } from "@/lib/account/navigation";
import type { ScreenKey } from "@/lib/account/screens";
import { routes } from "@/lib/base/routes";

/** The first screens of the role and "more", under the thumb; on a phone that is turned, at the end. */
export function BottomBar(props: {
  readonly role: Role;
  readonly onDemand: readonly ScreenKey[];
  readonly without: readonly ScreenKey[];
  readonly current: ScreenKey | "more" | null;
}) {
  const t = useTranslations("navigation");
  const names = useTranslations();
  const first = screensOf(props.role, props.onDemand, props.without).slice(0, 3);
  const items = [
    ...first.map(({ key, address, icon }) => ({
      key,
      address,
      Icon: icon,
      name: names(`${key}.screen`),
    })),
    { key: "more" as const, address: routes.more, Icon: Ellipsis, name: t("more") },
  ];
  const isListed = items.some(({ key }) => key === props.current);

  return (
    <nav aria-label={t("mainScreens")} className="main-screens">
      <ul>
        {items.map(({ key, address, Icon, name }) => {
          const isCurrent = key === props.current || (key === "more" && !isListed);
          return (
            <li key={key}>
              <Link
                href={address}
                // It would take the line from a report that is on its way.
                prefetch={false}
                aria-current={isCurrent ? "page" : undefined}
              >
                <Icon aria-hidden />
                {name}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
