import "server-only";

import { z } from "zod";

import { readRow, readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import { AppError } from "@/lib/base/errors";
import { isWithin, type RegionCode } from "@/lib/base/region/code";
import { addDays } from "@/lib/base/time/calendar-day";
import { instantOf, timeZones, type TimeZone } from "@/lib/base/time/time-zone";
import { Prisma } from "@/prisma/generated/client";

import { chainState, type ChainState } from "@/lib/account/audit/chain";
import { auditEntry, type AuditEntry } from "@/lib/account/audit/entry";
import type { AuditFilter } from "@/lib/account/audit/filter";

export type AuditGrant = Grant<"audit:read">;

const trail = z.object({ code: z.string(), name: z.string() });

/** Kabupaten of the grant's region that have a trail, by code; "00" is what belongs to none. */
export async function listTrails(grant: AuditGrant): Promise<z.infer<typeof trail>[]> {
  // One step of the key's index for each kabupaten, however long its trail is.
  return readRows(trail)`
    WITH RECURSIVE code AS (
      SELECT min(district_code) AS code FROM audit_entry
      UNION ALL
      SELECT (SELECT min(district_code) FROM audit_entry WHERE district_code > code.code)
      FROM code WHERE code.code IS NOT NULL
    )
    SELECT code.code, coalesce(region.name, code.code) AS name
    FROM code LEFT JOIN region USING (code)
    WHERE code.code IS NOT NULL
      AND (${grant.region} = '00' OR code.code = ${grant.region}
           OR code.code LIKE ${`${grant.region}.%`})
    ORDER BY code.code = '00', code.code
  `;
}

/** Where the trail's days begin: the zone of the kabupaten's latest campaign. */
export async function trailZone(grant: AuditGrant, district: RegionCode): Promise<TimeZone> {
  requireTrail(grant, district);
  const zone = await readRows(z.object({ zone: z.enum(timeZones) }))`
    SELECT time_zone AS zone FROM campaign WHERE district_code = ${district}
    ORDER BY starts_on DESC LIMIT 1
  `;
  return zone[0]?.zone ?? "Asia/Jakarta";
}

/** The kinds of deeds that a trail has, in the order of their codes. */
export async function listActions(grant: AuditGrant, district: RegionCode): Promise<string[]> {
  requireTrail(grant, district);
  const rows = await readRows(z.object({ action: z.string() }))`
    WITH RECURSIVE kind AS (
      SELECT min(action) AS action FROM audit_entry WHERE district_code = ${district}
      UNION ALL
      SELECT (SELECT min(action) FROM audit_entry
              WHERE district_code = ${district} AND action > kind.action)
      FROM kind WHERE kind.action IS NOT NULL
    )
    SELECT action FROM kind WHERE action IS NOT NULL
  `;
  return rows.map(({ action }) => action);
}

/**
 * Entries of a kabupaten's trail that fit the filter, newest first.
 *
 * @param limit how many at most; ask for one more to know whether there are more.
 */
export async function listEntries(
  grant: AuditGrant,
  district: RegionCode,
  filter: AuditFilter,
  zone: TimeZone,
  limit: number,
): Promise<AuditEntry[]> {
  requireTrail(grant, district);
  return readRows(auditEntry)`
    WITH entry AS MATERIALIZED (
      SELECT * FROM audit_entry WHERE district_code = ${district}
        ${conditions(district, filter, zone)}
      ORDER BY id DESC LIMIT ${limit}
    )
    SELECT entry.id::text, entry.recorded_at AS "recordedAt", entry.action, entry.subject,
           entry.before, entry.after, entry.entry_hash AS hash,
           entry.actor_id::text AS "actorId", actor.username, actor.display_name AS "displayName",
           campaign.name AS "campaignName", coalesce(campaign.is_sample, false) AS "isSample",
           coalesce(known.names, '{}') AS names
    FROM entry
    LEFT JOIN app_user AS actor ON actor.id = entry.actor_id
    LEFT JOIN campaign
      ON campaign.district_code = entry.district_code AND campaign.id = entry.campaign_id
    CROSS JOIN LATERAL (SELECT regexp_split_to_array(entry.subject, '[/ ]') AS parts) AS split
    CROSS JOIN LATERAL (
      SELECT jsonb_object_agg(name.code, name.name) AS names
      FROM (
        SELECT code, name FROM region WHERE code = ANY(split.parts)
        UNION ALL
        SELECT unit.code, unit.name FROM reporting_unit AS unit
        WHERE unit.district_code = entry.district_code AND unit.campaign_id = entry.campaign_id
          AND unit.code = ANY(split.parts)
        UNION ALL
        SELECT username, display_name FROM app_user WHERE username = ANY(split.parts)
        UNION ALL
        SELECT campaign.slug, campaign.name WHERE campaign.slug IS NOT NULL
      ) AS name
    ) AS known
    ORDER BY entry.id DESC
  `;
}

function conditions(district: RegionCode, filter: AuditFilter, zone: TimeZone): Prisma.Sql {
  const { action, before, from, person, place, to } = filter;
  const all: Prisma.Sql[] = [];
  if (before !== null) all.push(Prisma.sql`AND id < ${before}::bigint`);
  if (action !== null) all.push(Prisma.sql`AND action = ${action}`);
  if (from !== null) all.push(Prisma.sql`AND recorded_at >= ${instantOf(from, "00:00", zone)}`);
  if (to !== null)
    all.push(Prisma.sql`AND recorded_at < ${instantOf(addDays(to, 1), "00:00", zone)}`);
  if (person !== "") {
    all.push(Prisma.sql`AND actor_id IN (
      SELECT id FROM app_user
      WHERE username ILIKE ${within(person)} OR display_name ILIKE ${within(person)})`);
  }
  if (place !== "") {
    // A kecamatan stands for its units too. Names are of today; the codes are in the entries.
    all.push(Prisma.sql`AND string_to_array(subject, '/') && ARRAY(
      WITH place AS (
        SELECT code FROM region
        WHERE code LIKE ${`${district}.%`} AND (code = ${place} OR name ILIKE ${within(place)})
      )
      SELECT code FROM place
      UNION
      SELECT unit.code FROM reporting_unit AS unit
      WHERE unit.district_code = ${district}
        AND (unit.code = ${place} OR unit.name ILIKE ${within(place)}
             OR unit.subdistrict_code IN (SELECT code FROM place)))`);
  }
  return Prisma.join([Prisma.empty, ...all], " ");
}

function within(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
}

/** Walks the whole chain of a kabupaten: a quarter of a second for 50,000 entries. */
export async function checkChain(grant: AuditGrant, district: RegionCode): Promise<ChainState> {
  requireTrail(grant, district);
  return readRow(chainState)`
    SELECT entries::int, last_hash AS "lastHash", broken_id::text AS "brokenId",
           broken_kind AS "brokenKind"
    FROM audit_chain_state(${district})
  `;
}

const cell = z.object({ code: z.string(), name: z.string() });

/**
 * Names of the interventions ("i/MR") and target groups ("g/young") of a kabupaten's campaigns; of
 * two campaigns with the same code, those of the later one.
 */
export async function cellNames(
  grant: AuditGrant,
  district: RegionCode,
): Promise<ReadonlyMap<string, string>> {
  requireTrail(grant, district);
  const rows = await readRows(cell)`
    SELECT part.code, part.name
    FROM (
      SELECT campaign_id, 'i/' || code AS code, short_name AS name FROM intervention
      WHERE district_code = ${district}
      UNION ALL
      SELECT campaign_id, 'g/' || code, name FROM target_group WHERE district_code = ${district}
    ) AS part
    JOIN campaign ON campaign.district_code = ${district} AND campaign.id = part.campaign_id
    ORDER BY campaign.starts_on
  `;
  return new Map(rows.map(({ code, name }) => [code, name]));
}

function requireTrail(grant: AuditGrant, district: RegionCode): void {
  if (!isWithin(district, grant.region)) {
    throw new AppError("forbidden", `the trail of ${district} is not within ${grant.region}`);
  }
}
