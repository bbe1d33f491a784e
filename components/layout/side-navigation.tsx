import clsx from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";

import type { Role } from "@/lib/auth/policy";
import { screenGroups, screensOf, type ScreenKey } from "@/lib/navigation";

import { OpenCount } from "./open-count";
import { ScreenIcon } from "./screen-icon";

/** The screens at the side, in groups; for roles that have many. */
export function SideNavigation(props: {
  readonly role: Role;
  readonly current: ScreenKey | "more" | null;
  readonly openWork: Partial<Record<ScreenKey, number>>;
}) {
  const t = useTranslations("navigation");
  const screens = screensOf(props.role);

  return (
    <nav
      aria-label={t("screens")}
      className="sticky top-13 hidden h-[calc(100dvh-3.25rem)] overflow-y-auto border-r border-line pt-3 wide:block print:hidden"
    >
      {screenGroups(screens).map((group) => (
        <div key={group} className="mb-3">
          <p className="px-5 py-1 text-note text-ink3">{t(`groups.${group}`)}</p>
          <ul>
            {screens
              .filter((screen) => screen.group === group)
              .map(({ key, href }) => (
                <li key={key} className="relative px-3">
                  {props.current === key ? (
                    <span aria-hidden className="absolute inset-y-1 left-0 w-1 bg-brand" />
                  ) : null}
                  <Link
                    href={href}
                    // It would take the line from a report that is on its way.
                    prefetch={false}
                    aria-current={props.current === key ? "page" : undefined}
                    className={clsx(
                      "flex min-h-9 items-center gap-3 rounded-control px-2.5 text-dense text-ink no-underline hover:bg-sunken",
                      props.current === key && "bg-sunken font-semibold",
                    )}
                  >
                    <ScreenIcon screen={key} className="size-4.5 shrink-0 text-ink2" />
                    {t(key)}
                    <OpenCount count={props.openWork[key]} />
                  </Link>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
