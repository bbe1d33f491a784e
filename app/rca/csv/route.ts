import { notFound } from "next/navigation";
import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";

import { toCsv } from "@/lib/base/spreadsheet/csv";
import { limits } from "@/lib/base/limits";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { openCampaign } from "@/lib/campaign/server/current";
import { rapidAssessmentsCsv } from "@/lib/safety/csv";
import { readRapidFilter } from "@/lib/safety/register-words";
import { readRapidRegister } from "@/lib/safety/server/register";

/** The register as a file, by the same filter, with what reports say of each place. */
export async function GET(request: NextRequest): Promise<Response> {
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const { current } = await openCampaign("safety:report", query["kampanye"]);
  if (!current) notFound();
  const { campaign, grant } = current;
  const today = localDay(now(), campaign.timeZone);
  const { filter } = readRapidFilter(query);
  const perPage = limits.registerFileRows;
  const { listed } = await readRapidRegister(grant, campaign, {
    filter,
    after: null,
    perPage,
    today,
  });
  const t = await getTranslations("rapidAssessments");
  const assessments = listed.slice(0, perPage);
  const isSample = campaign.isSample || assessments.some((each) => each.isSample);
  const rows = rapidAssessmentsCsv(assessments, {
    sample: isSample ? t("csv.sample") : null,
    cut: listed.length > perPage ? t("csv.cut", { count: perPage }) : null,
    column: (name) => t(`csv.${name}`),
    verdict: (verdict) => t(`verdicts.${verdict}`),
    yes: t("csv.yes"),
  });
  return new Response(toCsv(rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="rca-${campaign.slug}-${today}.csv"`,
      "cache-control": "private, no-store",
    },
  });
}
