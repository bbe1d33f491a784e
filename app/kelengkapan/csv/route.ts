import { givesNothing } from "@/lib/campaign/campaign";
import { notFound } from "next/navigation";
import type { NextRequest } from "next/server";
import { getLocale, getTranslations } from "next-intl/server";

import { groupingOf } from "@/app/set-grouping";
import { openCampaign } from "@/lib/campaign/server/current";
import { choiceOf } from "@/lib/campaign/day-note/schema";
import { listDayNotes } from "@/lib/campaign/day-note/server/queries";
import { completenessCsv, completenessFileName } from "@/lib/monitor/completeness/csv";
import { parseCompletenessParams } from "@/lib/monitor/completeness/params";
import { readCompleteness } from "@/lib/monitor/completeness/server/read";
import { endedWords } from "@/lib/monitor/ended-words";
import { toCsv } from "@/lib/base/spreadsheet/csv";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";

/** The calendar of a completeness screen as a file: the same address parameters, the same model. */
export async function GET(request: NextRequest): Promise<Response> {
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const { current } = await openCampaign("completeness:read", query["kampanye"]);
  if (!current) notFound();

  const { campaign, grant } = current;
  if (givesNothing(campaign)) notFound();
  const at = now();
  const today = localDay(at, campaign.timeZone);
  const params = parseCompletenessParams(query, campaign, today);
  const sets = await groupingOf(params.place, params.setKind);
  const [view, notes] = await Promise.all([
    readCompleteness(grant, campaign, params, { today, now: at, sets }),
    listDayNotes(grant, campaign, params.round),
  ]);
  if (!view) notFound();

  const t = await getTranslations("completeness.csv");
  const words = await getTranslations("dayNote");
  const ended = await getTranslations("places.ended");
  const locale = await getLocale();
  const rows = completenessCsv(campaign, view, notes, {
    column: (name) => t(`columns.${name}`),
    state: (state) => t(`states.${state}`),
    note: (each) => words("line", { kind: words(`kinds.${choiceOf(each)}`), note: each.note }),
    ended: (end) => endedWords(ended, locale, end),
    total: t("total"),
    sample: t("sample"),
    published: t("source"),
  });
  return new Response(toCsv(rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${completenessFileName(campaign, view)}"`,
      "cache-control": "private, no-store",
    },
  });
}
