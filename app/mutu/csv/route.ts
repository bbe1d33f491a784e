import { notFound } from "next/navigation";
import type { NextRequest } from "next/server";
import { getLocale, getTranslations } from "next-intl/server";

import { openCampaign } from "@/lib/campaign/server/current";
import { formats } from "@/lib/base/i18n/format";
import { qualityCsv } from "@/lib/monitor/quality/csv";
import { campaignIn, filtered, readQualityParams } from "@/lib/monitor/quality/params";
import { currentFindings } from "@/lib/monitor/quality/server/kept-queries";
import {
  readSetsOfUnits,
  readSubdistricts,
  readUnplaced,
} from "@/lib/monitor/quality/server/queries";
import { findingWords } from "@/lib/monitor/quality/words";
import { toCsv } from "@/lib/base/spreadsheet/csv";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";

/** The findings of the page as a file: the same address parameters, all of them however many. */
export async function GET(request: NextRequest): Promise<Response> {
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const { current } = await openCampaign("quality:review", campaignIn(query));
  if (!current) notFound();

  const { campaign, grant } = current;
  const at = now();
  const today = localDay(at, campaign.timeZone);
  const [findings, subdistricts, unplaced, sets, t, locale] = await Promise.all([
    currentFindings(grant, campaign, { today, at }),
    readSubdistricts(grant, campaign),
    readUnplaced(grant, campaign),
    readSetsOfUnits(grant, campaign),
    getTranslations("quality"),
    getLocale(),
  ]);
  const groups = [...unplaced, ...sets];
  const params = readQualityParams(query, [...subdistricts, ...groups]);
  const chosen = filtered(findings, params, groups);
  const rows = qualityCsv(campaign, chosen, findingWords(t, formats(locale), campaign), {
    sample: t("csv.sample"),
    column: (name) => t(`csv.columns.${name}`),
    state: (state) => t(`states.${state}`),
    resolver: (resolver) => t(`resolvers.${resolver}`),
  });
  return new Response(toCsv(rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="mutu-${campaign.slug}-${today}.csv"`,
      "cache-control": "private, no-store",
    },
  });
}
