import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { Shell } from "@/app/shell";
import { NoCampaign } from "@/components/campaign/no-campaign";
import { ClientMessages } from "@/components/base/layout/client-messages";
import { SampleBand } from "@/components/base/layout/sample-band";
import { OfflineBanner } from "@/components/device/offline/offline-banner";
import { OutboxBar } from "@/components/device/outbox/outbox-bar";
import { TodayList } from "@/components/report/today/today-list";
import { authorize } from "@/lib/account/auth/grant";
import { permits } from "@/lib/account/auth/policy";
import { requireActor } from "@/lib/account/auth/server/session";
import { now } from "@/lib/base/time/clock";
import { todayRows } from "@/lib/report/server/today-queries";
import { todayOf } from "@/lib/report/today";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("today");
  return { title: t("screen") };
}

/** What somebody owes today, over all campaigns that run where they are. */
export default async function TodayPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  if (!permits(actor, "tally:submit", actor.homeRegion)) notFound();
  const grant = authorize(actor, "tally:submit", actor.homeRegion);
  const at = now();
  const [{ menurut }, today, tomorrow] = await Promise.all([
    props.searchParams,
    todayRows(grant, at, 0).then(todayOf),
    todayRows(grant, at, 1).then(todayOf),
  ]);
  const [first] = today.campaigns;
  return (
    <Shell actor={actor} current="today">
      {first ? (
        <ClientMessages of={["offline", "outbox"]} isForEntry>
          {today.campaigns.some(({ isSample }) => isSample) ? (
            <div className="-mx-4 -mt-5 mb-5 tablet:-mx-6">
              <SampleBand />
            </div>
          ) : null}
          <OfflineBanner />
          <OutboxBar actorId={actor.id} slug={first.slug} />
          <TodayList
            today={today}
            tomorrow={tomorrow}
            by={menurut === "desa" ? "unit" : "campaign"}
            place={actor.homeRegionName}
          />
        </ClientMessages>
      ) : (
        <NoCampaign role={actor.role} />
      )}
    </Shell>
  );
}
