import Link from "next/link";
import { useTranslations } from "next-intl";

import type { Role } from "@/lib/account/auth/policy";
import { screenGroups, screensOf, type OpenWork } from "@/lib/account/navigation";
import type { ScreenKey } from "@/lib/account/screens";

import { OpenCount } from "./open-count";

/**
 * The screens at the side, in groups; for roles that have many. A desktop without room for their
 * names shows their icons, each with its name for pointers and screen readers.
 */
export function SideNavigation(props: {
  readonly role: Role;
  readonly onDemand: readonly ScreenKey[];
  readonly without: readonly ScreenKey[];
  readonly current: ScreenKey | "more" | null;
  readonly openWork: OpenWork;
}) {
  const t = useTranslations("navigation");
  const names = useTranslations();
  const screens = screensOf(props.role, props.onDemand, props.without);

  return (
    <nav aria-label={t("screens")} className="side-screens">
      {screenGroups(screens).map((group) => (
        <div key={group}>
          <p>{t(`groups.${group}`)}</p>
          <ul>
            {screens
              .filter((screen) => screen.group === group)
              .map(({ key, address, icon: Icon }) => (
                <li key={key}>
                  {props.current === key ? <span aria-hidden /> : null}
                  <Link
                    href={address}
                    // It would take the line from a report that is on its way.
                    prefetch={false}
                    aria-current={props.current === key ? "page" : undefined}
                    title={names(`${key}.screen`)}
                  >
                    <Icon aria-hidden />
                    <span>{names(`${key}.screen`)}</span>
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
