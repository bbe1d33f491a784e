import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { NoCampaign } from "@/components/campaign/no-campaign";
import { routes, withQuery } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import { openCampaign } from "@/lib/campaign/server/current";

import { Shell } from "../../shell";
import { OpenEventForm } from "../open-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("adverseEventForm");
  return { title: t("newTitle") };
}

/** Records an adverse event. */
export default async function NewAdverseEventPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { kampanye } = await props.searchParams;
  const { actor, current } = await openCampaign("safety:report", kampanye?.toString());
  if (!current) {
    return (
      <Shell actor={actor} current="adverseEvents">
        <NoCampaign role={actor.role} />
      </Shell>
    );
  }
  const { campaign, grant } = current;
  const t = await getTranslations();
  const back = withQuery(routes.adverseEvents, { kampanye: campaign.slug });
  return (
    <Shell
      actor={actor}
      current="adverseEvents"
      campaign={campaign}
      forms={[withQuery(routes.newAdverseEvent, { kampanye: campaign.slug })]}
    >
      <Breadcrumb
        label={t("common.breadcrumb")}
        parts={[
          { name: t("adverseEvents.screen"), href: back },
          { name: t("adverseEventForm.newTitle") },
        ]}
      />
      <h1 className="mt-2 text-title font-semibold">{t("adverseEventForm.newTitle")}</h1>
      <p className="max-w-180 text-dense text-ink2">{t("adverseEventForm.note")}</p>
      <OpenEventForm grant={grant} campaign={campaign} event={null} at={now()} back={back} />
    </Shell>
  );
}
