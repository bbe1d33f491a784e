import { List } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";

import { RecordPage } from "@/components/base/register/record-page";
import { ButtonLink } from "@/components/base/ui/button-link";
import { StatusShapes } from "@/components/monitor/coverage/status-shape";
import { RapidDetail } from "@/components/safety/rapid-detail";
import { RapidSays, RapidVerdictLine } from "@/components/safety/rapid-says";
import { formats } from "@/lib/base/i18n/format";
import { mayEver } from "@/lib/account/auth/policy";
import { routes, withQuery } from "@/lib/base/routes";
import { addDays } from "@/lib/base/time/calendar-day";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { readRecordHistory } from "@/lib/campaign/record/server/queries";
import { openCampaign } from "@/lib/campaign/server/current";
import { judged } from "@/lib/safety/beside-coverage";
import { readPassMark, readRapidAssessment } from "@/lib/safety/server/rapid-assessment-queries";
import { coverageBeside } from "@/lib/safety/server/register";

import { Shell } from "../../shell";
import { OpenRapidForm } from "../open-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rapidAssessments");
  return { title: t("screen") };
}

/** One rapid assessment: its houses, what follows, and what reports say; with `ubah` its form. */
export default async function RapidAssessmentPage(props: {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [{ id }, query] = await Promise.all([props.params, props.searchParams]);
  const { actor, current } = await openCampaign("safety:report", query["kampanye"]?.toString());
  if (!current || !z.uuid().safeParse(id).success) notFound();
  const { campaign, grant } = current;
  const at = now();
  const today = localDay(at, campaign.timeZone);
  const found = await readRapidAssessment(grant, campaign, id);
  if (!found) notFound();
  const [mark, coverageOf, history, t, form, locale] = await Promise.all([
    readPassMark(grant, campaign),
    coverageBeside(grant, campaign, today),
    readRecordHistory(grant, { campaign, kind: "assessment", id }),
    getTranslations("rapidAssessments"),
    getTranslations("rapidAssessmentForm"),
    getLocale(),
  ]);
  const assessment = judged(found.assessment, { campaign, mark, today, coverageOf });
  const ofCampaign = { kampanye: campaign.slug };
  const maySweep = mayEver(actor.role, "plan:manage") && !campaign.isArchived;
  const sweeping =
    maySweep && assessment.verdict === "repeat"
      ? withQuery(routes.newSession, {
          ...ofCampaign,
          unit: assessment.unit,
          cara: "sweeping",
          hari: addDays(today, 1),
        })
      : null;
  const isChanging = query["ubah"] !== undefined && !campaign.isArchived;
  const where = t("detail.where", {
    place: assessment.unitName,
    subdistrict: assessment.subdistrictName,
    location: assessment.location,
  });
  return (
    <Shell actor={actor} current="rapidAssessments" campaign={campaign} print={{ day: today }}>
      <StatusShapes />
      <RecordPage
        register={{ name: t("screen"), href: withQuery(routes.rapidAssessments, ofCampaign) }}
        name={`${where} · ${formats(locale).day(assessment.day)}`}
        headline={
          isChanging ? (
            form("changeTitle")
          ) : (
            <RapidVerdictLine assessment={assessment} mark={mark} />
          )
        }
        intro={isChanging ? null : <RapidSays assessment={assessment} wording={campaign.wording} />}
        actions={
          isChanging ? null : (
            <ButtonLink href={withQuery(routes.rapidAssessments, ofCampaign)} size="phone">
              <List aria-hidden className="size-4" />
              {t("all")}
            </ButtonLink>
          )
        }
        change={
          isChanging || campaign.isArchived
            ? null
            : withQuery(routes.rapidAssessment(id), { ...ofCampaign, ubah: "ya" })
        }
        isSaved={query["tersimpan"] !== undefined}
      >
        {isChanging ? (
          <OpenRapidForm
            grant={grant}
            campaign={campaign}
            found={found}
            asked={{ unit: "", intervention: "" }}
            at={at}
            back={withQuery(routes.rapidAssessment(id), ofCampaign)}
          />
        ) : (
          <RapidDetail
            campaign={campaign}
            assessment={assessment}
            houses={found.houses}
            mark={mark}
            sweeping={sweeping}
            history={history}
          />
        )}
      </RecordPage>
    </Shell>
  );
}
