import "server-only";

import { z } from "zod";

import { readRow } from "@/lib/server/db/read";
import { authorize, type Grant } from "@/lib/account/auth/grant";
import { mayEver } from "@/lib/account/auth/policy";
import { lastDay } from "@/lib/campaign/calendar";
import { givesNothing, type Campaign } from "@/lib/campaign/campaign";
import { reportsDue } from "@/lib/campaign/server/reports-due-queries";
import { Prisma } from "@/prisma/generated/client";
import { figureOf } from "@/lib/campaign/figure";
import { isCompleteDay } from "@/lib/coverage/completeness";
import { currentFindings } from "@/lib/monitor/quality/server/kept-queries";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import { unitsWithoutTarget } from "@/lib/campaign/target-population/server/queries";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { Closing } from "@/lib/monitor/closing";
import { placeKindOf } from "@/lib/monitor/place";
import { dayCountsBy } from "./day-queries";

/** Whether every round is over, its sweeping days too. */
function isEnded({ rounds }: Pick<Campaign, "rounds">, today: CalendarDay): boolean {
  return rounds.every((round) => lastDay(round) < today);
}

/**
 * The closing checklist of an ended campaign, for who can work it off.
 *
 * @returns null while a round runs or is to come, for figures that were published elsewhere, and for
 * who may not verify, review and load targets.
 */
export async function readClosing(
  reader: Grant<"coverage:read">,
  campaign: Campaign,
  { today, at }: { readonly today: CalendarDay; readonly at: Date },
): Promise<Closing | null> {
  // Nothing of it is added up at its end.
  if (givesNothing(campaign)) return null;
  const { actor, region } = reader;
  const isTheirs = mayEver(actor.role, "quality:review") && mayEver(actor.role, "target:import");
  if (!isTheirs || region === null || campaign.sourceName !== null || !isEnded(campaign, today))
    return null;

  const reviewer = authorize(actor, "quality:review", region);
  const importer = authorize(actor, "target:import", region);
  const [reports, findings, missing, days] = await Promise.all([
    reportsLeft(reader, campaign),
    currentFindings(reviewer, campaign, { today, at }),
    Promise.all(
      campaign.rounds.map(({ number }) =>
        unitsWithoutTarget(importer, campaign, {
          source: campaign.decidingTargetSource,
          round: number,
        }),
      ),
    ),
    Promise.all(
      campaign.rounds.map((round) =>
        dayCountsBy(reader, campaign, {
          by: placeKindOf(region),
          round,
          source: campaign.decidingTargetSource,
          ...oneFigure(campaign),
          from: round.startsOn,
          to: round.endsOn,
        }),
      ),
    ),
  ]);
  return {
    ...reports,
    findings: findings.filter(({ isExplained }) => !isExplained).length,
    untargeted: new Set(missing.flat().map(({ code }) => code)).size,
    incompleteDays: days.flat().filter((day) => day.expected > 0 && !isCompleteDay(day)).length,
  };
}

/** Reports of days are the same in each figure. */
function oneFigure(campaign: Campaign) {
  const { code, targetGroup } = figureOf(campaign, {});
  return { intervention: code, targetGroup: targetGroup ?? undefined };
}

const left = z.object({ unverified: z.int(), silent: z.int() });

async function reportsLeft(grant: Grant<"coverage:read">, campaign: Campaign) {
  return readRow(left)`
    WITH owing AS (
      SELECT DISTINCT owed.place
      FROM (${Prisma.join(
        campaign.rounds.map((round) => reportsDue(campaign, round, "unit", { until: null })),
        " UNION ALL ",
      )}) AS owed
    )
    SELECT coalesce(sum(waiting), 0)::int AS unverified,
           (count(*) FILTER (WHERE reports = 0 AND owes))::int AS silent
    FROM (
      SELECT count(report.unit_code) AS reports,
             unit.code IN (SELECT place FROM owing) AS owes,
             count(*) FILTER (WHERE report.status = 'submitted') AS waiting
      FROM reporting_unit AS unit
      LEFT JOIN daily_report AS report
        ON report.district_code = unit.district_code AND report.campaign_id = unit.campaign_id
       AND report.unit_code = unit.code
      WHERE unit.district_code = ${campaign.districtCode}
        AND unit.campaign_id = ${campaign.id}::uuid AND ${withinRegion(grant)}
      GROUP BY unit.code
    ) AS each_unit
  `;
}
