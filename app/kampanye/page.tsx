import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { CampaignList } from "@/components/campaign/campaign-list";
import { NoCampaign } from "@/components/campaign/no-campaign";
import { Banner } from "@/components/base/ui/banner";
import { ButtonLink } from "@/components/base/ui/button-link";
import { campaignsOf } from "@/lib/campaign/server/current";
import { listDrafts } from "@/lib/campaign/server/draft-queries";
import { routes } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";

import { Shell } from "../shell";
import { openCampaigns } from "./open-campaigns";
import { OwnDrafts } from "./own-drafts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("campaigns");
  return { title: t("title") };
}

export default async function CampaignsPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { actor, grant } = await openCampaigns();
  const [campaigns, drafts, t, query] = await Promise.all([
    campaignsOf(actor),
    listDrafts(grant),
    getTranslations("campaigns"),
    props.searchParams,
  ]);
  const today = localDay(now(), "Asia/Jakarta");
  const archived = campaigns.filter(({ isArchived }) => isArchived);
  return (
    <Shell actor={actor} current="campaigns">
      {query["terhapus"] ? (
        <div className="mb-4">
          <Banner kind="success" role="status" title={t("delete.done")} />
        </div>
      ) : null}
      {query["dibuang"] ? (
        <div className="mb-4">
          <Banner kind="success" role="status" title={t("setUp.discard.done")} />
        </div>
      ) : null}
      {campaigns.length === 0 ? (
        <div className="grid gap-4">
          <NoCampaign role={actor.role} />
          <OwnDrafts drafts={drafts} />
        </div>
      ) : (
        <div className="grid gap-4">
          <div className="flex flex-wrap items-end justify-between gap-4">
            <div>
              <h1 className="text-title font-semibold">{t("title")}</h1>
              <p className="max-w-180 text-dense text-ink2">{t("intro")}</p>
            </div>
            <ButtonLink href={routes.newCampaign} variant="primary" size="phone">
              <Plus aria-hidden className="size-4" />
              {t("add")}
            </ButtonLink>
          </div>
          <OwnDrafts drafts={drafts} />
          <CampaignList
            campaigns={campaigns.filter(({ isArchived }) => !isArchived)}
            today={today}
          />
          {archived.length > 0 ? (
            <details>
              <summary className="flex min-h-11 items-center text-dense text-link">
                {t("archive.list", { count: archived.length })}
              </summary>
              <CampaignList campaigns={archived} today={today} />
            </details>
          ) : null}
        </div>
      )}
    </Shell>
  );
}
