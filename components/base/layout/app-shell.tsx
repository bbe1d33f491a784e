import clsx from "clsx";
import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";

import { ownPlaceName, type Actor } from "@/lib/account/auth/policy";
import { hasSideNavigation, type OpenWork } from "@/lib/account/navigation";
import type { ScreenKey } from "@/lib/account/screens";
import { regionLevel } from "@/lib/base/region/code";
import type { ServerNotice } from "@/lib/server/state/notice";

import { BottomBar } from "./bottom-bar";
import { PrintEdges, PrintHead, type PrintedCampaign, type PrintFacts } from "./print-frame";
import { SampleBand } from "./sample-band";
import { ServerNotices } from "./server-notices";
import { SideNavigation } from "./side-navigation";
import type { CampaignChoice } from "./campaign-switch";
import { TopBar } from "./top-bar";

/** Whether what is somebody's is a part of a kabupaten. */
function isPart({ homeRegion, office }: Actor): boolean {
  const level = regionLevel(homeRegion);
  return office !== null || level === "subdistrict" || level === "village";
}

export type ShownCampaign = PrintedCampaign & {
  readonly slug: string;
  readonly isArchived: boolean;
  /** What it gives; nothing: it has indicators alone. */
  readonly interventions?: readonly unknown[];
};

/**
 * The frame of every screen behind the sign-in, and of its print: sample band, top bar, navigation,
 * content.
 *
 * @param current the screen it is, for the navigation; null for one that it does not list.
 * @param campaign the campaign shown, when the screen is about one.
 */
export function AppShell(props: {
  readonly actor: Actor;
  readonly current: ScreenKey | "more" | null;
  readonly campaigns: readonly CampaignChoice[];
  /** How many others stand in the archive. */
  readonly archived: number;
  readonly findCampaigns: ComponentProps<typeof TopBar>["findCampaigns"];
  readonly campaign?: ShownCampaign | null;
  readonly print?: PrintFacts;
  /** When the page was drawn: prints say so. */
  readonly drawnAt: Date;
  /** Screens that stand in the navigation on demand, and are asked for. */
  readonly onDemand: readonly ScreenKey[];
  /** Whether the screens of setting up are unfolded at the side. */
  readonly isPreparationOpen: boolean;
  /** Screens that the campaign shown has nothing for. */
  readonly without?: readonly ScreenKey[];
  /** How much is open on the screens that have such work. */
  readonly openWork?: OpenWork;
  readonly notices: readonly ServerNotice[];
  readonly switchLocale: (form: FormData) => Promise<void>;
  readonly signOut: () => Promise<void>;
  readonly children: ReactNode;
}) {
  const t = useTranslations("navigation");
  const { actor, current, campaign, without = [] } = props;
  const hasSide = hasSideNavigation(actor.role);

  return (
    <>
      <PrintEdges
        campaign={campaign ?? null}
        region={campaign && !isPart(actor) ? null : ownPlaceName(actor)}
        facts={props.print ?? {}}
        printedBy={actor.displayName}
        at={props.drawnAt}
      />
      <a
        href="#isi"
        className="absolute top-0 left-0 z-50 -translate-y-full bg-surface p-3 focus:translate-y-0 print:hidden"
      >
        {t("skip")}
      </a>
      {campaign?.isSample ? <SampleBand /> : null}
      <TopBar
        actor={actor}
        current={current}
        campaigns={props.campaigns}
        archived={props.archived}
        findCampaigns={props.findCampaigns}
        slug={campaign?.slug ?? null}
        entryDay={current === "entry" ? (props.print?.day ?? null) : null}
        isSample={campaign?.isSample ?? false}
        hasTabs={!hasSide}
        onDemand={props.onDemand}
        without={without}
        openWork={props.openWork ?? {}}
        switchLocale={props.switchLocale}
        signOut={props.signOut}
      />
      <div
        className={clsx(
          // Icons alone where the names would take the room that the screens are laid out for.
          hasSide &&
            "desktop:grid desktop:grid-cols-[4rem_1fr] wide:grid-cols-[13rem_1fr] print:block!",
        )}
      >
        {hasSide ? (
          <SideNavigation
            role={actor.role}
            onDemand={props.onDemand}
            without={without}
            current={current}
            openWork={props.openWork ?? {}}
            isPreparationOpen={props.isPreparationOpen}
          />
        ) : null}
        <main
          id="isi"
          className={clsx(
            "mx-auto w-full min-w-0 px-4 pt-5 pb-24 tablet:px-6 desktop:pb-12 print:max-w-none print:p-0 [@media(height<26rem)]:max-desktop:pb-6",
            // Beside the list of screens it takes the width that there is, up to a very wide wall.
            hasSide ? "max-w-[120rem]" : "max-w-328",
          )}
        >
          <PrintHead />
          <ServerNotices notices={props.notices} />
          {props.children}
        </main>
      </div>
      <BottomBar
        role={actor.role}
        onDemand={props.onDemand}
        without={without}
        current={current}
        openWork={props.openWork ?? {}}
      />
    </>
  );
}
