import { OnlyIndicatorsPage } from "@/app/only-indicators";
import { givesNothing } from "@/lib/campaign/campaign";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { Shell } from "@/app/shell";
import { ClientMessages } from "@/components/base/layout/client-messages";
import { OfflineBanner } from "@/components/device/offline/offline-banner";
import { StorageNotice } from "@/components/device/offline/storage-notice";
import { OutboxBar } from "@/components/device/outbox/outbox-bar";
import { FreshAfterSending } from "@/components/device/entry/fresh-after-sending";
import { entryMessages, saidElsewhereThan } from "@/components/device/entry/entry-messages";
import { VillageScreen } from "@/components/device/entry/village-screen";
import { DayAccessNotice } from "@/components/report/verification/day-access-notice";
import { StatusNotice } from "@/components/report/verification/returned-notice";
import { isUnitCode } from "@/lib/campaign/code";
import { closedDaysOf } from "@/lib/campaign/closed-days";
import { openEntryCampaign } from "@/lib/campaign/server/current";
import { regionCode } from "@/lib/base/region/code";
import { routes, withQuery } from "@/lib/base/routes";
import { chooseEntryFigures, submitVillage, undoZeroReport } from "@/lib/report/server/actions";
import { askedDay, dayWithin } from "@/lib/report/entry-day";
import { choosePlace, everyPlace, hasOneUnit } from "@/lib/report/entry-place";
import { entryColumns } from "@/lib/report/entry-row";
import { entryFiguresOf } from "@/lib/report/server/figures-queries";
import { entryPlaces, entryRows, missingUnits } from "@/lib/report/server/queries";
import { entryParams } from "@/lib/report/schema";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { askReopeningAction } from "@/lib/report/verification/server/actions";
import { isNeverClosedOut } from "@/lib/report/verification/day-access";
import { isLockedByStatus } from "@/lib/report/write-access";
import { dayAccess } from "@/lib/report/verification/server/reopening-queries";

import { ArchivedEntry, ClosedEntry } from "../no-entry";

/** More than a phone sends before it hears of the first. */
const maxNext = 20;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("entry");
  return { title: t("title") };
}

/** One unit's day: the card that a phone fills in, and a browser without scripts. */
export default async function VillagePage(props: {
  readonly params: Promise<{ readonly unit: string }>;
  readonly searchParams: Promise<unknown>;
}) {
  const code = decodeURIComponent((await props.params).unit);
  const query = entryParams.parse(await props.searchParams);
  const { actor, current, work } = await openEntryCampaign(query.kampanye);
  if (!current || !isUnitCode(code)) notFound();

  const { campaign, grant } = current;
  if (givesNothing(campaign)) {
    return <OnlyIndicatorsPage actor={actor} current="entry" campaign={campaign} />;
  }
  if (campaign.isArchived) return <ArchivedEntry actor={actor} campaign={campaign} />;
  const moment = { now: now(), zone: campaign.timeZone };
  const asked = askedDay(
    campaign,
    localDay(moment.now, campaign.timeZone),
    query.hari,
    closedDaysOf(campaign, grant.region ?? campaign.districtCode),
  );
  const hrefOf = (hari: string) =>
    withQuery(routes.entryOf(code), {
      kampanye: campaign.slug,
      hari,
      kecamatan: query.kecamatan,
    });
  if (asked.kind !== "open") {
    return <ClosedEntry actor={actor} campaign={campaign} asked={asked} hrefOf={hrefOf} />;
  }

  const { round, day } = asked;
  const [figures, [row], places] = await Promise.all([
    entryFiguresOf(grant),
    entryRows(grant, campaign, { round, day, within: code }).then((rows) =>
      rows.filter(({ unit }) => unit.code === code),
    ),
    entryPlaces(grant, campaign, { round, day }),
  ]);
  if (!row) notFound();
  const place = choosePlace(places, query.kecamatan);
  const within = place === everyPlace ? undefined : place?.code;
  const shownRegion = regionCode.safeParse(within).data ?? grant.region ?? campaign.districtCode;
  const [missing, access] = await Promise.all([
    missingUnits(grant, campaign, { round, day, within }),
    within !== undefined && !isNeverClosedOut(actor.role)
      ? dayAccess(grant, campaign, { day, place: within, at: moment.now })
      : null,
  ]);
  // Several, because the device may know of reports on their way from some.
  const next = missing.filter((unit) => unit.code !== code).slice(0, maxNext);
  // A returned report may be sent on a closed day too, and a verified one on none.
  const status = row.standing?.status;
  const isLocked = isLockedByStatus(row.standing, isNeverClosedOut(actor.role));
  const isTold = access !== null && (access.isClosed || access.openUntil !== null);
  const hasDayNotice = isTold && within !== undefined && status !== "returned" && !isLocked;
  const dayNotice = isLocked ? (
    <></>
  ) : isTold && within !== undefined && status !== "returned" ? (
    <DayAccessNotice
      actorId={actor.id}
      access={access}
      slug={campaign.slug}
      place={within}
      day={day}
      moment={moment}
      todayHref={
        asked.isToday ? null : withQuery(routes.entryOf(code), { kampanye: campaign.slug })
      }
      ask={askReopeningAction}
      isAsked={query.minta !== undefined}
    />
  ) : undefined;

  return (
    <Shell actor={actor} current="entry" campaign={campaign} print={{ day }}>
      <ClientMessages of={entryMessages(campaign)} left={saidElsewhereThan(false)} isForEntry>
        <OfflineBanner />
        <StorageNotice />
        <OutboxBar actorId={actor.id} slug={campaign.slug} />
        <FreshAfterSending
          actorId={actor.id}
          slug={campaign.slug}
          drawnAt={moment.now.toISOString()}
        />
        <VillageScreen
          actor={actor}
          campaign={campaign}
          columns={entryColumns(campaign)}
          day={dayWithin(asked, closedDaysOf(campaign, shownRegion))}
          row={row}
          next={next}
          drawnAt={moment.now.toISOString()}
          kecamatan={query.kecamatan}
          submissionId={crypto.randomUUID()}
          action={submitVillage}
          undoZero={undoZeroReport}
          figures={figures}
          chooseFigures={chooseEntryFigures}
          dayNotice={dayNotice}
          {...(hasDayNotice && {
            dayState: access.isClosed ? "closed" : "open",
          })}
          areNoticesOpen={query.minta !== undefined}
          notices={
            <StatusNotice
              standing={row.standing}
              mayChangeVerified={isNeverClosedOut(actor.role)}
            />
          }
          isOnly={hasOneUnit(places) && actor.role === "villageHead"}
          campaigns={work}
        />
      </ClientMessages>
    </Shell>
  );
}
