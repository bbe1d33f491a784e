import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import { districtOf, nation } from "@/lib/base/region/code";
import { db } from "@/lib/server/db/client";

/**
 * Which registers anything was ever recorded in, in the kabupaten of the grant or in any of its area: their
 * screens stand in the navigation from then on.
 */
export async function recordedSafety({ region, office }: Grant<"safety:report">): Promise<{
  readonly adverseEvents: boolean;
  readonly rapidAssessments: boolean;
}> {
  const place = office === null ? region : office.district;
  const districtCode = place === nation ? {} : (districtOf(place) ?? { startsWith: `${place}.` });
  const one = { where: { districtCode }, select: { id: true } } as const;
  const [event, assessment] = await Promise.all([
    db().adverseEvent.findFirst(one),
    db().rapidAssessment.findFirst(one),
  ]);
  return { adverseEvents: event !== null, rapidAssessments: assessment !== null };
}
