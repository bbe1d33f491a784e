import type { z } from "zod";

import { reachKey, type Grant } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { whyNoSum } from "@/lib/campaign/figure";
import { AppError } from "@/lib/base/errors";
import { readSetPlace } from "@/lib/campaign/unit-set/unit-set";
import type { PlacedUnit } from "@/lib/monitor/coverage/place";
import { listPlacedUnits } from "@/lib/monitor/coverage/server/queries";
import { isWithinReach, places } from "@/lib/monitor/place";
import { readSources } from "@/lib/monitor/source/server/queries";

import { askedOf } from "./asked";
import { notAddedOf } from "./not-added";
import type { sourcesQuery } from "./query-schema";
import type { SourcesAnswer } from "./schema/days";

const usualLimit = 200;

/**
 * The reports that make a number of coverage: the same query, with the code of one of its rows, or
 * without one for the caller's region. The sums are of all reports, whatever part is answered.
 *
 * @throws {AppError} `notFound` for a place without a unit in the grant's region; `forbidden` when
 * such rows would add up more than it.
 * @throws {ApiProblem} `invalid`
 */
export async function sourcesOf(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  query: z.infer<typeof sourcesQuery>,
  at: Date,
): Promise<SourcesAnswer> {
  const { by, code } = query;
  if (by !== undefined && !isWithinReach(by, grant.region)) {
    throw new AppError("forbidden", `reports by ${by}`);
  }
  const asked = askedOf(campaign, query, at);
  const units = (await listPlacedUnits(grant, campaign, asked.sets)).filter(
    (unit) =>
      code === undefined ||
      code === grant.office?.office ||
      places
        .filter((place) => (by === undefined ? isWithinReach(place, grant.region) : place === by))
        .some((place) => codeOf(unit, place, campaign) === code),
  );
  if (code !== undefined && units.length === 0) {
    throw new AppError("notFound", `${code} in ${reachKey(grant)}`);
  }

  const { sums, reports } = await readSources(
    grant,
    campaign,
    {
      round: asked.round,
      intervention: asked.intervention ?? null,
      targetGroup: asked.targetGroup ?? null,
      from: query.from ?? null,
      to: asked.asOf,
      isUnverified: query.status === "unverified",
      units: units.map((unit) => unit.code),
    },
    { limit: query.limit ?? usualLimit, offset: query.offset ?? 0 },
  );
  const isSummed = whyNoSum(campaign, asked) === null;
  const summed = (doses: number) => (isSummed ? doses : null);
  return {
    asOf: asked.day,
    round: asked.round.number,
    isSample: campaign.isSample,
    reports: sums.reports,
    doses: summed(sums.allDoses),
    nonResidentDoses: summed(sums.allNonResidentDoses),
    unverifiedReports: sums.unverifiedReports,
    unverified: summed(sums.unverifiedDoses),
    notAdded: notAddedOf(campaign, asked),
    rows: reports.map((report) => ({
      unit: report.unit,
      name: report.name,
      day: report.day,
      doses: summed(report.doses),
      nonResidentDoses: summed(report.nonResidentDoses),
      status: report.status,
      zero: report.isZero,
      late: !report.isOnTime,
      version: report.version,
      receivedAt: report.receivedAt.toISOString(),
      by: report.submittedBy,
      via: report.via,
    })),
  };
}

/** The code of the row in which a unit is counted; null: no such rows are asked for. */
function codeOf(
  unit: PlacedUnit,
  by: (typeof places)[number],
  { districtCode }: Campaign,
): string | null {
  switch (by) {
    case "unit":
      return unit.code;
    case "village":
      return unit.regionCode;
    case "subdistrict":
      return unit.subdistrictCode;
    case "set":
      return readSetPlace(unit.set?.code ?? "")?.code ?? null;
    case "district":
      return districtCode;
  }
}
