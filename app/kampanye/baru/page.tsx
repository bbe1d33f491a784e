import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { StartFromFile } from "@/components/campaign/set-up/start-from-file";
import { StartCampaign } from "@/components/campaign/set-up/start-campaign";
import { routes } from "@/lib/base/routes";
import { campaignsOf } from "@/lib/campaign/server/current";
import { startDraftAction, startFromFileAction } from "@/lib/campaign/server/draft-actions";
import { findDraft, listDrafts } from "@/lib/campaign/server/draft-queries";

import { Shell } from "../../shell";
import { OwnDrafts } from "../own-drafts";
import { openCampaigns } from "../open-campaigns";
import { DraftPage } from "./draft-page";

type Props = {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("campaigns.new");
  return { title: t("title") };
}

export default async function NewCampaignPage(props: Props) {
  const [{ actor, grant }, query] = await Promise.all([openCampaigns(), props.searchParams]);
  const campaigns = await campaignsOf(actor);
  const id = query["konsep"]?.toString();
  if (id !== undefined) {
    const kept = await findDraft(grant, id);
    if (!kept) notFound();
    return <DraftPage grant={grant} kept={kept} campaigns={campaigns} query={query} />;
  }
  const [drafts, t] = await Promise.all([listDrafts(grant), getTranslations()]);
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
      <div className="grid gap-4">
        <ClientMessages of={["campaigns", "problems"]}>
          <StartCampaign
            campaigns={campaigns.map(({ slug, name }) => ({ slug, name }))}
            action={startDraftAction}
          />
          <div className="max-w-240">
            <StartFromFile action={startFromFileAction} />
          </div>
        </ClientMessages>
        <OwnDrafts drafts={drafts} />
      </div>
    </Shell>
  );
}
