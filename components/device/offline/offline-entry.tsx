"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore, type ReactNode } from "react";

import { ClosedDay, ClosedMeanwhile } from "@/components/device/entry/day-notice";
import { EntryScreen } from "@/components/device/entry/entry-screen";
import type { VillageCard } from "@/components/device/entry/village-card";
import { VillageScreen } from "@/components/device/entry/village-screen";
import { ButtonLink } from "@/components/base/ui/button-link";
import { EmptyState } from "@/components/base/ui/empty-state";
import type { Role } from "@/lib/account/auth/policy";
import { formats } from "@/lib/base/i18n/format";
import { campaignAt, kitScreen, type KitScreen } from "@/lib/device/offline/kit/screen";
import { clockAhead, serverNow } from "@/lib/device/offline/device-clock";
import { refreshKit } from "@/lib/device/offline/keep-offline";
import { KitWritten, kitWritten, readKit, type KeptKit } from "@/lib/device/offline/kit/store";
import { isLive, type LiveMutation } from "@/lib/device/outbox/mutation";
import { newSubmissionId } from "@/lib/device/outbox/new-id";
import { pageOutbox } from "@/lib/device/outbox/page-outbox";
import { now } from "@/lib/base/time/clock";
import type { OpenDay } from "@/lib/report/entry-day";
import { isPhoneHere } from "@/lib/report/phone";
import { localDay, localTime, timeZoneNames } from "@/lib/base/time/time-zone";
import { decideDayAccess } from "@/lib/report/verification/day-access";

import { ClockNotice } from "./clock-notice";
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
      ? kitScreen(kit, new URL(address), {
          at: serverNow(kit, now()),
          typed: kept.typed,
          role: props.actor.role,
        })
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
          <OfflineBanner {...(kept.isFresh ? {} : { kept: { asOf, href: address } })} />
          {kit ? <ClockNotice ahead={clockAhead(kit, now())} /> : null}
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

function Screen(props: Props & { readonly kit: KeptKit; readonly screen: KitScreen }) {
  const t = useTranslations("offline");
  const format = formats(useLocale());
  const { kit, screen, actor } = props;
  const { campaign } = kit;
  const entry = useTranslations("entry");
  const at = serverNow(kit, now());
  const isClosedNow = ({ day }: OpenDay) =>
    decideDayAccess(actor.role, campaign, day, [], at).isClosed;
  const closedNotice = ({ day, isOpenAgain }: Extract<KitScreen, { readonly day: OpenDay }>) =>
    isClosedNow(day) && !isOpenAgain ? (
      <ClosedMeanwhile
        day={day}
        time={`${format.hour(campaign.reportCutOff)} ${timeZoneNames[campaign.timeZone]}`}
      />
    ) : undefined;
  const headlinesOf = ({ day, isOpenAgain }: Extract<KitScreen, { readonly day: OpenDay }>) =>
    isClosedNow(day) && !isOpenAgain
      ? { headlines: [entry("notices.closed", { day: format.monthDay(day.day) })] }
      : {};
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
          {...headlinesOf(screen)}
          drawnAt={kit.at}
          isPhone={isPhoneHere()}
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
          drawnAt={kit.at}
          action={props.action}
          undoZero={props.undoZero}
          figures={kit.figures ?? "daily"}
          chooseFigures={props.chooseFigures}
          dayNotice={closedNotice(screen)}
          {...(isClosedNow(screen.day) && !screen.isOpenAgain && { dayState: "closed" })}
        />
      );
  }
}

type Kept = {
  readonly kit: KeptKit | null;
  readonly typed: readonly LiveMutation[];
  /** The kit was fetched while this page is open: the server is there. */
  readonly isFresh: boolean;
};

/** How long after a try in vain the kit is asked for again. */
const pause = 15_000;

/**
 * What the device has to draw the address with, as it changes: what arrives from here is followed,
 * and the kit is fetched anew as soon as the server can be reached. null: not looked for yet.
 */
function useKept(actorId: string, pageSlug: string, address: string | null): Kept | null {
  const [kept, setKept] = useState<Kept | null>(null);
  const slug = address === null ? null : campaignAt(new URL(address), pageSlug);

  useEffect(() => {
    if (slug === null) return;
    let isHere = true;
    let isFresh = false;
    let leave = () => {};
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () =>
      void Promise.all([readKit(actorId, slug), readTyped(actorId)]).then(
        ([kit, typed]) => isHere && setKept({ kit, typed, isFresh }),
      );
    const written = (event: Event) => {
      isFresh ||= event instanceof KitWritten && event.isFresh;
      look();
    };
    const reach = () => {
      clearTimeout(timer);
      if (isFresh || !isHere) return;
      timer = setTimeout(reach, pause);
      if (navigator.onLine) void refreshKit(actorId, slug).catch(() => false);
    };
    look();
    timer = setTimeout(reach, pause);
    window.addEventListener("online", reach);
    window.addEventListener(kitWritten, written);
    void pageOutbox(actorId)
      .then((outbox) => {
        if (isHere) leave = outbox.subscribe(look);
      })
      .catch(() => undefined);
    return () => {
      isHere = false;
      clearTimeout(timer);
      leave();
      window.removeEventListener("online", reach);
      window.removeEventListener(kitWritten, written);
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
