import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { RecordButton } from "@/components/base/register/record-button";
import { RegisterChoices } from "@/components/base/register/register-choices";
import { RegisterPage } from "@/components/base/register/register-page";
import { NoCampaign } from "@/components/campaign/no-campaign";
import { StatusShapes } from "@/components/monitor/coverage/status-shape";
import { AdverseEventTable } from "@/components/safety/adverse-event-table";
import { BatchTable } from "@/components/safety/batch-table";
import { EventsHeadline, EventsLead } from "@/components/safety/events-head";
import { NearestDeadlines } from "@/components/safety/nearest-deadlines";
import { NothingRecorded } from "@/components/safety/nothing-recorded";
import { ProvinceNote } from "@/components/safety/province-note";
import { mayEver } from "@/lib/account/auth/policy";
import { routes, withQuery } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { openCampaign } from "@/lib/campaign/server/current";
import { adverseEventStates } from "@/lib/safety/adverse-event";
import { eventCursor, cursorPage, readEventCursor } from "@/lib/safety/cursor";
import { isAwaiting } from "@/lib/safety/deadline";
import { openDeadlines } from "@/lib/safety/nearest";
import { withIssued } from "@/lib/safety/rate";
import { readEventFilter } from "@/lib/safety/register-words";
import {
  countAdverseEvents,
  countGiven,
  lastZeroReport,
  listAdverseEvents,
  listAwaiting,
} from "@/lib/safety/server/adverse-event-queries";
import { listUnitChoices } from "@/lib/safety/server/unit-queries";
import { subdistrictChoices } from "@/lib/safety/unit-choice";
import { readIssued } from "@/lib/stock/server/issued-queries";

import { Shell } from "../shell";

const perPage = 50;
const nearest = 4;
const seriousOnly = { only: "serious", state: null, subdistrict: null } as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("adverseEvents");
  return { title: t("screen") };
}

/** Adverse events of a campaign, and whose deadlines run. */
export default async function AdverseEventsPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await props.searchParams;
  const { actor, current } = await openCampaign("safety:report", query["kampanye"]?.toString());
  if (!current) {
    return (
      <Shell actor={actor} current="adverseEvents">
        <NoCampaign role={actor.role} />
      </Shell>
    );
  }
  const { campaign, grant } = current;
  const { slug } = campaign;
  const at = now();
  const { words, filter } = readEventFilter(query);
  const after = readEventCursor(query["sesudah"]?.toString());
  const isReviewer = mayEver(actor.role, "safety:review");
  const [counts, listed, awaiting, given, units, issued, serious, t, states] = await Promise.all([
    countAdverseEvents(grant, campaign, at),
    listAdverseEvents(grant, campaign, filter, { at, after, perPage }),
    listAwaiting(grant, campaign, 20),
    countGiven(grant, campaign),
    listUnitChoices(grant, campaign),
    readIssued(grant, campaign),
    isReviewer ? listAdverseEvents(grant, campaign, seriousOnly, { at, after: null, perPage }) : [],
    getTranslations("adverseEvents"),
    getTranslations("adverseEventForm.states"),
  ]);
  const { rows, next } = cursorPage(listed, perPage, (event) =>
    eventCursor({ ...event, isAwaiting: isAwaiting(event) }),
  );
  const to = (change: Readonly<Record<string, string | null>>) =>
    withQuery(routes.adverseEvents, { kampanye: slug, ...words, ...change });
  const record = (
    <RecordButton
      href={withQuery(routes.newAdverseEvent, { kampanye: slug })}
      label={t("record")}
    />
  );
  return (
    <Shell
      actor={actor}
      current="adverseEvents"
      campaign={campaign}
      forms={[withQuery(routes.newAdverseEvent, { kampanye: slug })]}
      print={{ day: localDay(at, campaign.timeZone) }}
    >
      {counts.events === 0 ? (
        <NothingRecorded lastZero={await lastZeroReport(grant, campaign)} action={record} />
      ) : (
        <RegisterPage
          headline={<EventsHeadline counts={counts} />}
          intro={<EventsLead campaign={campaign} counts={counts} given={given} at={at} />}
          actions={record}
          csv={withQuery(routes.adverseEventsCsv, { kampanye: slug, ...words })}
          filters={[
            {
              label: t("filter.label"),
              options: (
                [
                  { word: null, name: "all", count: counts.events },
                  { word: "serius", name: "serious", count: counts.serious },
                  { word: "terlambat", name: "late", count: counts.late },
                ] as const
              ).map(({ word, name, count }) => ({
                label: t(`filter.${name}`, { count }),
                href: to({ yang: word }),
                isCurrent: words.yang === word,
              })),
            },
          ]}
          noneShown={rows.length === 0 ? t("list.none") : null}
          pages={{ first: after && to({}), next: next && to({ sesudah: next }) }}
        >
          <StatusShapes />
          <RegisterChoices
            address={routes.adverseEvents}
            kept={{ kampanye: slug, yang: words.yang }}
            choices={[
              {
                id: "keadaan",
                label: t("filter.state"),
                value: words.keadaan ?? "",
                every: t("filter.everyState"),
                options: adverseEventStates.map((value) => ({ value, name: states(value) })),
              },
            ]}
            subdistrict={words.kecamatan}
            subdistricts={subdistrictChoices(units)}
          />
          <div className="grid items-start gap-4 desktop:grid-cols-[1fr_20rem]">
            {rows.length > 0 ? (
              <AdverseEventTable campaign={campaign} events={rows} at={at} />
            ) : null}
            <div className="grid gap-4">
              <BatchTable batches={withIssued(counts.batches, issued)} />
              <NearestDeadlines
                deadlines={openDeadlines(awaiting, at).slice(0, nearest)}
                zone={campaign.timeZone}
              />
              {isReviewer ? (
                <ProvinceNote {...{ campaign, counts, given, at }} events={serious} />
              ) : null}
            </div>
          </div>
        </RegisterPage>
      )}
    </Shell>
  );
}
