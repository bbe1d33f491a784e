"use client";

import { useLocale, useTranslations } from "next-intl";

import { EmptyState } from "@/components/base/ui/empty-state";
import { SampleBand } from "@/components/base/layout/sample-band";
import { OutboxBar } from "@/components/device/outbox/outbox-bar";
import { useOutbox } from "@/components/device/outbox/use-outbox";
import { TodayList } from "@/components/report/today/today-list";
import { formats } from "@/lib/base/i18n/format";
import { routes } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import { localDay, localTime } from "@/lib/base/time/time-zone";
import { clockAhead, serverNow } from "@/lib/device/offline/device-clock";
import type { KeptKit } from "@/lib/device/offline/kit/store";
import { kitToday, typedStates } from "@/lib/device/offline/today";
import { todayOf, withTypedHere } from "@/lib/report/today";

import { ClockNotice } from "./clock-notice";
import { OfflineBanner } from "./offline-banner";
import { StorageNotice } from "./storage-notice";
import { useKeptKits } from "./use-kept-kits";
import { useKeptSteps } from "./use-kept-steps";

/**
 * *Hari ini* on a device without a connection, drawn from the kits of all campaigns that it keeps, with
 * what it has typed and not sent.
 */
export function OfflineToday(props: { readonly actorId: string; readonly place: string }) {
  const t = useTranslations("offline");
  const { actorId } = props;
  const { address, screen, take } = useKeptSteps(isOwnStep);
  const kept = useKeptKits(actorId);
  const last = kept?.kits.at(-1);
  return (
    <div
      ref={screen}
      data-person={actorId}
      tabIndex={-1}
      className="outline-none"
      onClickCapture={take}
    >
      {address === null || kept === null ? (
        <p role="status" className="text-dense text-ink2">
          {t("opening")}
        </p>
      ) : last ? (
        <Kept {...props} kits={kept.kits} last={last} address={address} isFresh={kept.isFresh} />
      ) : (
        <>
          <OfflineBanner />
          <EmptyState title={t("noKit.title")}>{t("noKit.text")}</EmptyState>
        </>
      )}
    </div>
  );
}

function Kept(props: {
  readonly actorId: string;
  readonly place: string;
  readonly kits: readonly KeptKit[];
  /** The one that was written last. */
  readonly last: KeptKit;
  readonly address: string;
  readonly isFresh: boolean;
}) {
  const t = useTranslations("offline.banner");
  const format = formats(useLocale());
  const { actorId, kits, last, address, isFresh } = props;
  const mutations = useOutbox(actorId)?.view.mutations ?? [];
  const at = serverNow(last, now());
  // The list is as old as the oldest of what it is drawn from.
  const oldest = kits[0] ?? last;
  const { timeZone } = oldest.campaign;
  const asOf = t("asOf", {
    day: format.weekdayDay(localDay(new Date(oldest.at), timeZone)),
    time: format.hour(localTime(new Date(oldest.at), timeZone)),
  });
  const today = withTypedHere(todayOf(kitToday(kits, at, 0)), typedStates(mutations, oldest.at));
  const by = new URL(address).searchParams.get("menurut") === "desa" ? "unit" : "campaign";
  return (
    <>
      {today.campaigns.some(({ isSample }) => isSample) ? (
        <div className="-mx-4 -mt-5 mb-5 overflow-hidden tablet:mx-0 tablet:mt-0 tablet:rounded-panel tablet:border tablet:border-b-0 tablet:border-sample-line">
          <SampleBand />
        </div>
      ) : null}
      <OfflineBanner {...(isFresh ? {} : { kept: { asOf, href: routes.today } })} />
      <ClockNotice ahead={clockAhead(last, now())} />
      <StorageNotice />
      <OutboxBar actorId={actorId} slug={today.campaigns[0]?.slug ?? last.campaign.slug} />
      <TodayList
        today={today}
        tomorrow={todayOf(kitToday(kits, at, 1))}
        by={by}
        place={props.place}
      />
    </>
  );
}

/** The other order of the same list. */
function isOwnStep(to: URL, here: URL): boolean {
  return to.origin === here.origin && to.pathname === routes.today && to.search !== here.search;
}
