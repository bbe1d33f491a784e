import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

import type { Role } from "@/lib/account/auth/policy";
import { screensOf, type ScreenKey } from "@/lib/account/navigation";
import { routes } from "@/lib/base/routes";

import { ScreenIcon } from "./screen-icon";

/** The first screens of the role and "more", under the thumb; on a phone that is turned, at the end. */
export function BottomBar(props: {
  readonly role: Role;
  readonly current: ScreenKey | "more" | null;
}) {
  const t = useTranslations("navigation");
  const first = screensOf(props.role).slice(0, 3);
  const items = [
    ...first.map(({ key, href }) => ({
      key,
      href,
      icon: <ScreenIcon screen={key} />,
    })),
    { key: "more" as const, href: routes.more, icon: <Ellipsis aria-hidden /> },
  ];
  const isListed = items.some(({ key }) => key === props.current);

  return (
    <nav aria-label={t("mainScreens")} className="main-screens">
      <ul>
        {items.map(({ key, href, icon }) => {
          const isCurrent = key === props.current || (key === "more" && !isListed);
          return (
            <li key={key}>
              <Link
                href={href}
                // It would take the line from a report that is on its way.
                prefetch={false}
                aria-current={isCurrent ? "page" : undefined}
              >
                {icon}
                {t(key)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
