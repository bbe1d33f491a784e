import clsx from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";

import type { Role } from "@/lib/account/auth/policy";
import { screenGroups, screensOf, type ScreenKey, type OpenWork } from "@/lib/account/navigation";

import { OpenCount } from "./open-count";
import { ScreenIcon } from "./screen-icon";

/**
 * The screens at the side, in groups; for roles that have many. A desktop without room for their
 * names shows their icons, each with its name for pointers and screen readers.
 */
export function SideNavigation(props: {
  readonly role: Role;
  readonly current: ScreenKey | "more" | null;
  readonly openWork: OpenWork;
}) {
  const t = useTranslations("navigation");
  const screens = screensOf(props.role);

  return (
    <nav
      aria-label={t("screens")}
      className="sticky top-13 hidden h-[calc(100dvh-3.25rem)] overflow-y-auto border-r border-line pt-3 desktop:block print:hidden"
    >
      {screenGroups(screens).map((group) => (
        <div
          key={group}
          className="mb-3 max-wide:border-b max-wide:border-line max-wide:pb-3 max-wide:last:border-b-0"
        >
          <p className="px-5 py-1 text-note text-ink3 max-wide:sr-only">{t(`groups.${group}`)}</p>
          <ul>
            {screens
              .filter((screen) => screen.group === group)
              .map(({ key, href }) => (
                <li key={key} className="relative px-2 wide:px-3">
                  {props.current === key ? (
                    <span aria-hidden className="absolute inset-y-1 left-0 w-1 bg-brand" />
                  ) : null}
                  <Link
                    href={href}
                    // It would take the line from a report that is on its way.
                    prefetch={false}
                    aria-current={props.current === key ? "page" : undefined}
                    title={t(key)}
                    className={clsx(
                      "flex min-h-9 items-center gap-3 rounded-control px-2.5 text-dense text-ink no-underline hover:bg-sunken max-wide:min-h-11 max-wide:flex-col max-wide:justify-center max-wide:gap-0.5 max-wide:px-0 max-wide:py-1",
                      props.current === key && "bg-sunken font-semibold",
                    )}
                  >
                    <ScreenIcon screen={key} className="size-4.5 shrink-0 text-ink2" />
                    <span className="max-wide:sr-only">{t(key)}</span>
                    <OpenCount open={props.openWork[key]} />
                  </Link>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
