import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { officeKinds } from "@/lib/account/office/office";
import { isWithin, regionCode, type RegionCode } from "@/lib/base/region/code";
import { readRows } from "@/lib/server/db/read";

const listedOffice = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(officeKinds),
  region: regionCode,
  regionName: z.string(),
  headTitle: z.string().nullable(),
  isClosed: z.boolean(),
  /** Accounts of its heads that may sign in. */
  heads: z.int(),
  /** Reporting units that it holds, of all campaigns. */
  units: z.int(),
});

/** The offices of a kabupaten, by kind and name, those that were closed last; none outside the grant's region. */
export async function listOffices(
  grant: Grant<"people:manage" | "campaign:manage" | "directive:manage" | "indicator:manage">,
  district: RegionCode,
): Promise<z.infer<typeof listedOffice>[]> {
  if (!isWithin(district, grant.region)) return [];
  return readRows(listedOffice)`
    SELECT office.code, office.name, office.kind, office.region_code AS region,
           region.name AS "regionName", office.head_title AS "headTitle",
           office.closed_at IS NOT NULL AS "isClosed",
           (SELECT count(*)::int FROM app_user
            WHERE home_region_code = office.district_code AND office_code = office.code
              AND is_active) AS heads,
           (SELECT count(*)::int FROM reporting_unit AS unit
            WHERE unit.district_code = office.district_code
              AND unit.office_code = office.code) AS units
    FROM office
    JOIN region ON region.code = office.region_code
    WHERE office.district_code = ${district}
    ORDER BY office.closed_at IS NOT NULL, office.kind, office.name, office.code
  `;
}

/** An office that an account may be given. */
const choice = z.object({ district: regionCode, code: z.string(), name: z.string() });

/** The open offices of every kabupaten in the grant's region. */
export async function officeChoices(
  grant: Grant<"people:manage">,
): Promise<z.infer<typeof choice>[]> {
  return readRows(choice)`
    SELECT district_code AS district, code, name FROM office
    WHERE closed_at IS NULL
      AND (${grant.region} IN ('00', district_code) OR district_code LIKE ${`${grant.region}.%`})
    ORDER BY district_code, name, code
  `;
}
