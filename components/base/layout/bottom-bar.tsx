import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

import type { Role } from "@/lib/account/auth/policy";
import { mainScreens, screensOf, type OpenWork } from "@/lib/account/navigation";
import type { ScreenKey } from "@/lib/account/screens";
import { routes } from "@/lib/base/routes";

import { OpenCount } from "./open-count";
import { ScreenName } from "./screen-name";

/** The main screens of the role with what waits there, and "more", under the thumb; on a phone that is turned, at the end. */
export function BottomBar(props: {
  readonly role: Role;
  readonly onDemand: readonly ScreenKey[];
  readonly without: readonly ScreenKey[];
  readonly current: ScreenKey | "more" | null;
  readonly openWork: OpenWork;
}) {
  const t = useTranslations("navigation");
  const screens = screensOf(props.role, props.onDemand, props.without);
  const items = [
    ...mainScreens(props.role, screens, 3).map(({ key, address, icon }) => ({
      key,
      address,
      Icon: icon,
      name: <ScreenName role={props.role} of={key} />,
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
                {key === "more" ? null : <OpenCount open={props.openWork[key]} />}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
