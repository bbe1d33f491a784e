import { givesNothing } from "@/lib/campaign/campaign";
import { notFound } from "next/navigation";
import type { NextRequest } from "next/server";
import { getLocale, getTranslations } from "next-intl/server";

import type { Grant } from "@/lib/account/auth/grant";
import type { SetGrouping } from "@/lib/campaign/unit-set/unit-set";
import { interventionOf, type Campaign } from "@/lib/campaign/campaign";
import { openCampaign } from "@/lib/campaign/server/current";
import { groupingOf } from "@/app/set-grouping";
import { coverageCsvOf, csvFileName, type CsvPart } from "@/lib/monitor/coverage/csv";
import { pairGroup, type PairView } from "@/lib/monitor/coverage/pair";
import { pairCsvOf, pairFileName } from "@/lib/monitor/coverage/pair-csv";
import { endedWords } from "@/lib/monitor/ended-words";
import {
  paramsOfEachGroup,
  parseCoverageParams,
  type CoverageParams,
} from "@/lib/monitor/coverage/params";
import { readCoverage } from "@/lib/monitor/coverage/server/read";
import { readPair } from "@/lib/monitor/coverage/server/read-pair";
import { getSentences } from "@/lib/base/i18n/server/sentences";
import { toCsv } from "@/lib/base/spreadsheet/csv";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";

/** The table of a coverage screen as a file: the same address parameters, the same model. */
export async function GET(request: NextRequest): Promise<Response> {
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const { current } = await openCampaign("coverage:read", query["kampanye"]);
  if (!current) notFound();

  const { campaign, grant } = current;
  if (givesNothing(campaign)) notFound();
  const params = parseCoverageParams(query, campaign, localDay(now(), campaign.timeZone));
  const place = query["wilayah"] || undefined;
  const sets = await groupingOf(place ?? null, params.setKind);
  const asked = paramsOfEachGroup(query, campaign, params);
  if (params.layout === "pair") return pairFile(grant, campaign, asked, { place, sets });
  const parts: CsvPart[] = [];
  for (const each of asked) {
    const reading = await readCoverage(grant, campaign, each, place, sets);
    if (!reading) notFound();
    parts.push({ params: each, view: reading.view });
  }

  const wording = params.isEveryGroup
    ? interventionOf(campaign, params.intervention.code).wording
    : params.wording;
  const t = await getSentences("coverage.csv", wording);
  const levels = await getSentences("coverage.twoLevels", wording);
  const common = await getTranslations("common");
  const ended = await getTranslations("places.ended");
  const locale = await getLocale();
  const rows = coverageCsvOf(campaign, parts, {
    column: (name) => t(`columns.${name}`),
    status: (status) => common(`status.${status}`),
    scope: (scope) => t(`scopes.${scope}`),
    source: (source) => common(`targetSources.${source}`),
    allGroups: t("allGroups"),
    total: t("total"),
    sample: t("sample"),
    published: t("source"),
    ended: (end) => endedWords(ended, locale, end),
    twoLevels: ({ name, doses, people }, { shortName }) =>
      levels("line", {
        place: name,
        intervention: shortName,
        doses: String(doses),
        people: String(people),
      }),
  });
  return csvResponse(rows, csvFileName(campaign, params));
}

/** The table of two that follow each other. */
async function pairFile(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  asked: readonly CoverageParams[],
  { place, sets }: { place: string | undefined; sets: SetGrouping | null },
): Promise<Response> {
  const [params] = asked;
  const pair = params?.pair;
  if (!params || !pair) notFound();
  const views = new Map<string | null, PairView>();
  for (const each of asked) {
    // What only one of the two is given to is compared with nothing.
    if (views.has(pairGroup(pair, each))) continue;
    const reading = await readPair(grant, campaign, each, pair, place, sets);
    if (!reading) notFound();
    views.set(reading.view.targetGroup, reading.view);
  }
  const [view] = views.values();
  if (!view) notFound();
  const t = await getSentences("coverage.pair.csv", view.wording);
  const common = await getSentences("coverage.csv", view.wording);
  const sources = await getTranslations("common");
  const steps = await getSentences("coverage.pair", view.wording);
  const rows = pairCsvOf(campaign, params, [...views.values()], {
    column: (name) => t(name),
    step: ({ round, intervention }) =>
      pair.kind === "rounds"
        ? steps("round", { number: String(round.number) })
        : intervention.shortName,
    source: (source) => sources(`targetSources.${source}`),
    allGroups: common("allGroups"),
    total: common("total"),
    sample: common("sample"),
  });
  return csvResponse(rows, pairFileName(campaign, params));
}

function csvResponse(rows: (string | number | null)[][], fileName: string): Response {
  return new Response(toCsv(rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "private, no-store",
    },
  });
}
