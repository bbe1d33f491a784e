import { OnlyIndicatorsPage } from "@/app/only-indicators";
import { givesNothing } from "@/lib/campaign/campaign";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Shell } from "@/app/shell";
import { NoCampaign } from "@/components/campaign/no-campaign";
import { ClientMessages } from "@/components/base/layout/client-messages";
import { TallyImportFlow } from "@/components/report/import/import-flow";
import { TallyTemplateLinks } from "@/components/report/import/template-links";
import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { openEntryCampaign } from "@/lib/campaign/server/current";
import { routes, withQuery } from "@/lib/base/routes";
import { entryParams } from "@/lib/report/schema";
import { previewTallies, storeTallies } from "@/lib/report/import/server/actions";

import { ArchivedEntry } from "../no-entry";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("tallyImport");
  return { title: t("title") };
}

/** Daily reports of many units and days from a file: choose, check, store. */
export default async function TallyImportPage(props: { readonly searchParams: Promise<unknown> }) {
  const { kampanye } = entryParams.parse(await props.searchParams);
  const { actor, current } = await openEntryCampaign(kampanye);
  if (!current) {
    return (
      <Shell actor={actor} current="entry">
        <NoCampaign role={actor.role} />
      </Shell>
    );
  }

  const { campaign } = current;
  if (givesNothing(campaign)) {
    return <OnlyIndicatorsPage actor={actor} current="entry" campaign={campaign} />;
  }
  if (campaign.isArchived) return <ArchivedEntry actor={actor} campaign={campaign} />;
  const t = await getTranslations();
  return (
    <Shell actor={actor} current="entry" campaign={campaign}>
      <Breadcrumb
        label={t("common.breadcrumb")}
        parts={[
          { name: t("entry.title"), href: withQuery(routes.entry, { kampanye: campaign.slug }) },
          { name: t("tallyImport.title") },
        ]}
      />
      <div className="mt-2">
        <ClientMessages of={["tallyImport", "sheet", "entry", "common", "problems"]}>
          <TallyImportFlow
            slug={campaign.slug}
            isSample={campaign.isSample}
            preview={previewTallies}
            store={storeTallies}
            templates={<TallyTemplateLinks slug={campaign.slug} />}
          />
        </ClientMessages>
      </div>
    </Shell>
  );
}
