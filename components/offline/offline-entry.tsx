"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore, type ReactNode } from "react";

import { ClosedDay, ClosedMeanwhile } from "@/components/tally/day-notice";
import { EntryScreen } from "@/components/tally/entry-screen";
import type { VillageCard } from "@/components/tally/village-card";
import { VillageScreen } from "@/components/tally/village-screen";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Role } from "@/lib/auth/policy";
import { formats } from "@/lib/i18n/format";
import { campaignAt, kitScreen, type KitScreen } from "@/lib/offline/kit-screen";
import { readKit } from "@/lib/offline/kit-store";
import type { EntryKit } from "@/lib/offline/schema";
import { isLive, type LiveMutation } from "@/lib/outbox/mutation";
import { newSubmissionId } from "@/lib/outbox/new-id";
import { pageOutbox } from "@/lib/outbox/page-outbox";
import { now } from "@/lib/time/clock";
import type { OpenDay } from "@/lib/tally/entry-day";
import { localDay, localTime, timeZoneNames } from "@/lib/time/time-zone";
import { decideDayAccess } from "@/lib/verification/day-access";

import { OfflineBanner } from "./offline-banner";
import { StorageNotice } from "./storage-notice";

type Card = Parameters<typeof VillageCard>[0];

type Props = {
  readonly actor: { readonly id: string; readonly displayName: string; readonly role: Role };
  /** The campaign that the page was kept for. */
  readonly slug: string;
  readonly action: Card["action"];
  readonly undoZero: Card["undoZero"];
  readonly chooseFigures: Card["chooseFigures"];
  /** The outbox of this person, for its own address. */
  readonly outbox: ReactNode;
};

/**
 * The entry screens on a device without a connection: one page for all their addresses, which the
 * worker answers with it. It reads the address and draws from the kit what the server would draw.
 */
export function OfflineEntry(props: Props) {
  const t = useTranslations("offline");
  const address = useSyncExternalStore(listen, readAddress, () => null);
  const kept = useKept(props.actor.id, props.slug, address);
  const kit = kept?.kit;
  const format = formats(useLocale());
  const screen =
    address !== null && kept && kit
      ? kitScreen(kit, new URL(address), { at: now(), typed: kept.typed })
      : null;
  const asOf = kit
    ? t("banner.asOf", {
        day: format.weekdayDay(localDay(new Date(kit.at), kit.campaign.timeZone)),
        time: format.hour(localTime(new Date(kit.at), kit.campaign.timeZone)),
      })
    : "";

  return (
    <div data-person={props.actor.id}>
      {address === null || kept === null ? (
        <p role="status" className="text-dense text-ink2">
          {t("opening")}
        </p>
      ) : (
        <>
          <OfflineBanner kept={{ asOf, href: address }} />
          <StorageNotice />
          {kit && screen ? (
            <Screen {...props} kit={kit} screen={screen} />
          ) : (
            <EmptyState title={t("noKit.title")}>{t("noKit.text")}</EmptyState>
          )}
        </>
      )}
    </div>
  );
}

function Screen(props: Props & { readonly kit: EntryKit; readonly screen: KitScreen }) {
  const t = useTranslations("offline");
  const format = formats(useLocale());
  const { kit, screen, actor } = props;
  const { campaign } = kit;
  const closedNotice = ({ day, isOpenAgain }: Extract<KitScreen, { readonly day: OpenDay }>) =>
    decideDayAccess(actor.role, campaign, day.day, [], now()).isClosed && !isOpenAgain ? (
      <ClosedMeanwhile
        day={day}
        time={`${format.hour(campaign.reportCutOff)} ${timeZoneNames[campaign.timeZone]}`}
      />
    ) : null;
  switch (screen.kind) {
    case "outbox":
      return props.outbox;
    case "closed":
      return <ClosedDay asked={screen.asked} hrefOf={screen.hrefOf} />;
    case "tooOld":
      return (
        <EmptyState
          title={t("oldDay.title", { day: format.longDay(screen.day) })}
          footer={
            <ButtonLink variant="primary" size="phone" href={screen.hrefOf(screen.open)}>
              {t("oldDay.open", { day: format.weekdayDay(screen.open) })}
            </ButtonLink>
          }
        >
          {t("oldDay.text", { from: format.longDay(kit.from) })}
        </EmptyState>
      );
    case "noUnit":
      return <EmptyState title={t("noUnit.title")}>{t("noUnit.text")}</EmptyState>;
    case "list":
      return (
        <EntryScreen
          {...screen}
          actor={actor}
          campaign={campaign}
          columns={campaign.columns}
          undoZero={props.undoZero}
          figures={kit.figures ?? "daily"}
          chooseFigures={props.chooseFigures}
          dayNotice={closedNotice(screen)}
        />
      );
    case "village":
      return (
        <VillageScreen
          {...screen}
          actor={actor}
          campaign={campaign}
          columns={campaign.columns}
          submissionId={newSubmissionId()}
          action={props.action}
          undoZero={props.undoZero}
          figures={kit.figures ?? "daily"}
          chooseFigures={props.chooseFigures}
          dayNotice={closedNotice(screen)}
        />
      );
  }
}

type Kept = { readonly kit: EntryKit | null; readonly typed: readonly LiveMutation[] };

/** What the device has to draw the address with; null: not looked for yet. */
function useKept(actorId: string, pageSlug: string, address: string | null): Kept | null {
  const [kept, setKept] = useState<Kept | null>(null);
  const slug = address === null ? null : campaignAt(new URL(address), pageSlug);

  useEffect(() => {
    if (slug === null) return;
    let isHere = true;
    void Promise.all([readKit(actorId, slug), readTyped(actorId)]).then(
      ([kit, typed]) => isHere && setKept({ kit, typed }),
    );
    return () => {
      isHere = false;
    };
  }, [actorId, slug]);

  return kept;
}

async function readTyped(actorId: string): Promise<readonly LiveMutation[]> {
  try {
    return (await (await pageOutbox(actorId)).view()).mutations.filter(isLive);
  } catch {
    return [];
  }
}

function readAddress(): string {
  return window.location.href;
}

function listen(onChange: () => void): () => void {
  window.addEventListener("popstate", onChange);
  return () => window.removeEventListener("popstate", onChange);
}
