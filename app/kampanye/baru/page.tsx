import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { CampaignForm } from "@/components/campaign/campaign-form";
import { ClientMessages } from "@/components/base/layout/client-messages";
import { Banner } from "@/components/base/ui/banner";
import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { areasOfDistrict, createCampaignAction } from "@/lib/campaign/server/actions";
import { newDraft } from "@/lib/campaign/draft";
import { suggestDistricts } from "@/lib/account/region/server/actions";
import { regionCode, regionLevel } from "@/lib/base/region/code";
import { listAreas } from "@/lib/account/region/server/queries";
import { routes } from "@/lib/base/routes";

import { Shell } from "../../shell";
import { openCampaigns } from "../open-campaigns";
import { copiedDraft } from "./copied-draft";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("campaigns.new");
  return { title: t("title") };
}

export default async function NewCampaignPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { actor, grant } = await openCampaigns();
  const query = await props.searchParams;
  const copied = await copiedDraft(grant, query);
  if (query["salin"] !== undefined && !copied) notFound();
  const isDistrict = regionLevel(actor.homeRegion) === "district";
  const ownDistrict = isDistrict
    ? { code: actor.homeRegion, name: actor.homeRegionName, within: null }
    : null;
  const district = ownDistrict ?? copied?.district;
  const areas = district
    ? await listAreas(grant, regionCode.parse(district.code))
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
      {copied ? (
        <div className="mb-4 max-w-240">
          <Banner kind="info" title={t("campaigns.copy.from", { name: copied.name })}>
            {t(
              copied.draft.copyOf?.targets ? "campaigns.copy.checkTargets" : "campaigns.copy.check",
            )}
          </Banner>
        </div>
      ) : null}
      <ClientMessages of={["campaigns", "words", "draft", "problems"]}>
        <CampaignForm
          slug={null}
          keptName={`${actor.id}/kampanye/baru`}
          initial={copied?.draft ?? newDraft(isDistrict ? actor.homeRegion : "")}
          standing={null}
          ownDistrict={ownDistrict ?? copied?.district ?? null}
          areas={areas}
          findAreas={areasOfDistrict}
          searchDistricts={suggestDistricts}
          save={createCampaignAction}
        />
      </ClientMessages>
    </Shell>
  );
}
