import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { Shell } from "@/app/shell";
import { ClientMessages } from "@/components/layout/client-messages";
import { OfflineEntry } from "@/components/offline/offline-entry";
import { openCampaign } from "@/lib/campaign/current";
import { submitVillage, undoZeroReport } from "@/lib/tally/actions";
import { entryParams } from "@/lib/tally/schema";

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
  const { actor, current } = await openCampaign("tally:submit", query.kampanye);
  if (!current) notFound();

  return (
    <Shell actor={actor} current="entry" campaign={current.campaign}>
      <ClientMessages of={["entry", "common", "problems", "offline"]}>
        <OfflineEntry
          actor={{ id: actor.id, displayName: actor.displayName }}
          action={submitVillage}
          undoZero={undoZeroReport}
          outbox={null}
        />
      </ClientMessages>
    </Shell>
  );
}
