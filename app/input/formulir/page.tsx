import { OnlyIndicatorsPage } from "@/app/only-indicators";
import { givesNothing } from "@/lib/campaign/campaign";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";

import { Shell } from "@/app/shell";
import { NoCampaign } from "@/components/campaign/no-campaign";
import { PaperBesides } from "@/components/device/entry/paper-besides";
import { PaperForm } from "@/components/device/entry/paper-form";
import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { PrintButton } from "@/components/monitor/summary/print-button";
import { closedDaysOf } from "@/lib/campaign/closed-days";
import { openEntryCampaign } from "@/lib/campaign/server/current";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import { askedDay } from "@/lib/report/entry-day";
import { choosePlace, everyPlace } from "@/lib/report/entry-place";
import { entryColumns } from "@/lib/report/entry-row";
import { entryPlaces, entryRows } from "@/lib/report/server/queries";
import { entryParams } from "@/lib/report/schema";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";

import { ArchivedEntry, ClosedEntry } from "../no-entry";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("paperForm");
  return { title: t("title") };
}

/** An empty tally form of a day and part, for pens: printed from here. */
export default async function PaperFormPage(props: { readonly searchParams: Promise<unknown> }) {
  const query = entryParams.parse(await props.searchParams);
  const { actor, current } = await openEntryCampaign(query.kampanye);
  if (!current) {
    return (
      <Shell actor={actor} current="entry">
        <NoCampaign role={actor.role} />
      </Shell>
    );
  }

  const { campaign, grant } = current;
  if (givesNothing(campaign)) {
    return <OnlyIndicatorsPage actor={actor} current="entry" campaign={campaign} />;
  }
  if (campaign.isArchived) return <ArchivedEntry actor={actor} campaign={campaign} />;
  const { kecamatan } = query;
  const asked = askedDay(
    campaign,
    localDay(now(), campaign.timeZone),
    query.hari,
    closedDaysOf(campaign, grant.region ?? campaign.districtCode),
  );
  if (asked.kind !== "open") {
    return (
      <ClosedEntry
        actor={actor}
        campaign={campaign}
        asked={asked}
        hrefOf={(hari) => withQuery(routes.entryForm, { kampanye: campaign.slug, hari, kecamatan })}
      />
    );
  }
  const { round, day } = asked;
  const place = choosePlace(await entryPlaces(grant, campaign, { round, day }), kecamatan);
  const within = place === everyPlace ? undefined : place?.code;
  const rows = await entryRows(grant, campaign, { round, day, within });
  const t = await getTranslations();
  const format = formats(await getLocale());
  return (
    <Shell actor={actor} current="entry" campaign={campaign} print={{ day }}>
      <div className="mb-4 print:hidden">
        <Breadcrumb
          label={t("common.breadcrumb")}
          parts={[
            {
              name: t("entry.title"),
              href: withQuery(routes.entry, { kampanye: campaign.slug, hari: day, kecamatan }),
            },
            { name: t("paperForm.title") },
          ]}
        />
        <div className="mt-2 flex flex-wrap items-center justify-between gap-3">
          <h1 className="text-title font-semibold">{t("paperForm.title")}</h1>
          <PrintButton label={t("paperForm.print")} />
        </div>
      </div>
      <PaperForm
        campaign={campaign}
        dayName={format.longDay(day)}
        placeName={place === everyPlace || place === null ? null : place.name}
        rows={rows}
        columns={entryColumns(campaign)}
      />
      <PaperBesides
        campaign={campaign}
        day={day}
        dayName={format.longDay(day)}
        placeName={place === everyPlace || place === null ? null : place.name}
        rows={rows}
      />
    </Shell>
  );
}
