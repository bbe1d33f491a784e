import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { Shell } from "@/app/shell";
import { ClientMessages } from "@/components/base/layout/client-messages";
import { entryMessages } from "@/components/device/entry/entry-messages";
import { OfflineEntry } from "@/components/device/offline/offline-entry";
import { OutboxPanel } from "@/components/device/outbox/outbox-panel";
import { askedParts } from "@/lib/campaign/report-parts";
import { openEntryCampaign } from "@/lib/campaign/server/current";
import { chooseEntryFigures, submitVillage, undoZeroReport } from "@/lib/report/server/actions";
import { entryColumns } from "@/lib/report/entry-row";
import { entryParams } from "@/lib/report/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("entry");
  return { title: t("title") };
}

/**
 * What a device shows at the addresses of the entry screens when it has no connection. The worker
 * keeps it for one person; it holds no figures, those come from the device's kit.
 */
export default async function OfflineEntryPage(props: { readonly searchParams: Promise<unknown> }) {
  const query = entryParams.parse(await props.searchParams);
  const { actor, current, work } = await openEntryCampaign(query.kampanye);
  if (!current) notFound();

  const { campaign } = current;
  // A device keeps the days of each of a person's campaigns, and one page to draw them.
  const asked = work.length > 1 ? { reportParts: askedParts } : campaign;
  return (
    <Shell actor={actor} current="entry" campaign={campaign}>
      <ClientMessages of={entryMessages(asked)} isForEntry>
        <OfflineEntry
          actor={{
            id: actor.id,
            displayName: actor.displayName,
            role: actor.role,
            office: actor.office,
          }}
          slug={campaign.slug}
          action={submitVillage}
          undoZero={undoZeroReport}
          chooseFigures={chooseEntryFigures}
          outbox={
            <OutboxPanel
              actorId={actor.id}
              timeZone={campaign.timeZone}
              columns={entryColumns(campaign)}
            />
          }
        />
      </ClientMessages>
    </Shell>
  );
}
