import { notFound } from "next/navigation";

import { parseAuditFilter, type AuditFilter } from "@/lib/account/audit/filter";
import { listTrails, trailZone, type AuditGrant } from "@/lib/account/audit/server/queries";
import { authorize } from "@/lib/account/auth/grant";
import { permits, type Actor } from "@/lib/account/auth/policy";
import { requireActor } from "@/lib/account/auth/server/session";
import { districtOf, isWithin, nation, regionCode, type RegionCode } from "@/lib/base/region/code";
import type { TimeZone } from "@/lib/base/time/time-zone";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/**
 * What the trail's page and file start with: the kabupaten is the reader's own, or the one that the
 * address names within their region, or the first that has a trail. To a role that does not read
 * trails they do not exist.
 */
export async function openTrail(query: Query): Promise<{
  readonly actor: Actor;
  readonly grant: AuditGrant;
  readonly district: RegionCode;
  readonly filter: AuditFilter;
  readonly trails: readonly { readonly code: string; readonly name: string }[];
  readonly zone: TimeZone;
}> {
  const actor = await requireActor();
  if (!permits(actor, "audit:read", actor.homeRegion)) notFound();

  const grant = authorize(actor, "audit:read", actor.homeRegion);
  const asked = parseAuditFilter(query);
  const trails = await listTrails(grant);
  const first = regionCode.safeParse(trails[0]?.code).data ?? nation;
  const district = districtOf(actor.homeRegion) ?? asked.district ?? first;
  if (!isWithin(district, grant.region)) notFound();

  const filter = { ...asked, district };
  return { actor, grant, district, filter, trails, zone: await trailZone(grant, district) };
}
