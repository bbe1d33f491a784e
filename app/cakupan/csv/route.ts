import { notFound } from "next/navigation";
import type { NextRequest } from "next/server";
import { getLocale, getTranslations } from "next-intl/server";

import type { Grant } from "@/lib/account/auth/grant";
import type { SetGrouping } from "@/lib/campaign/unit-set/unit-set";
import type { Campaign } from "@/lib/campaign/campaign";
import { openCampaign } from "@/lib/campaign/server/current";
import { groupingOf } from "@/app/set-grouping";
import { coverageCsv, csvFileName } from "@/lib/monitor/coverage/csv";
import { pairCsv, pairFileName } from "@/lib/monitor/coverage/pair-csv";
import { endedWords } from "@/lib/monitor/ended-words";
import { parseCoverageParams, type CoverageParams } from "@/lib/monitor/coverage/params";
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
  const params = parseCoverageParams(query, campaign, localDay(now(), campaign.timeZone));
  const place = query["wilayah"] || undefined;
  const sets = await groupingOf(place ?? null, params.setKind);
  if (params.layout === "pair") return pairFile(grant, campaign, params, { place, sets });
  const reading = await readCoverage(grant, campaign, params, place, sets);
  if (!reading) notFound();

  const t = await getSentences("coverage.csv", params.wording);
  const levels = await getSentences("coverage.twoLevels", params.wording);
  const common = await getTranslations("common");
  const ended = await getTranslations("places.ended");
  const locale = await getLocale();
  const rows = coverageCsv(campaign, params, reading.view, {
    column: (name) => t(`columns.${name}`),
    status: (status) => common(`status.${status}`),
    scope: (scope) => t(`scopes.${scope}`),
    source: (source) => common(`targetSources.${source}`),
    allGroups: t("allGroups"),
    total: t("total"),
    sample: t("sample"),
    published: t("source"),
    ended: (end) => endedWords(ended, locale, end),
    twoLevels: ({ name, doses, people }) =>
      levels("line", {
        place: name,
        intervention: params.intervention.shortName,
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
  params: CoverageParams,
  { place, sets }: { place: string | undefined; sets: SetGrouping | null },
): Promise<Response> {
  const { pair } = params;
  const reading = pair && (await readPair(grant, campaign, params, pair, place, sets));
  if (!reading) notFound();
  const t = await getSentences("coverage.pair.csv", reading.view.wording);
  const common = await getSentences("coverage.csv", reading.view.wording);
  const sources = await getTranslations("common");
  const steps = await getSentences("coverage.pair", reading.view.wording);
  const rows = pairCsv(campaign, params, reading.view, {
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
