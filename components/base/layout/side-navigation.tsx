import { ChevronDown, SlidersHorizontal } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

import type { Role } from "@/lib/account/auth/policy";
import { screenGroups, screensOf, type OpenWork } from "@/lib/account/navigation";
import type { Screen, ScreenKey } from "@/lib/account/screens";

import { OpenCount } from "./open-count";
import { Unfolding } from "./unfolding";

/**
 * The screens at the side, in groups; for roles that have many. A desktop without room for their
 * names shows their icons, each with its name for pointers and screen readers. What is set up once is
 * folded where it is, which the device remembers.
 */
export function SideNavigation(props: {
  readonly role: Role;
  readonly onDemand: readonly ScreenKey[];
  readonly without: readonly ScreenKey[];
  readonly current: ScreenKey | "more" | null;
  readonly openWork: OpenWork;
  readonly isPreparationOpen: boolean;
}) {
  const t = useTranslations("navigation");
  const screens = screensOf(props.role, props.onDemand, props.without);

  return (
    <nav aria-label={t("screens")} className="side-screens">
      {screenGroups(screens).map((group) => {
        const mine = screens.filter((screen) => screen.group === group);
        const list = <Screens of={mine} current={props.current} openWork={props.openWork} />;
        return group === "prepare" ? (
          <Unfolding
            key={group}
            // Where one is stays in sight.
            isOpen={props.isPreparationOpen || mine.some(({ key }) => key === props.current)}
            title={t("groups.prepare")}
            head={
              <>
                <SlidersHorizontal aria-hidden />
                <span>{t("groups.prepare")}</span>
                <ChevronDown aria-hidden />
              </>
            }
          >
            {list}
          </Unfolding>
        ) : (
          <div key={group}>
            <p>{t(`groups.${group}`)}</p>
            {list}
          </div>
        );
      })}
    </nav>
  );
}

function Screens(props: {
  readonly of: readonly Screen[];
  readonly current: ScreenKey | "more" | null;
  readonly openWork: OpenWork;
}) {
  const names = useTranslations();
  return (
    <ul>
      {props.of.map(({ key, address, icon: Icon }) => (
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
  );
}
