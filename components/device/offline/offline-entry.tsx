"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { ClosedDay, ClosedMeanwhile } from "@/components/device/entry/day-notice";
import { EntryScreen } from "@/components/device/entry/entry-screen";
import type { VillageCard } from "@/components/device/entry/village-card";
import { VillageScreen } from "@/components/device/entry/village-screen";
import { ButtonLink } from "@/components/base/ui/button-link";
import { EmptyState } from "@/components/base/ui/empty-state";
import type { Role } from "@/lib/account/auth/policy";
import { formats } from "@/lib/base/i18n/format";
import { isKeptStep } from "@/lib/device/offline/kept-step";
import { kitScreen, type KitScreen } from "@/lib/device/offline/kit/screen";
import { clockAhead, serverNow } from "@/lib/device/offline/device-clock";
import type { KeptKit } from "@/lib/device/offline/kit/store";
import { newSubmissionId } from "@/lib/device/outbox/new-id";
import { now } from "@/lib/base/time/clock";
import type { OpenDay } from "@/lib/report/entry-day";
import { isPhoneHere } from "@/lib/report/phone";
import { localDay, localTime, timeZoneNames } from "@/lib/base/time/time-zone";

import { ClockNotice } from "./clock-notice";
import { OfflineBanner } from "./offline-banner";
import { StorageNotice } from "./storage-notice";
import { useKept } from "./use-kept";
import { useKeptSteps } from "./use-kept-steps";

type Card = Parameters<typeof VillageCard>[0];

type Props = {
  readonly actor: {
    readonly id: string;
    readonly displayName: string;
    readonly role: Role;
    readonly office?: { readonly name: string } | null | undefined;
  };
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
  const {
    address,
    screen: drawn,
    take,
  } = useKeptSteps((to, here) => isKeptStep(to, here, props.slug));
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
    <div
      ref={drawn}
      data-person={props.actor.id}
      tabIndex={-1}
      className="outline-none"
      onClickCapture={kit && kept.isFar ? take : undefined}
    >
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
  const closedNotice = ({ day, isClosed }: Extract<KitScreen, { readonly day: OpenDay }>) =>
    isClosed ? (
      <ClosedMeanwhile
        day={day}
        time={`${format.hour(campaign.reportCutOff)} ${timeZoneNames[campaign.timeZone]}`}
      />
    ) : undefined;
  const headlinesOf = ({ day, isClosed }: Extract<KitScreen, { readonly day: OpenDay }>) =>
    isClosed ? { headlines: [entry("notices.closed", { day: format.monthDay(day.day) })] } : {};
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
          {...(screen.isClosed && { dayState: "closed" })}
        />
      );
  }
}
