import { notFound } from "next/navigation";
import { givesNothing } from "@/lib/campaign/campaign";
import { getLocale, getTranslations } from "next-intl/server";
import type { NextRequest } from "next/server";

import { openCampaign } from "@/lib/campaign/server/current";
import { sheetResponse } from "@/lib/base/spreadsheet/server/sheet-response";
import { asLocale } from "@/lib/base/i18n/locale";
import { partHeads } from "@/lib/report/import/server/part-heads";
import { templateColumns, tallyTemplateRows } from "@/lib/report/import/template";
import { listNamedUnits } from "@/lib/campaign/target-population/server/queries";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";

/** The template of daily reports, with the units of the person's region: `?jenis=csv`. */
export async function GET(request: NextRequest): Promise<Response> {
  const asked = request.nextUrl.searchParams;
  const { current } = await openCampaign("tally:submit", asked.get("kampanye") ?? undefined);
  if (!current) return new Response(null, { status: 404 });

  const { campaign, grant } = current;
  if (givesNothing(campaign)) notFound();
  const t = await getTranslations();
  const units = await listNamedUnits(grant, campaign);
  const columns = [
    ...templateColumns(campaign, (word) => t(`tallyImport.template.${word}`), units),
    ...partHeads(campaign, asLocale(await getLocale())).map((part) => part.head),
  ];
  const head = [
    t("tallyImport.template.code"),
    t("tallyImport.template.name"),
    t("tallyImport.template.subdistrict"),
    t("tallyImport.template.day"),
    ...columns,
  ];
  const rows = tallyTemplateRows(units, campaign, localDay(now(), campaign.timeZone));
  const note = campaign.isSample
    ? `${t("common.sample.label")}. ${t("common.sample.short")}`
    : null;
  return sheetResponse(asked.get("jenis"), {
    file: `${t("tallyImport.template.file")}-${campaign.slug}`,
    name: t("tallyImport.template.sheet"),
    note,
    head,
    rows,
    widths: [16, 26, 22, 12, ...columns.map(() => 13)],
  });
}
