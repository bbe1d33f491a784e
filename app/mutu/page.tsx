import { OnlyIndicatorsPage } from "@/app/only-indicators";
import { givesNothing } from "@/lib/campaign/campaign";
import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { MergedNotice } from "@/app/merged-notice";
import { Shell } from "@/app/shell";
import { NoCampaign } from "@/components/campaign/no-campaign";
import { FindingList } from "@/components/monitor/quality/finding-list";
import { NoFindings } from "@/components/monitor/quality/no-findings";
import { QualityFigures } from "@/components/monitor/quality/quality-figures";
import { QualityFilters } from "@/components/monitor/quality/quality-filters";
import { RuleSummary } from "@/components/monitor/quality/rule-summary";
import { StatedTotals } from "@/components/monitor/quality/stated-totals";
import { openCampaign } from "@/lib/campaign/server/current";
import {
  explainFindingAction,
  removeStatedTotalAction,
  restoreStatedTotalAction,
  stateTotalAction,
  withdrawExplanationAction,
} from "@/lib/monitor/quality/server/actions";
import {
  campaignIn,
  filtered,
  qualityQuery,
  readQualityParams,
  withinPlaces,
} from "@/lib/monitor/quality/params";
import { currentFindings } from "@/lib/monitor/quality/server/kept-queries";
import {
  readSetsOfUnits,
  readSubdistricts,
  readUnplaced,
} from "@/lib/monitor/quality/server/queries";
import { countByRule } from "@/lib/monitor/quality/server/review";
import { readRemovedTotals, readStatedTotals } from "@/lib/monitor/quality/server/stated-queries";
import { routes, withQuery } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";

import { findingNotices } from "./notices";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("quality");
  return { title: t("title") };
}

/** What the forms of this page may be rejected for. */
const formProblems = [
  "required",
  "tooShort",
  "tooLong",
  "wholeNumber",
  "noSuchDay",
  "wrongFormat",
  "unknownRegion",
  "roundClosed",
  "invalid",
  "notFound",
  "conflict",
  "forbidden",
  "notSignedIn",
  "campaignArchived",
] as const;

/** What looks wrong in the data, by which rule, who should act, and what was said about it. */
export default async function QualityPage(props: { readonly searchParams: Promise<unknown> }) {
  const query = await props.searchParams;
  const { actor, current } = await openCampaign("quality:review", campaignIn(query));
  if (!current) {
    return (
      <Shell actor={actor} current="quality">
        <NoCampaign role={actor.role} />
      </Shell>
    );
  }

  const { campaign, grant } = current;
  if (givesNothing(campaign)) {
    return <OnlyIndicatorsPage actor={actor} current="quality" campaign={campaign} />;
  }
  const at = now();
  const [findings, subdistricts, unplaced, sets, totals, removed, t, tell] = await Promise.all([
    currentFindings(grant, campaign, { today: localDay(at, campaign.timeZone), at }),
    readSubdistricts(grant, campaign),
    readUnplaced(grant, campaign),
    readSetsOfUnits(grant, campaign),
    readStatedTotals(grant, campaign),
    readRemovedTotals(grant, campaign, at),
    getTranslations(),
    findingNotices(actor, campaign),
  ]);
  const groups = [...unplaced, ...sets];
  const params = readQualityParams(query, [...subdistricts, ...groups]);
  const shown = filtered(findings, params, groups);
  const explained = filtered(findings, { ...params, state: "explained" }, groups).length;
  const problems = Object.fromEntries(formProblems.map((code) => [code, t(`problems.${code}`)]));

  return (
    <Shell actor={actor} current="quality" campaign={campaign}>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div className="min-w-0">
          <h1 className="text-title font-semibold">{t("quality.title")}</h1>
          <p className="max-w-180 text-dense text-ink2">{t("quality.intro")}</p>
        </div>
        <a
          href={withQuery(routes.qualityCsv, qualityQuery(campaign.slug, params))}
          download
          className="inline-flex min-h-11 items-center gap-2 rounded-control border border-line-strong bg-surface px-4 text-dense font-semibold text-ink no-underline hover:bg-sunken tablet:min-h-10 print:hidden"
        >
          <Download aria-hidden className="size-4" />
          {t("common.downloadCsv")}
        </a>
      </div>
      <div className="mt-4 grid gap-4">
        <MergedNotice grant={grant} campaign={campaign} />
        {findings.length === 0 ? null : (
          <>
            <QualityFigures findings={findings} />
            <QualityFilters
              slug={campaign.slug}
              params={params}
              subdistricts={[...subdistricts, ...unplaced]}
              sets={sets}
            />
          </>
        )}
        <div className="grid items-start gap-4 desktop:grid-cols-[minmax(0,1fr)_23.25rem]">
          {findings.length === 0 ? (
            <NoFindings />
          ) : (
            <FindingList
              findings={shown}
              params={params}
              explained={explained}
              context={{
                actorId: actor.id,
                campaign,
                explain: explainFindingAction,
                withdraw: withdrawExplanationAction,
                tell,
                problems,
              }}
            />
          )}
          <div className="grid gap-4">
            <RuleSummary
              slug={campaign.slug}
              params={params}
              counts={countByRule(withinPlaces(findings, params, groups))}
            />
            <StatedTotals
              campaign={campaign}
              totals={totals}
              subdistricts={subdistricts}
              add={stateTotalAction}
              remove={removeStatedTotalAction}
              removed={removed}
              restore={restoreStatedTotalAction}
              problems={problems}
              actorId={actor.id}
            />
          </div>
        </div>
      </div>
    </Shell>
  );
}
