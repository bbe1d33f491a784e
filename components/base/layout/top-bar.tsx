import clsx from "clsx";
import { ChevronDown, CircleUserRound, Languages, LogOut } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";

import { SignOutForm } from "@/components/device/offline/sign-out-form";
import { ownPlaceName, type Actor } from "@/lib/account/auth/policy";
import { mainScreens, screensOf, type OpenWork } from "@/lib/account/navigation";
import type { ScreenKey } from "@/lib/account/screens";
import { routes } from "@/lib/base/routes";

import { CampaignSwitch, type CampaignChoice } from "./campaign-switch";
import { Logo } from "./logo";
import { OpenCount } from "./open-count";
import { ScreenName } from "./screen-name";

/** Mark, campaign, language, person; the screens too for roles that have few. */
export function TopBar(props: {
  readonly actor: Actor;
  readonly current: ScreenKey | "more" | null;
  readonly campaigns: readonly CampaignChoice[];
  readonly archived: number;
  readonly findCampaigns: ComponentProps<typeof CampaignSwitch>["find"];
  readonly slug: string | null;
  readonly entryDay: string | null;
  readonly isSample: boolean;
  readonly hasTabs: boolean;
  readonly onDemand: readonly ScreenKey[];
  readonly without: readonly ScreenKey[];
  readonly openWork: OpenWork;
  readonly switchLocale: (form: FormData) => Promise<void>;
  readonly signOut: () => Promise<void>;
}) {
  const t = useTranslations("navigation");
  const { actor } = props;
  const chosen = props.campaigns.find(({ slug }) => slug === props.slug);

  return (
    <header className="on-bar sticky top-0 z-30 bg-bar text-bar-ink print:hidden [@media(height<26rem)]:static">
      <div className="flex h-13 items-center gap-3 px-4 tablet:px-6">
        <Link
          href={routes.home}
          prefetch={false}
          className="flex items-center gap-3 text-section font-semibold text-bar-ink no-underline"
        >
          <Logo />
          Cakupan
        </Link>
        {props.isSample ? (
          <span className="rounded-cell bg-sample-tint px-1.5 text-axis font-semibold text-sample">
            {t("sampleChip")}
          </span>
        ) : null}
        {chosen ? (
          <CampaignSwitch
            chosen={chosen}
            campaigns={props.campaigns}
            archived={props.archived}
            entryDay={props.entryDay}
            find={props.findCampaigns}
          />
        ) : null}
        {props.hasTabs ? (
          <Tabs
            role={actor.role}
            onDemand={props.onDemand}
            without={props.without}
            current={props.current}
            openWork={props.openWork}
          />
        ) : null}
        <div className="ml-auto flex items-center gap-1 tablet:gap-3">
          <LocaleSwitch action={props.switchLocale} />
          <Link
            href={routes.account}
            prefetch={false}
            className={clsx(
              "hidden max-w-52 text-right text-note text-bar-ink2 no-underline tablet:block",
              // Of a narrow desktop the screens take its place.
              props.hasTabs && "desktop:max-wide:hidden",
            )}
          >
            <span className="block truncate font-semibold text-bar-ink">{actor.displayName}</span>
            <span className="block truncate">{ownPlaceName(actor)}</span>
          </Link>
          <Link
            href={routes.more}
            prefetch={false}
            aria-label={t("account")}
            className={clsx(
              "grid size-11 place-items-center text-bar-ink",
              props.hasTabs ? "tablet:max-desktop:hidden wide:hidden" : "tablet:hidden",
            )}
          >
            <CircleUserRound aria-hidden className="size-5" />
          </Link>
          <SignOutForm actorId={actor.id} action={props.signOut} className="hidden tablet:block">
            <button
              type="submit"
              aria-label={t("signOut")}
              className="hover:bg-white/10 grid size-11 place-items-center rounded-control"
            >
              <LogOut aria-hidden className="size-4.5" />
            </button>
          </SignOutForm>
        </div>
      </div>
    </header>
  );
}

const tab =
  "flex items-center gap-2 border-y-4 border-transparent px-2.5 text-dense whitespace-nowrap no-underline wide:px-4";
const isChosen = "border-b-bar-mark font-semibold text-bar-ink";
const mayBeChosen = "text-bar-ink2 hover:text-bar-ink";

/** What the role comes for, and the rest in a list that opens without scripts too. */
function Tabs(props: {
  readonly role: Actor["role"];
  readonly onDemand: readonly ScreenKey[];
  readonly without: readonly ScreenKey[];
  readonly current: ScreenKey | "more" | null;
  readonly openWork: OpenWork;
}) {
  const t = useTranslations("navigation");
  const screens = screensOf(props.role, props.onDemand, props.without);
  const first = mainScreens(props.role, screens, maxTabs);
  const rest = screens.filter((screen) => !first.includes(screen));
  const isInRest = rest.some(({ key }) => key === props.current);
  return (
    <nav aria-label={t("screens")} className="hidden shrink-0 self-stretch desktop:flex wide:ml-4">
      {first.map(({ key, address }) => (
        <Link
          key={key}
          href={address}
          prefetch={false}
          aria-current={props.current === key ? "page" : undefined}
          className={clsx(tab, props.current === key ? isChosen : mayBeChosen)}
        >
          <ScreenName role={props.role} of={key} />
          <OpenCount open={props.openWork[key]} />
        </Link>
      ))}
      {rest.length > 0 ? (
        <details name="menu" className="relative flex">
          <summary className={clsx(tab, "h-full", isInRest ? isChosen : mayBeChosen)}>
            {t("more")}
            <ChevronDown aria-hidden className="size-4" />
          </summary>
          <ul className="absolute top-full right-0 z-10 w-56 rounded-control border border-line bg-surface py-1 text-dense text-ink shadow-xl">
            {rest.map(({ key, address }) => (
              <li key={key}>
                <Link
                  href={address}
                  prefetch={false}
                  aria-current={props.current === key ? "page" : undefined}
                  className="flex min-h-11 items-center gap-2 px-4 text-ink no-underline hover:bg-sunken aria-[current]:font-semibold"
                >
                  <ScreenName role={props.role} of={key} />
                  <OpenCount open={props.openWork[key]} />
                </Link>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </nav>
  );
}

/** Screens that stand in the bar by name. */
const maxTabs = 4;

function LocaleSwitch(props: { readonly action: (form: FormData) => Promise<void> }) {
  const t = useTranslations("navigation");
  const locale = useLocale();
  return (
    <form action={props.action}>
      <button
        type="submit"
        name="locale"
        value={locale === "id" ? "en" : "id"}
        aria-label={t("otherLanguage")}
        className="hover:bg-white/10 flex min-h-11 items-center gap-2 rounded-control px-2 text-dense uppercase"
      >
        <Languages aria-hidden className="size-4.5" />
        {locale}
      </button>
    </form>
  );
}
