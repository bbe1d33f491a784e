import { notFound } from "next/navigation";
import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";

import { groupingOf } from "@/app/set-grouping";
import { getSentences } from "@/lib/base/i18n/server/sentences";
import { toCsv } from "@/lib/base/spreadsheet/csv";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { openCampaign } from "@/lib/campaign/server/current";
import { besidesCsv } from "@/lib/monitor/coverage/besides-csv";
import { parseCoverageParams } from "@/lib/monitor/coverage/params";
import { partsWithin } from "@/lib/monitor/coverage/parts";
import { readBesides } from "@/lib/monitor/coverage/server/besides-queries";
import { readCoverage } from "@/lib/monitor/coverage/server/read";
import { reasonCodes } from "@/lib/report/part/part";

/** What reports say besides tallies, as a file: the same address parameters as the coverage screen. */
export async function GET(request: NextRequest): Promise<Response> {
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const { current } = await openCampaign("coverage:read", query["kampanye"]);
  if (!current) notFound();

  const { campaign, grant } = current;
  const params = parseCoverageParams(query, campaign, localDay(now(), campaign.timeZone));
  const place = query["wilayah"] || undefined;
  const sets = await groupingOf(place ?? null, params.setKind);
  const reading = await readCoverage(grant, campaign, params, place, sets);
  if (!reading) notFound();
  const parts = partsWithin(reading.view.root, () => []);
  const until = params.isToday ? null : params.on;
  const counts = await readBesides(grant, campaign, { round: params.round, until }, parts);

  const t = await getSentences("reportParts.csv", campaign.wording);
  const codes = await getTranslations("reportParts.codes");
  const csv = await getSentences("coverage.csv", params.wording);
  const rows = besidesCsv(
    campaign,
    params,
    { counts, parts },
    {
      column: (name) => t(`columns.${name}`),
      kind: (kind) => t(`kinds.${kind}`),
      number: ({ kind, code }) => {
        if (kind === "vials") return code;
        const reason = reasonCodes.find((each) => each === code);
        return reason ? codes(reason) : "";
      },
      sample: csv("sample"),
    },
  );
  return new Response(toCsv(rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="isian-tambahan-${campaign.slug}-${params.on}.csv"`,
      "cache-control": "private, no-store",
    },
  });
}
