import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import type { Campaign, Round } from "@/lib/campaign/campaign";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { partKinds } from "@/lib/report/part/part";

import type { BesideCount } from "@/lib/monitor/coverage/besides";
import type { Part } from "@/lib/monitor/coverage/parts";

const besideCount = z.object({
  part: z.string(),
  kind: z.enum(partKinds),
  code: z.string(),
  count: z.int(),
  reports: z.int(),
});

/**
 * What the reports of a round say besides tallies, up to and including a day, summed by the parts of a
 * place; of units outside the grant's region nothing. One statement, by the key of the units' reports.
 *
 * @param until null: everything entered.
 */
export async function readBesides(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  { round, until }: { readonly round: Round; readonly until: CalendarDay | null },
  parts: readonly Part[],
): Promise<BesideCount[]> {
  const pairs = parts.flatMap(({ code, unitCodes }) => [...unitCodes].map((unit) => [unit, code]));
  const units = pairs.map(([unit]) => unit);
  const codes = pairs.map(([, code]) => code);
  return readRows(besideCount)`
    SELECT asked.part, said.kind, said.code, sum(said.count)::float8 AS count,
           count(*)::int AS reports
    FROM unnest(${units}::text[], ${codes}::text[]) AS asked (unit, part)
    JOIN reporting_unit AS unit
      ON unit.district_code = ${campaign.districtCode}
     AND unit.campaign_id = ${campaign.id}::uuid
     AND unit.code = asked.unit
    JOIN report_part AS said
      ON said.district_code = unit.district_code AND said.campaign_id = unit.campaign_id
     AND said.round_number = ${round.number}
     AND said.unit_code = unit.code
     AND said.day <= coalesce(${until}::date, 'infinity')
    WHERE ${withinRegion(grant)}
    GROUP BY 1, 2, 3
  `;
}
