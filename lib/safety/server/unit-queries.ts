import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import { AppError } from "@/lib/base/errors";
import type { Campaign } from "@/lib/campaign/campaign";
import {
  placeName,
  subdistrictOfUnit,
  subdistrictsInOrder,
} from "@/lib/campaign/server/unplaced-queries";
import type { UnitChoice } from "@/lib/safety/unit-choice";
import type { Transaction } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";

/**
 * Nothing is stored of a unit that is not in the grant's part of the campaign.
 *
 * @throws {AppError} `unknownUnit` with its field.
 */
export async function requireUnit(
  tx: Transaction,
  grant: Grant<"safety:report">,
  { districtCode, id }: Campaign,
  code: string,
): Promise<void> {
  const found = await readRows(z.unknown(), tx)`
    SELECT FROM reporting_unit AS unit
    WHERE unit.district_code = ${districtCode} AND unit.campaign_id = ${id}::uuid
      AND unit.code = ${code} AND ${withinRegion(grant)}`;
  if (found.length === 0) throw new AppError("unknownUnit", `unit ${code}`, "unit");
}

/**
 * What stands under the id of a record is theirs to change only where its unit is.
 *
 * @param unit of what stands; null: nothing does.
 * @throws {AppError} `notFound`: whose it is is not told.
 */
export async function requireOwnRecord(
  tx: Transaction,
  grant: Grant<"safety:report">,
  campaign: Campaign,
  unit: string | null,
): Promise<void> {
  if (unit === null) return;
  await requireUnit(tx, grant, campaign, unit).catch((error: unknown) => {
    if (error instanceof AppError) throw new AppError("notFound", `a record of ${unit}`);
    throw error;
  });
}

const unitChoice: z.ZodType<UnitChoice> = z.object({
  code: z.string(),
  name: z.string(),
  subdistrict: z.string(),
  subdistrictName: z.string(),
});

/** The units of the grant's part of a campaign, of which something may be recorded, by their kecamatan. */
export async function listUnitChoices(
  grant: Grant<"safety:report">,
  campaign: Campaign,
): Promise<UnitChoice[]> {
  return readRows(unitChoice)`
    SELECT unit.code, unit.name, ${subdistrictOfUnit} AS subdistrict,
           ${placeName(campaign, "area")} AS "subdistrictName"
    FROM reporting_unit AS unit
    JOIN region AS area ON area.code = unit.subdistrict_code
    WHERE unit.district_code = ${campaign.districtCode}
      AND unit.campaign_id = ${campaign.id}::uuid AND ${withinRegion(grant)}
    ORDER BY ${subdistrictsInOrder}, unit.code`;
}
