import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { NoCampaign } from "@/components/campaign/no-campaign";
import { StatusShapes } from "@/components/monitor/coverage/status-shape";
import { routes, withQuery } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import { openCampaign } from "@/lib/campaign/server/current";
import { readPassMark } from "@/lib/safety/server/rapid-assessment-queries";

import { Shell } from "../../shell";
import { OpenRapidForm } from "../open-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rapidAssessmentForm");
  return { title: t("newTitle") };
}

/** Starts a rapid assessment: houses of a place, one by one. */
export default async function NewRapidAssessmentPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { kampanye, unit, intervensi } = await props.searchParams;
  const { actor, current } = await openCampaign("safety:report", kampanye?.toString());
  if (!current) {
    return (
      <Shell actor={actor} current="rapidAssessments">
        <NoCampaign role={actor.role} />
      </Shell>
    );
  }
  const { campaign, grant } = current;
  const [t, { houses }] = await Promise.all([getTranslations(), readPassMark(grant, campaign)]);
  const back = withQuery(routes.rapidAssessments, { kampanye: campaign.slug });
  return (
    <Shell
      actor={actor}
      current="rapidAssessments"
      campaign={campaign}
      forms={[withQuery(routes.newRapidAssessment, { kampanye: campaign.slug })]}
    >
      <StatusShapes />
      <Breadcrumb
        label={t("common.breadcrumb")}
        parts={[
          { name: t("rapidAssessments.screen"), href: back },
          { name: t("rapidAssessmentForm.newTitle") },
        ]}
      />
      <h1 className="mt-2 text-title font-semibold">{t("rapidAssessmentForm.newTitle")}</h1>
      <p className="max-w-180 text-dense text-ink2">{t("rapidAssessmentForm.note", { houses })}</p>
      <OpenRapidForm
        grant={grant}
        campaign={campaign}
        found={null}
        asked={{ unit: unit?.toString() ?? "", intervention: intervensi?.toString() ?? "" }}
        at={now()}
        back={back}
      />
    </Shell>
  );
}
