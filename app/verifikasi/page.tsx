import { OnlyIndicatorsPage } from "@/app/only-indicators";
import { givesNothing } from "@/lib/campaign/campaign";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";

import { Shell } from "@/app/shell";
import { GroupingChoice } from "@/components/monitor/grouping-choice";
import { NoCampaign } from "@/components/campaign/no-campaign";
import { ClientMessages } from "@/components/base/layout/client-messages";
import { OpenedPanel } from "@/components/report/verification/opened-panel";
import { ProgressPanel } from "@/components/report/verification/progress-panel";
import { QueueFilters } from "@/components/report/verification/queue-filters";
import { QueuePanel } from "@/components/report/verification/queue-panel";
import { RequestsPanel } from "@/components/report/verification/requests-panel";
import { openCampaign } from "@/lib/campaign/server/current";
import { formats } from "@/lib/base/i18n/format";
import { entryColumns } from "@/lib/report/entry-row";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import {
  decideReopeningAction,
  openDayAction,
  settleQueueAction,
} from "@/lib/report/verification/server/actions";
import { findLastPress } from "@/lib/report/verification/server/press-queries";
import { reportDays } from "@/lib/report/verification/report-days";
import { hasWarnings } from "@/lib/report/verification/queue";
import { queueHref, readQueueParams } from "@/lib/report/verification/queue-params";
import { placeProgress, queueReports } from "@/lib/report/verification/server/queue-queries";
import { openedDays, openQuestions } from "@/lib/report/verification/server/reopening-queries";
import { queueParams } from "@/lib/report/verification/schema";

import { groupingOf } from "../set-grouping";
import { readNotices } from "./notices";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("verification");
  return { title: t("title") };
}

/** The health office's queue: look at reports beside their warnings, verify many, return some. */
export default async function VerificationPage(props: { readonly searchParams: Promise<unknown> }) {
  const query = queueParams.parse(await props.searchParams);
  const { actor, current } = await openCampaign("report:verify", query.kampanye);
  if (!current) {
    return (
      <Shell actor={actor} current="verification">
        <NoCampaign role={actor.role} />
      </Shell>
    );
  }

  const t = await getTranslations("verification");
  const format = formats(await getLocale());
  const { campaign, grant } = current;
  if (givesNothing(campaign)) {
    return <OnlyIndicatorsPage actor={actor} current="verification" campaign={campaign} />;
  }
  const params = readQueueParams(query, campaign);
  const sets = await groupingOf(params.place, params.setKind);
  const moment = { now: now(), zone: campaign.timeZone };
  const [last, queue, subdistricts, ofSets, questions, opened] = await Promise.all([
    findLastPress(grant, campaign, moment.now),
    queueReports(grant, campaign, params),
    placeProgress(grant, campaign),
    sets && placeProgress(grant, campaign, sets),
    openQuestions(grant, campaign),
    openedDays(grant, campaign, moment.now),
  ]);
  const notices = await readNotices(actor, campaign, {
    reports: queue.reports,
    questions,
    opened,
  });
  const places = ofSets ?? subdistricts;
  const reports = params.isWarned ? queue.reports.filter(hasWarnings) : queue.reports;
  const days = reportDays(campaign, localDay(moment.now, campaign.timeZone));
  const sum = (of: "waiting" | "returned" | "verified") =>
    places.reduce((total, place) => total + place[of], 0);
  const [waiting, returned, verified] = [sum("waiting"), sum("returned"), sum("verified")];
  const received = waiting + returned + verified;

  return (
    <Shell actor={actor} current="verification" campaign={campaign}>
      <ClientMessages of={["verification", "problems"]}>
        <h1 className="text-title font-semibold">{t("title")}</h1>
        <p className="text-dense text-ink2">
          {received === 0
            ? t("leadNone")
            : t("lead", {
                waiting,
                returned,
                verified,
                share: format.coverage({
                  dosesAdministered: verified,
                  targetPopulation: received,
                }),
              })}{" "}
          {t("unverifiedCounts")}
        </p>
        {questions.length > 0 && !campaign.isArchived ? (
          <RequestsPanel
            actorId={actor.id}
            slug={campaign.slug}
            questions={questions}
            tell={notices.ofQuestion}
            moment={moment}
            decide={decideReopeningAction}
          />
        ) : null}
        <QueueFilters slug={campaign.slug} params={params} places={places} days={days} />
        <div className="mt-4 grid grid-cols-1 items-start gap-4 min-[85rem]:grid-cols-[minmax(0,1fr)_18rem]">
          <QueuePanel
            reports={reports}
            unseen={queue.found - queue.reports.length}
            columns={entryColumns(campaign)}
            params={params}
            slug={campaign.slug}
            moment={moment}
            settle={campaign.isArchived ? null : settleQueueAction}
            last={last}
            actorId={actor.id}
            tell={notices.ofReturned}
          />
          <div className="grid gap-4">
            <ProgressPanel
              places={places}
              params={params}
              slug={campaign.slug}
              grouping={
                <GroupingChoice
                  sets={campaign.unitSets}
                  current={sets?.kind ?? null}
                  href={(setKind) => queueHref(campaign.slug, params, { setKind, place: null })}
                />
              }
            />
            <OpenedPanel
              actorId={actor.id}
              slug={campaign.slug}
              opened={opened}
              tell={notices.ofOpened}
              places={subdistricts}
              days={days}
              moment={moment}
              open={campaign.isArchived ? null : openDayAction}
            />
          </div>
        </div>
      </ClientMessages>
    </Shell>
  );
}
