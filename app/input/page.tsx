import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";

import { Shell } from "@/app/shell";
import { NoCampaign } from "@/components/campaign/no-campaign";
import { ClientMessages } from "@/components/layout/client-messages";
import { OfflineBanner } from "@/components/offline/offline-banner";
import { StorageNotice } from "@/components/offline/storage-notice";
import { OutboxBar } from "@/components/outbox/outbox-bar";
import { ClosedDay } from "@/components/tally/day-notice";
import { EntryScreen } from "@/components/tally/entry-screen";
import { DayAccessNotice } from "@/components/verification/day-access-notice";
import { ReturnedNotice } from "@/components/verification/returned-notice";
import { openCampaign } from "@/lib/campaign/current";
import { routes, withQuery } from "@/lib/routes";
import { chooseEntryFigures, undoZeroReport } from "@/lib/tally/actions";
import { askedDay } from "@/lib/tally/entry-day";
import { choosePlace, everyPlace } from "@/lib/tally/entry-place";
import { entryColumns } from "@/lib/tally/entry-row";
import { entryFiguresOf } from "@/lib/tally/figures-queries";
import { entryPlaces, entryRows } from "@/lib/tally/queries";
import { entryParams } from "@/lib/tally/schema";
import { now } from "@/lib/time/clock";
import { localDay } from "@/lib/time/time-zone";
import { askReopeningAction } from "@/lib/verification/actions";
import { isNeverClosedOut } from "@/lib/verification/day-access";
import { dayAccess } from "@/lib/verification/reopening-queries";
import { returnedReports } from "@/lib/verification/returned-queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("entry");
  return { title: t("title") };
}

/** A day's tallies: a list of cards on a phone, one grid on a PC. */
export default async function EntryPage(props: { readonly searchParams: Promise<unknown> }) {
  const query = entryParams.parse(await props.searchParams);
  const { actor, current } = await openCampaign("tally:submit", query.kampanye);
  if (!current) {
    return (
      <Shell actor={actor} current="entry">
        <NoCampaign role={actor.role} />
      </Shell>
    );
  }

  const { campaign, grant } = current;
  const { kecamatan } = query;
  const hrefOf = (hari: string) =>
    withQuery(routes.entry, { kampanye: campaign.slug, hari, kecamatan });
  const moment = { now: now(), zone: campaign.timeZone };
  const asked = askedDay(campaign, localDay(moment.now, campaign.timeZone), query.hari);
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
  const isBound = !isNeverClosedOut(actor.role);
  const [figures, rows, access, returned] = await Promise.all([
    entryFiguresOf(grant),
    entryRows(grant, campaign, { round, day, within }),
    isBound && within !== undefined
      ? dayAccess(grant, campaign, { day, place: within, at: moment.now })
      : null,
    isBound ? returnedReports(grant, campaign) : [],
  ]);

  const loads = await getTranslations("tallyImport");
  return (
    <Shell actor={actor} current="entry" campaign={campaign}>
      <ClientMessages of={["entry", "common", "problems", "offline", "outbox"]}>
        <OfflineBanner />
        <StorageNotice />
        <OutboxBar actorId={actor.id} slug={campaign.slug} />
        <EntryScreen
          actor={actor}
          campaign={campaign}
          columns={entryColumns(campaign)}
          day={asked}
          places={places}
          place={place}
          rows={rows}
          kecamatan={kecamatan}
          sentUnit={query.terkirim}
          undoZero={undoZeroReport}
          figures={figures}
          chooseFigures={chooseEntryFigures}
          dayNotice={
            access && within !== undefined && (access.isClosed || access.openUntil !== null) ? (
              <DayAccessNotice
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
            ) : null
          }
          notices={
            <>
              <ReturnedNotice slug={campaign.slug} reports={returned} />
              <p className="hidden text-dense text-ink2 desktop:block">
                {loads("offer")}{" "}
                <Link
                  href={withQuery(routes.entryImport, { kampanye: campaign.slug })}
                  className="underline"
                >
                  {loads("open")}
                </Link>
              </p>
            </>
          }
        />
      </ClientMessages>
    </Shell>
  );
}
