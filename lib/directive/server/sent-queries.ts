import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import type { Permission } from "@/lib/account/auth/policy";
import type { RegionCode } from "@/lib/base/region/code";
import { db } from "@/lib/server/db/client";

/**
 * An answer that somebody sent under an id, as it is stored, for their device to compare; null: none, or
 * another person's.
 */
export async function readSentAnswer(
  grant: Grant<Permission>,
  district: RegionCode,
  sent: string,
): Promise<{ readonly body: unknown } | null> {
  const found = await db().followUpEvent.findUnique({
    where: {
      districtCode_id: { districtCode: district, id: sent },
      actorId: grant.actor.id,
    },
    select: { kind: true, text: true, evidence: true },
  });
  return found && { body: { state: found.kind, text: found.text, evidence: found.evidence } };
}
