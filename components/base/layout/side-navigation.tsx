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
    <nav aria-label={t("screens")} className="side-screens">
      {screenGroups(screens).map((group) => (
        <div key={group}>
          <p>{t(`groups.${group}`)}</p>
          <ul>
            {screens
              .filter((screen) => screen.group === group)
              .map(({ key, href }) => (
                <li key={key}>
                  {props.current === key ? <span aria-hidden /> : null}
                  <Link
                    href={href}
                    // It would take the line from a report that is on its way.
                    prefetch={false}
                    aria-current={props.current === key ? "page" : undefined}
                    title={t(key)}
                  >
                    <ScreenIcon screen={key} />
                    <span>{t(key)}</span>
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
