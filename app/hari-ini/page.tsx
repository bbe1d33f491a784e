import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Shell } from "@/app/shell";
import { NoCampaign } from "@/components/campaign/no-campaign";
import { ClientMessages } from "@/components/base/layout/client-messages";
import { SampleBand } from "@/components/base/layout/sample-band";
import { TodayScreen } from "@/components/device/today/today-screen";
import { AskedToday } from "@/components/directive/asked-today";
import { StatusShapes } from "@/components/monitor/coverage/status-shape";
import { SessionsToday } from "@/components/plan/sessions-today";
import { authorize } from "@/lib/account/auth/grant";
import { ownPlace, ownPlaceName } from "@/lib/account/auth/policy";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { campaignsOf } from "@/lib/campaign/server/current";
import { followUpZone } from "@/lib/directive/server/measured-now";
import { countOwnWaiting } from "@/lib/directive/server/follow-up-queries";
import { todaySessions } from "@/lib/plan/server/today-queries";
import { todayRows } from "@/lib/report/server/today-queries";
import { todayOf } from "@/lib/report/today";

import { openToday } from "./open-today";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("today");
  return { title: t("screen") };
}

/** What somebody owes today, over all campaigns that run where they are. */
export default async function TodayPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { actor, grant } = await openToday();
  const at = now();
  const [{ menurut }, campaigns, today, tomorrow, sessions] = await Promise.all([
    props.searchParams,
    campaignsOf(actor),
    todayRows(grant, at, 0).then(todayOf),
    todayRows(grant, at, 1).then(todayOf),
    todaySessions(grant, at),
  ]);
  const asked = await countOwnWaiting(
    authorize(actor, "action:answer", ownPlace(actor)),
    localDay(at, followUpZone),
  );
  return (
    <Shell actor={actor} current="today" kept={today.campaigns.map(({ slug }) => slug)}>
      {campaigns.length > 0 ? (
        <ClientMessages of={["today", "places", "offline", "outbox"]} isForEntry>
          {today.campaigns.some(({ isSample }) => isSample) ? (
            <div className="-mx-4 -mt-5 mb-5 overflow-hidden tablet:mx-0 tablet:mt-0 tablet:rounded-panel tablet:border tablet:border-b-0 tablet:border-sample-line">
              <SampleBand />
            </div>
          ) : null}
          <TodayScreen
            actorId={actor.id}
            today={today}
            // Of tomorrow it only says how much is due.
            tomorrow={{ ...tomorrow, units: [] }}
            by={menurut === "desa" ? "unit" : "campaign"}
            place={ownPlaceName(actor)}
            drawnAt={at.toISOString()}
          />
          <StatusShapes />
          <SessionsToday sessions={sessions} />
          <AskedToday {...asked} />
        </ClientMessages>
      ) : (
        <NoCampaign role={actor.role} />
      )}
    </Shell>
  );
}
