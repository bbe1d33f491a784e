import clsx from "clsx";
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
      icon: <ScreenIcon screen={key} className="size-5" />,
    })),
    { key: "more" as const, href: routes.more, icon: <Ellipsis aria-hidden className="size-5" /> },
  ];
  const isListed = items.some(({ key }) => key === props.current);

  return (
    <nav
      aria-label={t("mainScreens")}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] desktop:hidden print:hidden [@media(height<26rem)]:static"
    >
      <ul className="flex">
        {items.map(({ key, href, icon }) => {
          const isCurrent = key === props.current || (key === "more" && !isListed);
          return (
            <li key={key} className="grow basis-0">
              <Link
                href={href}
                // It would take the line from a report that is on its way.
                prefetch={false}
                aria-current={isCurrent ? "page" : undefined}
                className={clsx(
                  "grid min-h-14 place-items-center content-center gap-0.5 border-t-4 text-axis no-underline focus-visible:outline-offset-[-3px]",
                  isCurrent
                    ? "border-brand font-semibold text-brand"
                    : "border-transparent text-ink2",
                )}
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
