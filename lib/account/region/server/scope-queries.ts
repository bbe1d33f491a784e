import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import type { Permission } from "@/lib/account/auth/policy";
import { Prisma } from "@/prisma/generated/client";

/**
 * SQL condition: the reporting unit `unit` lies in the grant's region, or is held by its office. Every
 * statement over units carries it, so that an id from outside is looked up inside what it may be in.
 */
export function withinRegion(grant: Grant<Permission>): Prisma.Sql {
  if (grant.office !== null) {
    const { district, office } = grant.office;
    return Prisma.sql`(unit.district_code = ${district} AND unit.office_code = ${office})`;
  }
  return Prisma.sql`(unit.region_code = ${grant.region}
    OR unit.region_code LIKE ${`${grant.region}.%`}
    OR ${grant.region} = '00')`;
}
