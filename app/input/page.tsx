import { OnlyIndicatorsPage } from "@/app/only-indicators";
import { givesNothing } from "@/lib/campaign/campaign";
import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";

import { Shell } from "@/app/shell";
import { NoCampaign } from "@/components/campaign/no-campaign";
import { ClientMessages } from "@/components/base/layout/client-messages";
import { OfflineBanner } from "@/components/device/offline/offline-banner";
import { StorageNotice } from "@/components/device/offline/storage-notice";
import { OutboxBar } from "@/components/device/outbox/outbox-bar";
import { FreshAfterSending } from "@/components/device/entry/fresh-after-sending";
import { entryMessages, saidElsewhereThan } from "@/components/device/entry/entry-messages";
import { EntryScreen } from "@/components/device/entry/entry-screen";
import { DayAccessNotice } from "@/components/report/verification/day-access-notice";
import { ReturnedNotice } from "@/components/report/verification/returned-notice";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import { closedDaysOf } from "@/lib/campaign/closed-days";
import { openEntryCampaign } from "@/lib/campaign/server/current";
import { formats } from "@/lib/base/i18n/format";
import { regionCode } from "@/lib/base/region/code";
import { partsOfDay } from "@/lib/report/part/part";
import { askedPartsOf } from "@/lib/report/part/rules";
import { PartLinks } from "@/components/report/part-links";
import { routes, withQuery } from "@/lib/base/routes";
import { chooseEntryFigures, undoZeroReport } from "@/lib/report/server/actions";
import { askedDay, dayWithin } from "@/lib/report/entry-day";
import { choosePlace, everyPlace, hasOneUnit } from "@/lib/report/entry-place";
import { entryColumns, type EntryRow } from "@/lib/report/entry-row";
import { entryFiguresOf } from "@/lib/report/server/figures-queries";
import { isPhone } from "@/lib/report/phone";
import { entryPlaces, entryRows } from "@/lib/report/server/queries";
import { entryParams } from "@/lib/report/schema";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { askReopeningAction } from "@/lib/report/verification/server/actions";
import { isNeverClosedOut } from "@/lib/report/verification/day-access";
import { dayAccess } from "@/lib/report/verification/server/reopening-queries";
import { returnedReports } from "@/lib/report/verification/server/returned-queries";

import VillagePage from "./[unit]/page";
import { ArchivedEntry, ClosedEntry } from "./no-entry";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("entry");
  return { title: t("title") };
}

/** A day's tallies: a list of cards on a phone, one grid on a PC. */
export default async function EntryPage(props: { readonly searchParams: Promise<unknown> }) {
  const query = entryParams.parse(await props.searchParams);
  const { actor, current, work } = await openEntryCampaign(query.kampanye);
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
  const hrefOf = (hari: string) =>
    withQuery(routes.entry, { kampanye: campaign.slug, hari, kecamatan });
  const moment = { now: now(), zone: campaign.timeZone };
  const asked = askedDay(
    campaign,
    localDay(moment.now, campaign.timeZone),
    query.hari,
    closedDaysOf(campaign, grant.region ?? campaign.districtCode),
  );
  if (asked.kind !== "open") {
    return <ClosedEntry actor={actor} campaign={campaign} asked={asked} hrefOf={hrefOf} />;
  }

  const { round, day } = asked;
  const places = await entryPlaces(grant, campaign, { round, day });
  const place = choosePlace(places, kecamatan);
  const within = place === everyPlace ? undefined : place?.code;
  const shownRegion = regionCode.safeParse(within).data ?? grant.region ?? campaign.districtCode;
  const isBound = !isNeverClosedOut(actor.role);
  const [figures, rows, access, returned] = await Promise.all([
    entryFiguresOf(grant),
    entryRows(grant, campaign, { round, day, within }),
    isBound && within !== undefined
      ? dayAccess(grant, campaign, { day, place: within, at: moment.now })
      : null,
    isBound ? returnedReports(grant, campaign) : [],
  ]);

  const [first] = rows;
  if (hasOneUnit(places) && first && actor.role === "villageHead" && query.terkirim === undefined) {
    // One village's own screen is its card.
    return VillagePage({
      params: Promise.resolve({ unit: first.unit.code }),
      searchParams: Promise.resolve({ kampanye: campaign.slug, hari: day }),
    });
  }
  const t = await getTranslations("entry");
  const format = formats(await getLocale());
  const from = await headers();
  const onPhone = isPhone(from.get("sec-ch-ua-mobile"), from.get("user-agent") ?? "");
  const isTold = access !== null && (access.isClosed || access.openUntil !== null);
  const headlines = [
    ...(isTold
      ? [t(access.isClosed ? "notices.closed" : "notices.open", { day: format.monthDay(day) })]
      : []),
    ...(returned.length > 0 ? [t("notices.returned", { count: returned.length })] : []),
  ];
  return (
    <Shell actor={actor} current="entry" campaign={campaign} print={{ day }}>
      <ClientMessages of={entryMessages(campaign)} left={saidElsewhereThan(onPhone)} isForEntry>
        <OfflineBanner />
        <StorageNotice />
        <OutboxBar actorId={actor.id} slug={campaign.slug} />
        <FreshAfterSending
          actorId={actor.id}
          slug={campaign.slug}
          drawnAt={moment.now.toISOString()}
        />
        <EntryScreen
          actor={actor}
          campaign={campaign}
          columns={entryColumns(campaign)}
          day={dayWithin(asked, closedDaysOf(campaign, shownRegion))}
          places={places}
          place={place}
          rows={rows}
          kecamatan={kecamatan}
          sentUnit={query.terkirim}
          undoZero={undoZeroReport}
          figures={figures}
          chooseFigures={chooseEntryFigures}
          dayNotice={
            isTold && within !== undefined ? (
              <DayAccessNotice
                actorId={actor.id}
                access={access}
                slug={campaign.slug}
                place={within}
                day={day}
                moment={moment}
                todayHref={
                  asked.isToday ? null : withQuery(routes.entry, { kampanye: campaign.slug })
                }
                ask={askReopeningAction}
                isAsked={query.minta !== undefined}
              />
            ) : undefined
          }
          notices={<ReturnedNotice slug={campaign.slug} reports={returned} />}
          headlines={headlines}
          areNoticesOpen={query.minta !== undefined}
          takeAway={<TakeAway slug={campaign.slug} day={day} kecamatan={kecamatan} />}
          otherWays={
            <OtherWays campaign={campaign} day={day} units={onPhone ? [] : rows.map(unitOf)} />
          }
          campaigns={work}
          drawnAt={moment.now.toISOString()}
          isPhone={onPhone}
        />
      </ClientMessages>
    </Shell>
  );
}

/** The day as a file, and its paper form. */
function TakeAway(props: {
  readonly slug: string;
  readonly day: string;
  readonly kecamatan: string | undefined;
}) {
  const t = useTranslations("entry.takeAway");
  const { slug, day, kecamatan } = props;
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-1 text-dense">
      {[
        { href: routes.entrySheet, words: t("sheet") },
        { href: routes.entryForm, words: t("form") },
      ].map(({ href, words }) => (
        <a
          key={href}
          href={withQuery(href, { kampanye: slug, hari: day, kecamatan })}
          className="flex min-h-11 items-center underline desk:min-h-0"
        >
          {words}
        </a>
      ))}
    </p>
  );
}

function unitOf({ unit }: EntryRow) {
  return unit;
}

/** A file of several days, and of units whose other numbers the grid does not have their own forms. */
function OtherWays(props: {
  readonly campaign: Campaign;
  readonly day: CalendarDay;
  /** None: the list of them stands there anyway. */
  readonly units: readonly EntryRow["unit"][];
}) {
  const t = useTranslations("tallyImport");
  const { campaign, day, units } = props;
  const { slug } = campaign;
  return (
    <>
      <p className="text-dense text-ink2">
        {t("offer")}{" "}
        <Link href={withQuery(routes.entryImport, { kampanye: slug })} className="underline">
          {t("open")}
        </Link>
      </p>
      {units.length === 0 || partsOfDay(askedPartsOf(campaign, day)).length === 0 ? null : (
        <PartLinks slug={slug} day={day} units={units} />
      )}
    </>
  );
}
