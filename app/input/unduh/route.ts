import { notFound } from "next/navigation";
import { givesNothing } from "@/lib/campaign/campaign";
import { getTranslations } from "next-intl/server";
import type { NextRequest } from "next/server";

import { closedDaysOf } from "@/lib/campaign/closed-days";
import { openCampaign } from "@/lib/campaign/server/current";
import { sheetResponse } from "@/lib/base/spreadsheet/server/sheet-response";
import { templateColumns } from "@/lib/report/import/template";
import { daySheetRows } from "@/lib/report/day-sheet";
import { askedDay } from "@/lib/report/entry-day";
import { choosePlace, everyPlace } from "@/lib/report/entry-place";
import { askedPart, entryColumns } from "@/lib/report/entry-row";
import { entryPlaces, entryRows } from "@/lib/report/server/queries";
import { entryParams } from "@/lib/report/schema";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";

/** The reports of a day and part, as the entry screen shows it, in a file that can be loaded again. */
export async function GET(request: NextRequest): Promise<Response> {
  const query = entryParams.parse(Object.fromEntries(request.nextUrl.searchParams));
  const { current } = await openCampaign("tally:submit", query.kampanye);
  if (!current) return new Response(null, { status: 404 });

  const { campaign, grant } = current;
  if (givesNothing(campaign)) notFound();
  const asked = askedDay(
    campaign,
    localDay(now(), campaign.timeZone),
    query.hari,
    closedDaysOf(campaign, grant.region ?? campaign.districtCode),
  );
  if (asked.kind !== "open") return new Response(null, { status: 404 });
  const { round, day } = asked;
  const place = choosePlace(await entryPlaces(grant, campaign, { round, day }), query.kecamatan);
  const within = place === everyPlace ? undefined : place?.code;
  const { rows, columns: own } = askedPart(
    await entryRows(grant, campaign, { round, day, within }),
    entryColumns(campaign),
  );
  const t = await getTranslations();
  const columns = templateColumns(
    campaign,
    (word) => t(`tallyImport.template.${word}`),
    rows.map(({ unit }) => unit),
  );
  return sheetResponse(request.nextUrl.searchParams.get("jenis"), {
    file: [t("entry.takeAway.file"), campaign.slug, day, within].filter(Boolean).join("-"),
    name: t("tallyImport.template.sheet"),
    note: campaign.isSample ? `${t("common.sample.label")}. ${t("common.sample.short")}` : null,
    head: [
      t("tallyImport.template.code"),
      t("tallyImport.template.name"),
      t("tallyImport.template.subdistrict"),
      t("tallyImport.template.day"),
      ...columns,
    ],
    rows: daySheetRows(rows, own, day),
    widths: [16, 26, 22, 12, ...columns.map(() => 13)],
  });
}
