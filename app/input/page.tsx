import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";

import { Shell } from "@/app/shell";
import { NoCampaign } from "@/components/campaign/no-campaign";
import { ClientMessages } from "@/components/layout/client-messages";
import { ClosedDay, PastDay } from "@/components/tally/day-notice";
import { DaySwitch } from "@/components/tally/day-switch";
import { EntryDesk } from "@/components/tally/entry-desk";
import { EntryList } from "@/components/tally/entry-list";
import { PlaceChoice } from "@/components/tally/place-choice";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { openCampaign } from "@/lib/campaign/current";
import { formats } from "@/lib/i18n/format";
import { routes, withQuery } from "@/lib/routes";
import { undoZeroReport } from "@/lib/tally/actions";
import { askedDay } from "@/lib/tally/entry-day";
import { choosePlace, everyPlace } from "@/lib/tally/entry-place";
import { entryColumns } from "@/lib/tally/entry-row";
import { entryPlaces, entryRows } from "@/lib/tally/queries";
import { entryParams } from "@/lib/tally/schema";
import { now } from "@/lib/time/clock";
import { localDay, timeZoneNames } from "@/lib/time/time-zone";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("entry");
  return { title: t("title") };
}

/** A day's tallies: a list of cards on a phone, one grid on a PC. */
export default async function EntryPage(props: { readonly searchParams: Promise<unknown> }) {
  const query = entryParams.parse(await props.searchParams);
  const { actor, current } = await openCampaign("tally:submit", query.kampanye);
  const t = await getTranslations("entry");
  if (!current) {
    return (
      <Shell actor={actor} current="entry">
        <NoCampaign role={actor.role} />
      </Shell>
    );
  }

  const { campaign, grant } = current;
  const format = formats(await getLocale());
  const { kecamatan } = query;
  const hrefOf = (hari: string) =>
    withQuery(routes.entry, { kampanye: campaign.slug, hari, kecamatan });
  const asked = askedDay(campaign, localDay(now(), campaign.timeZone), query.hari);
  if (asked.kind !== "open") {
    return (
      <Shell actor={actor} current="entry" campaign={campaign}>
        <ClosedDay asked={asked} hrefOf={hrefOf} />
      </Shell>
    );
  }

  const { round, day } = asked;
  const places = await entryPlaces(grant, campaign, { round, day });
  const place = choosePlace(places, kecamatan);
  const within = place === everyPlace ? undefined : place?.code;
  const rows = await entryRows(grant, campaign, { round, day, within });
  const columns = entryColumns(campaign);
  const unitKind = rows.every(({ unit }) => unit.villageKind !== null) ? "village" : "unit";
  const placeName =
    rows.length === 1 && rows[0]
      ? rows[0].unit.name
      : place === everyPlace || !place || place.code === campaign.districtCode
        ? campaign.districtName
        : t("subdistrict", { name: place.name });
  const cutOff = `${format.hour(campaign.reportCutOff)} ${timeZoneNames[campaign.timeZone]}`;
  const entryPlace = {
    actorId: actor.id,
    actorName: actor.displayName,
    slug: campaign.slug,
    day,
  };
  const cardOf = (unit: string) =>
    withQuery(routes.entryOf(unit), { kampanye: campaign.slug, hari: day, kecamatan });
  const sent = rows.find(({ unit }) => unit.code === query.terkirim);

  return (
    <Shell actor={actor} current="entry" campaign={campaign}>
      <ClientMessages of={["entry", "common", "problems"]}>
        <div className="grid grid-cols-1 gap-x-6 gap-y-3 desktop:grid-cols-[1fr_auto] desktop:gap-y-1">
          <h1 className="sr-only desktop:not-sr-only desktop:text-title desktop:font-semibold noscript:not-sr-only">
            {t("titleOf", { place: placeName })}
          </h1>
          <div className="grid gap-3 empty:hidden desktop:col-span-2 desktop:row-start-3 desktop:my-2">
            <PastDay day={asked} todayHref={withQuery(routes.entry, { kampanye: campaign.slug })} />
            {sent ? (
              <Banner
                kind="success"
                role="status"
                title={t("sentNotice", { unit: sent.unit.name })}
              />
            ) : null}
            {places.length > 1 ? (
              <PlaceChoice
                action={routes.entry}
                day={day}
                slug={campaign.slug}
                chosen={place === everyPlace ? everyPlace : (place?.code ?? "")}
                places={places}
              />
            ) : null}
          </div>
          {rows.length === 0 ? (
            <EmptyState title={t("noUnits.title")}>{t("noUnits.text")}</EmptyState>
          ) : (
            <>
              <div className="desktop:hidden noscript:block!">
                <DaySwitch
                  day={asked}
                  hrefOf={hrefOf}
                  look="phone"
                  note={t("cutOffNote", { time: format.hour(campaign.reportCutOff) })}
                />
                <EntryList
                  rows={rows}
                  columns={columns}
                  place={entryPlace}
                  placeName={placeName}
                  timeZone={campaign.timeZone}
                  unitKind={unitKind}
                  hrefOf={cardOf}
                />
              </div>
              <EntryDesk
                key={`${campaign.slug} ${day} ${within ?? ""}`}
                rows={rows}
                columns={columns}
                place={entryPlace}
                timeZone={campaign.timeZone}
                unitKind={unitKind}
                dayName={format.longDay(day)}
                cutOff={cutOff}
                daySwitch={<DaySwitch day={asked} hrefOf={hrefOf} look="desk" />}
                cardHrefs={Object.fromEntries(
                  rows.map(({ unit }) => [unit.code, cardOf(unit.code)]),
                )}
                undoZero={undoZeroReport}
              />
            </>
          )}
        </div>
      </ClientMessages>
    </Shell>
  );
}
