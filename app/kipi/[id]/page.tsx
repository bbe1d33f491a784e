import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";

import { RecordPage, RecordVersions } from "@/components/base/register/record-page";
import { StatusShapes } from "@/components/monitor/coverage/status-shape";
import { EventDeadlines } from "@/components/safety/event-deadlines";
import { EventFacts } from "@/components/safety/event-facts";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { readRecordHistory } from "@/lib/campaign/record/server/queries";
import { openCampaign } from "@/lib/campaign/server/current";
import { readAdverseEvent } from "@/lib/safety/server/adverse-event-queries";

import { Shell } from "../../shell";
import { OpenEventForm } from "../open-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("adverseEvents");
  return { title: t("screen") };
}

/** One adverse event: what is recorded, its deadlines, its versions; with `ubah` its form. */
export default async function AdverseEventPage(props: {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [{ id }, query] = await Promise.all([props.params, props.searchParams]);
  const { actor, current } = await openCampaign("safety:report", query["kampanye"]?.toString());
  if (!current || !z.uuid().safeParse(id).success) notFound();
  const { campaign, grant } = current;
  const event = await readAdverseEvent(grant, campaign, id);
  if (!event) notFound();
  const at = now();
  const [history, t, form, locale] = await Promise.all([
    readRecordHistory(grant, { campaign, kind: "adverseEvent", id }),
    getTranslations("adverseEvents"),
    getTranslations("adverseEventForm"),
    getLocale(),
  ]);
  const f = formats(locale);
  const ofCampaign = { kampanye: campaign.slug };
  const title = t("detail.title", {
    place: event.unitName ?? event.subdistrictName,
    day: f.day(event.day),
  });
  const isChanging = query["ubah"] !== undefined && !campaign.isArchived;
  return (
    <Shell
      actor={actor}
      current="adverseEvents"
      campaign={campaign}
      print={{ day: localDay(at, campaign.timeZone) }}
    >
      <StatusShapes />
      <RecordPage
        register={{ name: t("screen"), href: withQuery(routes.adverseEvents, ofCampaign) }}
        name={isChanging ? form("changeTitle") : event.subdistrictName}
        headline={isChanging ? form("changeTitle") : title}
        change={
          isChanging || campaign.isArchived
            ? null
            : withQuery(routes.adverseEvent(id), { ...ofCampaign, ubah: "ya" })
        }
        isSaved={query["tersimpan"] !== undefined}
      >
        {isChanging ? (
          <OpenEventForm
            grant={grant}
            campaign={campaign}
            event={event}
            at={at}
            back={withQuery(routes.adverseEvent(id), ofCampaign)}
          />
        ) : (
          <div className="mt-4 grid items-start gap-4 desktop:grid-cols-[1fr_24rem]">
            <EventFacts campaign={campaign} event={event} />
            <div className="grid gap-4">
              <EventDeadlines event={event} at={at} zone={campaign.timeZone} />
              <RecordVersions versions={history} zone={campaign.timeZone} />
            </div>
          </div>
        )}
      </RecordPage>
    </Shell>
  );
}
