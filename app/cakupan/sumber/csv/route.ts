import { givesNothing } from "@/lib/campaign/campaign";
import { notFound } from "next/navigation";
import type { NextRequest } from "next/server";

import { groupingOf } from "@/app/set-grouping";
import { openCampaign } from "@/lib/campaign/server/current";
import { sourceCsv } from "@/lib/monitor/source/csv";
import { parseSourceParams } from "@/lib/monitor/source/params";
import { readSource } from "@/lib/monitor/source/server/read";
import { getSentences } from "@/lib/base/i18n/server/sentences";
import { toCsv } from "@/lib/base/spreadsheet/csv";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";

/** More than any campaign has reports or lines of. */
const all = { limit: 1_000_000, offset: 0 };

/** The whole list behind a number as a file, its sum last. */
export async function GET(request: NextRequest): Promise<Response> {
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const { current } = await openCampaign("coverage:read", query["kampanye"]);
  if (!current) notFound();

  const { campaign, grant } = current;
  if (givesNothing(campaign)) notFound();
  const params = parseSourceParams(query, campaign, localDay(now(), campaign.timeZone));
  const reading = await readSource(grant, campaign, params, {
    ...all,
    sets: await groupingOf(params.of.place, null),
  });
  if (!reading) notFound();

  const t = await getSentences("source", params.wording);
  const rows = sourceCsv(campaign, params, reading, {
    column: (name) => t(`csv.columns.${name}`),
    status: (status) => t(`status.${status}`),
    via: (via) => t(`via.${via}`),
    allGroups: t("csv.allGroups"),
    allInterventions: t("csv.allInterventions"),
    yes: t("csv.yes"),
    total: t("csv.total"),
    sample: t("csv.sample"),
    published: t("csv.published"),
  });
  return new Response(toCsv(rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="asal-angka-${campaign.slug}.csv"`,
      "cache-control": "private, no-store",
    },
  });
}
