import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { dayOfRound, roundOn } from "@/lib/campaign/calendar";
import type { Campaign } from "@/lib/campaign/campaign";
import type { CoverageCounts } from "@/lib/coverage/coverage";
import { placeCountsBy } from "@/lib/monitor/server/queries";

/** What reports say of a unit in an intervention; null: its groups do not add, or there is no such unit. */
type UnitCoverage = (unit: string, intervention: string) => CoverageCounts | null;

/**
 * Coverage of each unit of the grant's part, in the round of the day: it stands beside assessments and is
 * never made of them. A row for each unit, however much was entered.
 */
export async function readUnitCoverage(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  today: CalendarDay,
): Promise<UnitCoverage> {
  const round = roundOn(campaign.rounds, today);
  const rows = await placeCountsBy(grant, campaign, {
    by: "unit",
    round,
    source: campaign.decidingTargetSource,
    asOf: null,
    on: dayOfRound(round, today, today),
    today,
  });
  const ofUnit = new Map<string, Map<string, CoverageCounts>>();
  for (const row of rows) {
    if (row.targetGroup !== null) continue;
    const { dosesAdministered, targetPopulation } = row;
    const known = ofUnit.get(row.code) ?? new Map<string, CoverageCounts>();
    ofUnit.set(row.code, known.set(row.intervention, { dosesAdministered, targetPopulation }));
  }
  return (unit, intervention) => ofUnit.get(unit)?.get(intervention) ?? null;
}
