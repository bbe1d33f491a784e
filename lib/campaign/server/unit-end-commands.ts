import "server-only";

import { z } from "zod";

import type { Transaction } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";
import { AppError } from "@/lib/base/errors";
import { addDays } from "@/lib/base/time/calendar-day";

import { settleEnds } from "@/lib/campaign/settled-ends";
import type { UnitEnd } from "@/lib/campaign/campaign";
import type { UnitEndInput } from "@/lib/campaign/schema/unit-ends";
import { partOf, type CampaignKey } from "./part-commands";

const day = z.iso.date().nullable();
const endingUnit = z.object({
  code: z.string(),
  reportsFrom: day,
  firstReport: day,
  lastReport: day,
});

/**
 * Makes the ends of a campaign's units those of the list. Call it when its units are what they will be.
 *
 * @param ends undefined: they stay.
 * @param of the ends that stand, and the codes of units that are added with these.
 * @throws {AppError} `unknownUnit`, `unitEndDay`, `hasReports`, `successorEnded`, `successorGap` with the field.
 */
export async function saveUnitEnds(
  tx: Transaction,
  key: CampaignKey,
  ends: readonly UnitEndInput[] | undefined,
  of: { readonly standing: readonly UnitEnd[]; readonly added: readonly string[] },
): Promise<void> {
  if (ends === undefined || (ends.length === 0 && of.standing.length === 0)) return;
  const begun = of.standing.flatMap(({ until, successors }) =>
    successors.flatMap(({ code, from }) => (from === addDays(until, 1) ? [code] : [])),
  );
  const fresh = new Set([...begun, ...of.added]);
  const codes = ends.flatMap(({ unit, successors }) => [unit, ...successors.map((s) => s.unit)]);
  const units = await readRows(endingUnit, tx)`
    SELECT unit.code, unit.reports_from::text AS "reportsFrom",
           min(report.day)::text AS "firstReport", max(report.day)::text AS "lastReport"
    FROM reporting_unit AS unit
    LEFT JOIN daily_report AS report
      ON report.district_code = unit.district_code AND report.campaign_id = unit.campaign_id
     AND report.unit_code = unit.code
    WHERE unit.district_code = ${key.district} AND unit.campaign_id = ${key.id}::uuid
      AND unit.code = ANY (${codes}::text[])
    GROUP BY unit.code, unit.reports_from`;
  const settled = settleEnds(
    ends,
    new Map(units.map((unit) => [unit.code, { ...unit, isNew: fresh.has(unit.code) }])),
  );
  if ("path" in settled) throw new AppError(settled.name, "an end of a unit", settled.path);
  await tx.$executeRaw`
    UPDATE reporting_unit AS unit
    SET reports_until = told.until,
        reports_from = CASE WHEN told.begins THEN told."from" ELSE unit.reports_from END
    FROM (
      SELECT each.code, ended.until, began.unit IS NOT NULL AS begins, began."from"
      FROM reporting_unit AS each
      LEFT JOIN jsonb_to_recordset(${JSON.stringify(settled.ends)}::jsonb)
        AS ended (unit text, until date) ON ended.unit = each.code
      LEFT JOIN jsonb_to_recordset(${JSON.stringify(settled.begins)}::jsonb)
        AS began (unit text, "from" date) ON began.unit = each.code
      WHERE each.district_code = ${key.district} AND each.campaign_id = ${key.id}::uuid
    ) AS told
    WHERE unit.district_code = ${key.district} AND unit.campaign_id = ${key.id}::uuid
      AND unit.code = told.code
      AND (unit.reports_until IS DISTINCT FROM told.until OR told.begins)`;
  await tx.unitSuccessor.deleteMany({ where: partOf(key) });
  await tx.unitSuccessor.createMany({
    data: settled.successions.map(({ unit, successor }) => ({
      ...partOf(key),
      unitCode: unit,
      successorCode: successor,
    })),
  });
}
