import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";

import { auditCsv, auditFileName } from "@/lib/account/audit/csv";
import { knownAction } from "@/lib/account/audit/entry";
import { listEntries } from "@/lib/account/audit/server/queries";
import { toCsv } from "@/lib/base/spreadsheet/csv";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";

import { openTrail } from "../open-trail";

/** A file that a spreadsheet still opens well; older entries come with narrower dates. */
const most = 20_000;

/** The trail as a file: the same address parameters as the page, without its pages. */
export async function GET(request: NextRequest): Promise<Response> {
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const { district, filter, grant, zone } = await openTrail(query);
  const entries = await listEntries(grant, district, { ...filter, before: null }, zone, most + 1);

  const t = await getTranslations("audit");
  const rows = auditCsv(entries.slice(0, most), zone, {
    column: (name) => t(`csv.${name}`),
    kind: (action) => {
      const known = knownAction(action);
      return known ? t(`kinds.${known}`) : action;
    },
    nobody: t("nobody"),
    gone: t("gone"),
    yes: t("csv.yes"),
    cut: entries.length > most ? t("csv.cut", { count: most }) : null,
  });
  return new Response(toCsv(rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${auditFileName(district, localDay(now(), zone))}"`,
      "cache-control": "private, no-store",
    },
  });
}
