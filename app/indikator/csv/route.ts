import { notFound } from "next/navigation";
import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";

import { toCsv } from "@/lib/base/spreadsheet/csv";
import { indicatorCsv, indicatorFileName } from "@/lib/indicator/csv";
import { periodKey } from "@/lib/indicator/period";
import { readIndicatorView } from "@/lib/indicator/server/read";

import { openIndicators } from "../open-indicators";

/** Every value of the shown period as a file, which the import reads again. */
export async function GET(request: NextRequest): Promise<Response> {
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const { current } = await openIndicators(query);
  if (!current) notFound();
  const { campaign, grant, today } = current;
  const view = await readIndicatorView(grant, campaign, query, today, "everyUnit");
  const t = await getTranslations("indicators");
  const rows = indicatorCsv(view.rows, {
    column: (name) => t(`csv.${name}`),
    measure: (measure) => t(`measures.${measure}`),
    direction: (direction) => t(`directions.${direction}`),
    verdict: (verdict) => t(`verdicts.${verdict}`),
    sample: campaign.isSample ? t("csv.sample") : null,
  });
  const { shown } = view.params;
  const name = indicatorFileName(campaign.slug, shown ? periodKey(shown) : "", today);
  return new Response(toCsv(rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
}
