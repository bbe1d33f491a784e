import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Shell } from "@/app/shell";
import { NoCampaign } from "@/components/campaign/no-campaign";
import { ClientMessages } from "@/components/base/layout/client-messages";
import { OfflineBanner } from "@/components/device/offline/offline-banner";
import { OutboxPanel } from "@/components/device/outbox/outbox-panel";
import { openEntryCampaign } from "@/lib/campaign/server/current";
import { entryColumns } from "@/lib/report/entry-row";
import { entryParams } from "@/lib/report/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("outbox");
  return { title: t("title") };
}

/** What this device has typed and not brought to the server. All of it is read in the browser. */
export default async function OutboxPage(props: { readonly searchParams: Promise<unknown> }) {
  const query = entryParams.parse(await props.searchParams);
  const { actor, current } = await openEntryCampaign(query.kampanye);
  if (!current) {
    return (
      <Shell actor={actor} current="entry">
        <NoCampaign role={actor.role} />
      </Shell>
    );
  }

  const { campaign } = current;
  return (
    <Shell actor={actor} current="entry" campaign={campaign}>
      <ClientMessages of={["outbox", "entry", "common", "offline", "problems", "reportParts"]}>
        <OfflineBanner />
        <OutboxPanel
          actorId={actor.id}
          timeZone={campaign.timeZone}
          columns={entryColumns(campaign)}
        />
      </ClientMessages>
    </Shell>
  );
}
