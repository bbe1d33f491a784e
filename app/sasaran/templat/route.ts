import { notFound } from "next/navigation";
import { givesNothing } from "@/lib/campaign/campaign";
import { getTranslations } from "next-intl/server";
import type { NextRequest } from "next/server";

import { openCampaign } from "@/lib/campaign/server/current";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { sheetResponse } from "@/lib/base/spreadsheet/server/sheet-response";
import { targetColumns } from "@/lib/campaign/target-population/column";
import {
  listNamedUnits,
  listRegions,
  standingCells,
} from "@/lib/campaign/target-population/server/queries";
import { targetTemplateRows } from "@/lib/campaign/target-population/template";

/** The template of target populations: `?jenis=csv`, and `?isi=sekarang` with the numbers in force. */
export async function GET(request: NextRequest): Promise<Response> {
  const asked = request.nextUrl.searchParams;
  const { current } = await openCampaign("target:import", asked.get("kampanye") ?? undefined);
  if (!current) return new Response(null, { status: 404 });

  const { campaign, grant } = current;
  if (givesNothing(campaign)) notFound();
  const t = await getTranslations();
  const isFilled = asked.get("isi") === "sekarang";
  const [units, largerPlaces, cells] = await Promise.all([
    listNamedUnits(grant, campaign),
    listRegions(grant, campaign),
    isFilled
      ? standingCells(grant, campaign, {
          source: campaign.decidingTargetSource,
          on: localDay(now(), campaign.timeZone),
        })
      : [],
  ]);
  const columns = targetColumns(campaign, t("targets.roundWord"));
  const head = [
    t("targets.templateHead.code"),
    t("targets.templateHead.name"),
    t("targets.templateHead.subdistrict"),
    ...columns.map(({ label }) => label),
  ];
  const places = { units, largerPlaces, ownMark: t("targets.templateHead.own") };
  const rows = targetTemplateRows(places, columns, cells);
  const note = campaign.isSample
    ? `${t("common.sample.label")}. ${t("common.sample.short")}`
    : null;
  return sheetResponse(asked.get("jenis"), {
    file: `${t("targets.templateHead.file")}-${campaign.slug}`,
    name: t("targets.templateHead.sheet"),
    note,
    head,
    rows,
    widths: [16, 26, 22, ...columns.map(() => 13)],
  });
}
