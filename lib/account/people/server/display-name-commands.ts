import "server-only";

import { z } from "zod";

import type { Transaction } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";
import { AppError } from "@/lib/base/errors";
import { districtOf, type RegionCode } from "@/lib/base/region/code";

/**
 * Lets one change of people after the other happen in a kabupaten until the transaction ends, so
 * that what was looked at still holds when it is written.
 */
export async function oneAtATime(tx: Transaction, region: RegionCode): Promise<void> {
  const key = `people ${districtOf(region) ?? region}`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}

/**
 * Rejects the displayed name of another active person of the same kabupaten, or of somebody above
 * it: the trail would tell what two people did in one name. Call `oneAtATime` first.
 *
 * @param self the person's own id.
 * @throws {AppError} `nameTaken`
 */
export async function requireOwnName(
  tx: Transaction,
  { displayName, homeRegion }: { readonly displayName: string; readonly homeRegion: RegionCode },
  self: string,
): Promise<void> {
  const district = districtOf(homeRegion) ?? homeRegion;
  const names = await readRows(z.object({ name: z.string() }), tx)`
    SELECT display_name AS name FROM app_user
    WHERE is_active AND id <> ${self}::uuid
      AND (home_region_code = ${district} OR home_region_code LIKE ${`${district}.%`}
           OR home_region_code = '00' OR ${district} LIKE home_region_code || '.%')`;
  const wanted = folded(displayName);
  if (names.some(({ name }) => folded(name) === wanted)) {
    throw new AppError("nameTaken", displayName, "displayName");
  }
}

/** What two names have in common that are read as the same. */
function folded(name: string): string {
  return name.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, " ").trim();
}
