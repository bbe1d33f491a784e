import { OnlyIndicatorsPage } from "@/app/only-indicators";
import { givesNothing } from "@/lib/campaign/campaign";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { NoCampaign } from "@/components/campaign/no-campaign";
import { ClientMessages } from "@/components/base/layout/client-messages";
import { TargetImportFlow } from "@/components/campaign/target-population/import-flow";
import { TargetTemplateLinks } from "@/components/campaign/target-population/template-links";
import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { openCampaign } from "@/lib/campaign/server/current";
import { routes, withQuery } from "@/lib/base/routes";
import { previewTargets, storeTargets } from "@/lib/campaign/target-population/server/actions";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";

import { Shell } from "../../shell";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("targets.form");
  return { title: t("title") };
}

export default async function TargetImportPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await props.searchParams;
  const { actor, current } = await openCampaign("target:import", query["kampanye"]?.toString());
  if (!current) {
    return (
      <Shell actor={actor} current="targets">
        <NoCampaign role={actor.role} />
      </Shell>
    );
  }

  const { campaign } = current;
  if (givesNothing(campaign)) {
    return <OnlyIndicatorsPage actor={actor} current="targets" campaign={campaign} />;
  }
  // That page says that it is put away.
  if (campaign.isArchived) redirect(withQuery(routes.targets, { kampanye: campaign.slug }));
  const t = await getTranslations();
  return (
    <Shell actor={actor} current="targets" campaign={campaign}>
      <Breadcrumb
        label={t("common.breadcrumb")}
        parts={[
          {
            name: t("targets.title"),
            href: withQuery(routes.targets, { kampanye: campaign.slug }),
          },
          { name: t("targets.form.title") },
        ]}
      />
      <div className="mt-2">
        <ClientMessages of={["targets", "sheet", "common", "problems"]}>
          <TargetImportFlow
            slug={campaign.slug}
            isSample={campaign.isSample}
            today={localDay(now(), campaign.timeZone)}
            preview={previewTargets}
            store={storeTargets}
            templates={<TargetTemplateLinks slug={campaign.slug} />}
          />
        </ClientMessages>
      </div>
    </Shell>
  );
}
