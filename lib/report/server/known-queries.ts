import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { isUnitCode } from "@/lib/campaign/code";
import type { Transaction } from "@/lib/server/db/client";
import { readRow } from "@/lib/server/db/read";
import { Prisma } from "@/prisma/generated/client";

import type { BatchContext } from "@/lib/report/batch";
import {
  doseRow,
  knownDoseRows,
  lastVersionRow,
  lastVersionRows,
  rememberedRow,
  rememberedRows,
  reopeningRow,
  reopeningRows,
  reportRow,
  knownReportRows,
  submissionRow,
  submissionRows,
  summedRows,
  takenRows,
  unitRow,
  unitRows,
} from "./known-part-queries";
import type { ReadReport } from "./read-report";

const knownRow = z.object({
  units: z.array(unitRow),
  submissions: z.array(submissionRow),
  reports: z.array(reportRow),
  lastVersions: z.array(lastVersionRow),
  remembered: z.array(rememberedRow),
  reopenings: z.array(reopeningRow),
  doses: z.array(doseRow),
});

/**
 * What is known of the reports of a batch: their units within the grant's region, their ids, the
 * reports that stand at their units and days, the last version that each ever had, the days that
 * were opened again, and what cumulative figures are checked against. One statement, for the lock to
 * cover; each of its lists is a part of its own.
 */
export async function knownOf(
  tx: Transaction,
  grant: Grant<"tally:submit">,
  campaign: Campaign,
  reports: readonly ReadReport[],
): Promise<Omit<BatchContext, "rooms">> {
  const asked = reports.flatMap(({ id, unit, day, round, cumulative }) =>
    isUnitCode(unit)
      ? [{ id, unit, round, day: round === null ? null : day, isCumulative: cumulative !== null }]
      : [],
  );
  const scope = { grant, campaign };
  const known = await readRow(knownRow, tx)`
    WITH asked AS MATERIALIZED (
      SELECT DISTINCT id, unit, day, round, "isCumulative"
      FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS r (
        id uuid, unit text, day date, round smallint, "isCumulative" boolean)
    ), place AS MATERIALIZED (
      SELECT unit, day, round, bool_or("isCumulative") AS "isCumulative" FROM asked GROUP BY 1, 2, 3
    ), taken AS MATERIALIZED (${takenRows(scope)}
    ), summed AS MATERIALIZED (${summedRows(scope)}
    )
    SELECT ${listed(unitRows(scope))} AS units,
           ${listed(submissionRows(scope))} AS submissions,
           ${listed(knownReportRows(scope))} AS reports,
           ${listed(lastVersionRows(scope))} AS "lastVersions",
           ${listed(rememberedRows(scope))} AS remembered,
           ${listed(reopeningRows(scope))} AS reopenings,
           ${listed(knownDoseRows(scope))} AS doses`;
  return { ...known, units: new Map(known.units.map(({ unit, kind }) => [unit, kind])) };
}

/** All rows of a part as one list. */
function listed(rows: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(jsonb_agg(part), '[]') FROM (${rows}) AS part)`;
}
