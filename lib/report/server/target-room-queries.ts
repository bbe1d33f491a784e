import "server-only";

import { z } from "zod";

import type { Campaign } from "@/lib/campaign/campaign";
import { isUnitCode } from "@/lib/campaign/code";
import type { Transaction } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";
import { Prisma } from "@/prisma/generated/client";

import type { ReadReport } from "./read-report";
import type { RoomedReport, TargetRoom } from "@/lib/report/target-room";
import { columnKeyOf, placeColumnKeyOf, type PlaceColumnKey } from "@/lib/campaign/column-key";
import { inForceOn } from "@/lib/campaign/target-population/server/in-force-queries";

const roomRow = z.object({
  unit: z.string(),
  round: z.int(),
  intervention: z.string(),
  targetGroup: z.string(),
  target: z.number(),
  days: z.array(z.object({ day: z.iso.date(), residents: z.int() })),
});

/** The rooms that a batch needs (`target-room`), read under the lock of its campaign. */
export async function roomsOf(
  tx: Transaction,
  campaign: Campaign,
  reports: readonly ReadReport[],
): Promise<TargetRoom[]> {
  const asked = reports.filter(
    ({ problems, isAboveTargetConfirmed }) => problems.length === 0 && !isAboveTargetConfirmed,
  );
  // Who says that every count is right is asked about none.
  if (asked.length === 0) return [];
  const statement = roomStatement(
    campaign,
    reports.filter(({ problems }) => problems.length === 0),
  );
  return statement === null ? [] : roomsIn(campaign, await readRows(roomRow, tx)`${statement}`);
}

/** The same, outside a transaction: for a preview of reports of the grant's own units. */
export async function readRooms(
  campaign: Campaign,
  reports: readonly RoomedReport[],
): Promise<TargetRoom[]> {
  const statement = roomStatement(campaign, reports);
  return statement === null ? [] : roomsIn(campaign, await readRows(roomRow)`${statement}`);
}

function roomsIn(campaign: Campaign, rows: readonly z.infer<typeof roomRow>[]): TargetRoom[] {
  const deviations = campaign.usualDeviations;
  return rows.map((room) => ({ ...room, cell: columnKeyOf(room), deviations }));
}

/**
 * Days are read only of cells that would come above their target population if all reports counted:
 * for the others, none is far above it.
 */
function roomStatement(campaign: Campaign, reports: readonly RoomedReport[]): Prisma.Sql | null {
  const sums = new Map<PlaceColumnKey, { readonly cell: object; residents: number }>();
  for (const { unit, round, content } of reports) {
    if (round === null || !isUnitCode(unit)) continue;
    for (const { intervention, targetGroup, residents } of content.tallies) {
      if (residents <= 0) continue;
      const cell = { unit, round, intervention, targetGroup };
      const key = placeColumnKeyOf(unit, columnKeyOf(cell), round);
      const sum = sums.get(key) ?? { cell, residents: 0 };
      sum.residents += residents;
      sums.set(key, sum);
    }
  }
  if (sums.size === 0) return null;
  const sent = [...sums.values()].map(({ cell, residents }) => ({ ...cell, residents }));
  return Prisma.sql`
    WITH tight AS MATERIALIZED (
      SELECT sent.*, target.people
      FROM jsonb_to_recordset(${JSON.stringify(sent)}::jsonb) AS sent (
        unit text, round smallint, intervention text, "targetGroup" text, residents bigint)
      JOIN place_target AS target
        ON target.district_code = ${campaign.districtCode}
       AND target.campaign_id = ${campaign.id}::uuid
       AND target.round_number = sent.round
       AND target.source = ${campaign.decidingTargetSource}
       AND target.place_kind = 'unit' AND target.place_code = sent.unit
       AND target.intervention_code = sent.intervention
       AND target.target_group_code = sent."targetGroup"
       AND ${inForceOn(campaign, null)}
      LEFT JOIN place_total AS given
        ON given.district_code = target.district_code
       AND given.campaign_id = target.campaign_id
       AND given.round_number = target.round_number
       AND given.place_kind = 'unit' AND given.place_code = sent.unit
       AND given.intervention_code = sent.intervention
       AND given.target_group_code = sent."targetGroup"
      WHERE sent.residents + coalesce(given.residents, 0) > target.people
    )
    SELECT unit, round::int AS round, intervention, "targetGroup",
           people::float8 AS target, coalesce(known.days, '[]') AS days
    FROM tight
    CROSS JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('day', tally.day, 'residents', tally.residents)) AS days
      FROM tally
      WHERE district_code = ${campaign.districtCode}
        AND campaign_id = ${campaign.id}::uuid
        AND round_number = tight.round
        AND unit_code = tight.unit
        AND intervention_code = tight.intervention
        AND target_group_code = tight."targetGroup") AS known`;
}
