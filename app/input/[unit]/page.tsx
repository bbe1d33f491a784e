import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";

import { Shell } from "@/app/shell";
import { ClientMessages } from "@/components/layout/client-messages";
import { ClosedDay, PastDay } from "@/components/tally/day-notice";
import { VillageCard } from "@/components/tally/village-card";
import { openCampaign } from "@/lib/campaign/current";
import { formats } from "@/lib/i18n/format";
import { routes, withQuery } from "@/lib/routes";
import { submitVillage, undoZeroReport } from "@/lib/tally/actions";
import { askedDay } from "@/lib/tally/entry-day";
import { choosePlace, everyPlace } from "@/lib/tally/entry-place";
import { entryColumns } from "@/lib/tally/entry-row";
import { entryPlaces, entryRows, missingUnits } from "@/lib/tally/queries";
import { entryParams } from "@/lib/tally/schema";
import { now } from "@/lib/time/clock";
import { localDay } from "@/lib/time/time-zone";

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
  const { actor, current } = await openCampaign("tally:submit", query.kampanye);
  if (!current) notFound();

  const { campaign, grant } = current;
  const asked = askedDay(campaign, localDay(now(), campaign.timeZone), query.hari);
  const at = (hari: string) => ({ kampanye: campaign.slug, hari, kecamatan: query.kecamatan });
  const cardOf = (unit: string, day: string) => withQuery(routes.entryOf(unit), at(day));
  if (asked.kind !== "open") {
    return (
      <Shell actor={actor} current="entry" campaign={campaign}>
        <ClosedDay asked={asked} hrefOf={(day) => cardOf(code, day)} />
      </Shell>
    );
  }

  const { round, day } = asked;
  const [[row], places] = await Promise.all([
    entryRows(grant, campaign, { round, day, within: code }).then((rows) =>
      rows.filter(({ unit }) => unit.code === code),
    ),
    entryPlaces(grant, campaign, { round, day }),
  ]);
  if (!row) notFound();
  const place = choosePlace(places, query.kecamatan);
  const missing = await missingUnits(grant, campaign, {
    round,
    day,
    within: place === everyPlace ? undefined : place?.code,
  });
  const next = missing.find((unit) => unit.code !== code);

  const t = await getTranslations("entry");
  const format = formats(await getLocale());
  const listHref = withQuery(routes.entry, at(day));
  const number = asked.isSweeping
    ? t("sweepingDay")
    : t("dayNumber", { number: asked.number, days: asked.days });

  return (
    <Shell actor={actor} current="entry" campaign={campaign}>
      <div className="mx-auto max-w-160">
        <header className="-mx-4 -mt-5 mb-3 flex items-center border-b border-line bg-surface px-1 py-1.5 tablet:mx-0 tablet:mt-0 tablet:rounded-panel tablet:border">
          <Link
            href={listHref}
            prefetch={false}
            aria-label={t("backToList")}
            className="grid size-11 place-items-center rounded-control text-ink"
          >
            <ArrowLeft aria-hidden className="size-5" />
          </Link>
          <div className="grow pr-11 text-center">
            <h1 className="text-panel font-semibold">{row.unit.name}</h1>
            <p className="text-note text-ink2">
              {format.weekdayDay(day)} · {number}
            </p>
          </div>
        </header>
        <div className="mb-3 empty:hidden">
          <PastDay
            day={asked}
            todayHref={withQuery(routes.entryOf(code), { kampanye: campaign.slug })}
          />
        </div>
        <ClientMessages of={["entry", "common", "problems"]}>
          <VillageCard
            key={`${code} ${day}`}
            row={row}
            columns={entryColumns(campaign)}
            place={{
              actorId: actor.id,
              actorName: actor.displayName,
              slug: campaign.slug,
              day,
            }}
            timeZone={campaign.timeZone}
            dayName={format.longDay(day)}
            submissionId={crypto.randomUUID()}
            listHref={listHref}
            next={next ? { name: next.name, href: cardOf(next.code, day) } : null}
            action={submitVillage}
            undoZero={undoZeroReport}
          />
        </ClientMessages>
      </div>
    </Shell>
  );
}
