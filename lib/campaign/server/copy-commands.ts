import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { targetSources, type Campaign } from "@/lib/campaign/campaign";
import type { CampaignCopy } from "@/lib/campaign/copy";
import { dateColumn } from "@/lib/server/db/calendar-column";
import type { Transaction } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";

import { partOf, type CampaignKey } from "./part-commands";

/** What of a copied campaign no body has: inhabitants of the same units, and target populations. */
export async function copyBeside(
  tx: Transaction,
  { actor }: Grant<"campaign:manage">,
  key: CampaignKey,
  { from, targets }: CampaignCopy,
): Promise<void> {
  if (from.districtCode !== key.district) return;
  await tx.$executeRaw`
    UPDATE reporting_unit AS unit SET inhabitants = former.inhabitants
    FROM reporting_unit AS former
    WHERE former.district_code = ${key.district} AND former.campaign_id = ${from.id}::uuid
      AND unit.district_code = ${key.district} AND unit.campaign_id = ${key.id}::uuid
      AND unit.code = former.code AND former.inhabitants IS NOT NULL`;
  if (!targets) return;
  const drafts = await newestNumbers(tx, key, from);
  await tx.targetDraft.createMany({
    data: drafts.map(({ source, asOf, cells }) => ({
      ...partOf(key),
      source,
      asOf: dateColumn(asOf),
      copiedFrom: from.name,
      cells,
      createdBy: actor.id,
    })),
  });
}

const numbersOfSource = z.object({
  source: z.enum(targetSources),
  asOf: z.iso.date(),
  cells: z.array(z.tuple([z.string(), z.string(), z.string(), z.int(), z.int()])),
});

/** The last number of each box of a campaign that the new one has too, by source. */
async function newestNumbers(tx: Transaction, key: CampaignKey, from: Campaign) {
  return readRows(numbersOfSource, tx)`
    WITH number AS (
      SELECT cell.target_set_id, cell.unit_code AS place, cell.intervention_code,
             cell.target_group_code, cell.round_number, cell.people
      FROM target_population AS cell
      JOIN reporting_unit AS unit
        ON unit.district_code = ${key.district} AND unit.campaign_id = ${key.id}::uuid
       AND unit.code = cell.unit_code
      WHERE cell.district_code = ${key.district} AND cell.campaign_id = ${from.id}::uuid
      UNION ALL
      SELECT own.target_set_id, own.region_code, own.intervention_code, own.target_group_code,
             own.round_number, own.people
      FROM region_target AS own
      WHERE own.district_code = ${key.district} AND own.campaign_id = ${from.id}::uuid
    ), last AS (
      SELECT DISTINCT ON (target_set.source, number.place, number.intervention_code,
                          number.target_group_code, number.round_number)
             target_set.source, target_set.as_of, number.*
      FROM number
      JOIN target_set
        ON target_set.district_code = ${key.district} AND target_set.campaign_id = ${from.id}::uuid
       AND target_set.id = number.target_set_id
      JOIN intervention_target_group AS given
        ON given.district_code = ${key.district} AND given.campaign_id = ${key.id}::uuid
       AND given.intervention_code = number.intervention_code
       AND given.target_group_code = number.target_group_code
      WHERE number.round_number = 0 OR EXISTS (
        SELECT FROM round
        WHERE round.district_code = ${key.district} AND round.campaign_id = ${key.id}::uuid
          AND round.number = number.round_number)
      ORDER BY target_set.source, number.place, number.intervention_code, number.target_group_code,
               number.round_number, target_set.in_force_from DESC, target_set.id DESC
    )
    SELECT source,
           max(as_of)::text AS "asOf",
           jsonb_agg(jsonb_build_array(place, intervention_code, target_group_code, round_number,
                                       people)
                     ORDER BY place, intervention_code, target_group_code, round_number) AS cells
    FROM last
    WHERE people IS NOT NULL
    GROUP BY source`;
}
