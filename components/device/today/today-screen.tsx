"use client";

import { FreshAfterSending } from "@/components/device/entry/fresh-after-sending";
import { OfflineBanner } from "@/components/device/offline/offline-banner";
import { OutboxBar } from "@/components/device/outbox/outbox-bar";
import { useOutbox } from "@/components/device/outbox/use-outbox";
import { TodayList } from "@/components/report/today/today-list";
import { typedStates } from "@/lib/device/offline/today";
import { withTypedHere, type Today } from "@/lib/report/today";

/**
 * What is due today, as the server read it, without what this device has typed since: a report that waits
 * for a signal is no longer missing.
 */
export function TodayScreen(props: {
  readonly actorId: string;
  readonly today: Today;
  readonly tomorrow: Today;
  readonly by: "campaign" | "unit";
  readonly place: string;
  /** ISO: when the list was read. */
  readonly drawnAt: string;
}) {
  const { actorId, drawnAt, today } = props;
  const mutations = useOutbox(actorId)?.view.mutations ?? [];
  const slug = today.campaigns[0]?.slug;
  return (
    <>
      <OfflineBanner />
      {slug === undefined ? null : <OutboxBar actorId={actorId} slug={slug} />}
      <TodayList
        today={withTypedHere(today, typedStates(mutations, drawnAt))}
        tomorrow={props.tomorrow}
        by={props.by}
        place={props.place}
      />
      <FreshAfterSending actorId={actorId} slug={null} drawnAt={drawnAt} />
    </>
  );
}
