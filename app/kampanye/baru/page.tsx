import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { CampaignForm } from "@/components/campaign/campaign-form";
import { ClientMessages } from "@/components/base/layout/client-messages";
import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { areasOfDistrict, createCampaignAction } from "@/lib/campaign/server/actions";
import { newDraft } from "@/lib/campaign/draft";
import { suggestDistricts } from "@/lib/account/region/server/actions";
import { regionLevel } from "@/lib/base/region/code";
import { listAreas } from "@/lib/account/region/server/queries";
import { routes } from "@/lib/base/routes";

import { Shell } from "../../shell";
import { openCampaigns } from "../open-campaigns";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("campaigns.new");
  return { title: t("title") };
}

export default async function NewCampaignPage() {
  const { actor, grant } = await openCampaigns();
  const isDistrict = regionLevel(actor.homeRegion) === "district";
  const areas = isDistrict
    ? await listAreas(grant, actor.homeRegion)
    : { subdistricts: [], villages: [] };
  const t = await getTranslations();
  return (
    <Shell actor={actor} current="campaigns">
      <Breadcrumb
        label={t("common.breadcrumb")}
        parts={[
          { name: t("campaigns.title"), href: routes.campaigns },
          { name: t("campaigns.new.title") },
        ]}
      />
      <h1 className="mt-2 mb-4 text-title font-semibold">{t("campaigns.new.title")}</h1>
      <ClientMessages of={["campaigns", "words", "draft", "problems"]}>
        <CampaignForm
          slug={null}
          keptName={`${actor.id}/kampanye/baru`}
          initial={newDraft(isDistrict ? actor.homeRegion : "")}
          standing={null}
          ownDistrict={
            isDistrict ? { code: actor.homeRegion, name: actor.homeRegionName, within: null } : null
          }
          areas={areas}
          findAreas={areasOfDistrict}
          searchDistricts={suggestDistricts}
          save={createCampaignAction}
        />
      </ClientMessages>
    </Shell>
  );
}
