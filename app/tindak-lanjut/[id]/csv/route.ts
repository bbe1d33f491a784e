import { notFound } from "next/navigation";
import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { z } from "zod";

import { authorize } from "@/lib/account/auth/grant";
import { toCsv } from "@/lib/base/spreadsheet/csv";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { openCampaign } from "@/lib/campaign/server/current";
import { directiveCsv, directiveFileName } from "@/lib/directive/csv";
import { readMeasures } from "@/lib/directive/server/measure-queries";
import { readDirective } from "@/lib/directive/server/directive-queries";
import { listFollowUps } from "@/lib/directive/server/follow-up-queries";
import { measuredPlaceOf, wholeList } from "@/lib/directive/server/said-queries";

/** Every follow-up of a directive as a file, with what the figures say of each. */
export async function GET(
  request: NextRequest,
  { params }: { readonly params: Promise<{ readonly id: string }> },
): Promise<Response> {
  const { id } = await params;
  const { actor, current } = await openCampaign(
    "directive:manage",
    request.nextUrl.searchParams.get("kampanye") ?? undefined,
  );
  if (!current || !z.uuid().safeParse(id).success) notFound();
  const { campaign, grant } = current;
  const today = localDay(now(), campaign.timeZone);
  const found = await readDirective(grant, campaign, id, today);
  if (!found) notFound();
  const { directive, orders, addressees } = found;
  const followUps = await listFollowUps(
    grant,
    { district: campaign.districtCode, id },
    {},
    { today, page: 1, perPage: wholeList },
  );
  const asked = followUps.flatMap((followUp) => {
    const order = orders.find(({ position }) => position === followUp.order);
    const addressee = addressees.find(({ position }) => position === followUp.addressee);
    return directive.isOfCampaign && order?.measure && addressee
      ? [{ measure: order.measure, place: measuredPlaceOf(followUp, addressee) }]
      : [];
  });
  const reader = authorize(actor, "coverage:read", campaign.districtCode);
  const measureOf =
    asked.length === 0 ? () => null : await readMeasures(reader, campaign, today, asked);

  const t = await getTranslations();
  const names = new Map(campaign.interventions.map(({ code, shortName }) => [code, shortName]));
  const rows = directiveCsv(
    found,
    followUps,
    (measure, followUp, addressee) => measureOf(measure, measuredPlaceOf(followUp, addressee)),
    campaign.timeZone,
    {
      column: (name) => t(`directives.csv.${name}`),
      addressee: ({ kind, name }) =>
        kind === "subdistricts" || kind === "villages" ? t(`directives.whole.${kind}`) : name,
      part: (part) => t(`followUps.of.${part}`),
      review: (review) => t(`directives.followUps.${review}`),
      measure: (measure) =>
        t(`followUps.measures.${measure.kind}`, {
          name:
            measure.kind === "coverage"
              ? (names.get(measure.intervention) ?? measure.intervention)
              : measure.kind === "set"
                ? t(`followUps.setNames.${measure.set}`)
                : "",
        }),
      sample: campaign.isSample || directive.isSample ? t("directives.csv.sample") : null,
    },
  );
  return new Response(toCsv(rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${directiveFileName(campaign.slug, today)}"`,
      "cache-control": "private, no-store",
    },
  });
}
