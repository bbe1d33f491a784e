import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";

import { toCsv } from "@/lib/base/spreadsheet/csv";
import { sessionsCsv, sessionsFileName } from "@/lib/plan/csv";

import { readWeek } from "../read-week";

/** The sessions of a week as a file. */
export async function GET(request: NextRequest): Promise<Response> {
  const [{ campaign, first, places, sessions }, t] = await Promise.all([
    readWeek(request),
    getTranslations("schedule"),
  ]);
  const rows = sessionsCsv(sessions, {
    column: (name) => t(`csv.${name}`),
    mode: (mode) => t(`modes.${mode}`),
    state: (state) => t(`states.${state}`),
    group: places.groupOf,
    subdistrict: places.nameOf,
    sample: campaign.isSample ? t("csv.sample") : null,
  });
  return new Response(toCsv(rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${sessionsFileName(campaign.slug, first, "csv")}"`,
      "cache-control": "private, no-store",
    },
  });
}
