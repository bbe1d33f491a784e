import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";

import { groupingOf } from "@/app/set-grouping";
import { Shell } from "@/app/shell";
import { NoCampaign } from "@/components/campaign/no-campaign";
import { AskedBlock, AskedLead, PrintedAsked } from "@/components/directive/asked-block";
import { HatchPatterns } from "@/components/monitor/coverage/hatch";
import { StatusShapes } from "@/components/monitor/coverage/status-shape";
import { ClosingList } from "@/components/monitor/summary/closing-list";
import { MissingTargets } from "@/components/monitor/summary/missing-targets";
import { PrintSheet } from "@/components/monitor/summary/print-sheet";
import { SummaryPage } from "@/components/monitor/summary/summary-page";
import { authorize } from "@/lib/account/auth/grant";
import { mayEver, ownPlaceName } from "@/lib/account/auth/policy";
import { lastDay } from "@/lib/campaign/calendar";
import { givesNothing } from "@/lib/campaign/campaign";
import { openCampaign } from "@/lib/campaign/server/current";
import { readAsked } from "@/lib/directive/server/asked-queries";
import { formats } from "@/lib/base/i18n/format";
import { readClosing } from "@/lib/monitor/server/closing-queries";
import { readSummary } from "@/lib/monitor/summary/server/queries";
import { placeKindOf } from "@/lib/monitor/place";
import { askedSetKind } from "@/lib/campaign/unit-set/unit-set";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";

import { IndicatorsSummaryPage } from "./indicators-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("summary");
  return { title: t("title") };
}

type Query = { readonly [name: string]: string | string[] | undefined };

/** The bupati's page: are we going to make it, who is behind, what changed since yesterday. */
export default async function SummaryScreen(props: { readonly searchParams: Promise<Query> }) {
  const query = await props.searchParams;
  const { actor, current } = await openCampaign("coverage:read", single(query["kampanye"]));
  if (!current) {
    return (
      <Shell actor={actor} current="summary">
        <NoCampaign role={actor.role} />
      </Shell>
    );
  }

  const { campaign, grant } = current;
  const at = now();
  const today = localDay(at, campaign.timeZone);
  if (givesNothing(campaign)) {
    return (
      <IndicatorsSummaryPage
        actor={actor}
        grant={grant}
        campaign={campaign}
        query={query}
        today={today}
      />
    );
  }
  const summary = await readSummary(grant, campaign, {
    today,
    on: single(query["tanggal"]),
    interventionCode: single(query["intervensi"]),
    groupCode: single(query["kelompok"]),
    roundNumber: Number(single(query["putaran"])),
    sets: await groupingOf(null, askedSetKind(campaign, single(query["per"]))),
  });
  const [closing, asked] = await Promise.all([
    readClosing(grant, campaign, { today, at }),
    mayEver(actor.role, "directive:manage") && grant.region !== null && !summary.isPast
      ? readAsked(
          { manage: authorize(actor, "directive:manage", grant.region), read: grant },
          campaign,
          today,
        )
      : null,
  ]);
  const [t, locale] = await Promise.all([getTranslations("summary.sheet"), getLocale()]);
  const { calendar } = summary;
  const block = asked && <AskedBlock asked={asked} today={today} slug={campaign.slug} />;
  return (
    <Shell
      actor={actor}
      current="summary"
      campaign={campaign}
      print={{
        about:
          placeKindOf(grant.region) === "district"
            ? t("purpose")
            : t("purposeOf", { region: ownPlaceName(actor) }),
        day: summary.today,
        note:
          calendar.phase === "running"
            ? t("dayOf", { day: calendar.day, days: calendar.days })
            : calendar.phase === "ended"
              ? t("ended", { date: formats(locale).day(lastDay(summary.round)) })
              : "",
      }}
    >
      {closing ? (
        <div className="mb-5 print:hidden">
          <ClosingList closing={closing} slug={campaign.slug} />
        </div>
      ) : null}
      {summary.hasTargets ? (
        <>
          <HatchPatterns />
          <StatusShapes />
          <SummaryPage
            summary={summary}
            campaign={campaign}
            mayReview={mayEver(actor.role, "quality:review")}
            asked={block && { lead: <AskedLead asked={asked} />, block }}
          />
          <PrintSheet
            summary={summary}
            campaign={campaign}
            asked={asked && <PrintedAsked asked={asked} today={today} />}
          />
        </>
      ) : (
        <>
          <HatchPatterns />
          <StatusShapes />
          <MissingTargets summary={summary} campaign={campaign} role={actor.role} />
          {block}
        </>
      )}
    </Shell>
  );
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
