import { notFound } from "next/navigation";
import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";

import { limits } from "@/lib/base/limits";
import { toCsv } from "@/lib/base/spreadsheet/csv";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { openCampaign } from "@/lib/campaign/server/current";
import { ledgerCsv, ledgerFileName } from "@/lib/stock/csv";
import { listBatches, listMoves } from "@/lib/stock/server/queries";
import { moveKinds } from "@/lib/stock/stock";

import { storesOf } from "../../open-stock";

/** The ledger as a file, as the page's filter has it. */
export async function GET(request: NextRequest): Promise<Response> {
  const asked = (name: string) => request.nextUrl.searchParams.get(name) || undefined;
  const { current } = await openCampaign("stock:report", asked("kampanye"));
  if (!current) notFound();
  const { campaign, grant } = current;
  const [batches, { stores, nameOf }, t] = await Promise.all([
    listBatches(grant, campaign, { after: null, limit: limits.stockBatches }),
    storesOf(grant, campaign),
    getTranslations("stock"),
  ]);
  const filter = {
    kind: moveKinds.find((each) => each === asked("jenis")),
    store: stores.find(({ key }) => key === asked("tempat"))?.key,
    batch: batches.find(({ id }) => id === asked("batch"))?.id,
  };
  const moves = await listMoves(grant, campaign, filter, { after: null, limit: limits.tableRows });
  const rows = ledgerCsv(moves, batches, {
    column: (name) => t(`csv.${name}`),
    kind: (kind) => t(`ledger.kinds.${kind}`),
    store: (key) => (key === null ? "" : nameOf(key)),
    unknown: t("batch.unknown"),
    sample: campaign.isSample ? t("csv.sample") : null,
  });
  const today = localDay(now(), campaign.timeZone);
  return new Response(toCsv(rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${ledgerFileName(campaign.slug, today)}"`,
      "cache-control": "private, no-store",
    },
  });
}
