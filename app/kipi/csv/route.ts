import { notFound } from "next/navigation";
import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";

import { toCsv } from "@/lib/base/spreadsheet/csv";
import { limits } from "@/lib/base/limits";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { openCampaign } from "@/lib/campaign/server/current";
import { adverseEventsCsv } from "@/lib/safety/csv";
import { deadlineWords } from "@/lib/safety/deadline-words";
import { readEventFilter } from "@/lib/safety/register-words";
import { listAdverseEvents } from "@/lib/safety/server/adverse-event-queries";

/** The register as a file, by the same filter. */
export async function GET(request: NextRequest): Promise<Response> {
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const { current } = await openCampaign("safety:report", query["kampanye"]);
  if (!current) notFound();
  const { campaign, grant } = current;
  const at = now();
  const { filter } = readEventFilter(query);
  const perPage = limits.registerFileRows;
  const listed = await listAdverseEvents(grant, campaign, filter, { at, after: null, perPage });
  const [t, words, form] = await Promise.all([
    getTranslations("adverseEvents"),
    getTranslations("adverseEvents.deadline"),
    getTranslations("adverseEventForm"),
  ]);
  const events = listed.slice(0, perPage);
  const isSample = campaign.isSample || events.some((event) => event.isSample);
  const rows = adverseEventsCsv(
    events,
    { zone: campaign.timeZone, at },
    {
      sample: isSample ? t("csv.sample") : null,
      cut: listed.length > perPage ? t("csv.cut", { count: perPage }) : null,
      column: (name) => t(`csv.${name}`),
      seriousness: (isSerious) => t(isSerious ? "serious" : "mild"),
      criterion: (criterion) => form(`criteriaNames.${criterion}`),
      state: (state) => form(`states.${state}`),
      group: (code) => campaign.targetGroups.find((each) => each.code === code)?.name ?? code,
      deadline: (deadline) => deadlineWords(words, deadline),
    },
  );
  const name = `kipi-${campaign.slug}-${localDay(at, campaign.timeZone)}.csv`;
  return new Response(toCsv(rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
}
