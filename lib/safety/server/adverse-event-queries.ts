import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { mayEver } from "@/lib/account/auth/policy";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import type { Campaign } from "@/lib/campaign/campaign";
import { keptUnder } from "@/lib/campaign/unplaced";
import type { AdverseEvent, AdverseEventState } from "@/lib/safety/adverse-event";
import type { AdverseEventCursor } from "@/lib/safety/cursor";
import type { BatchCount } from "@/lib/safety/rate";
import { readRow, readRows } from "@/lib/server/db/read";
import { Prisma } from "@/prisma/generated/client";

import {
  adverseEventColumns,
  adverseEventRow,
  isOverdueSql,
  ofAdverseEvent,
} from "./adverse-event-row-queries";

type ReportGrant = Grant<"safety:report">;

/** Which events are listed; nothing said: all. */
type AdverseEventFilter = {
  readonly only: "serious" | "late" | null;
  readonly state: AdverseEventState | null;
  /** A kecamatan, or the group outside them. */
  readonly subdistrict: string | null;
};

/**
 * Adverse events of the grant's part of a campaign: those that somebody above is still to be told of first,
 * then the newest. Whoever reviews them is told their units, others their kecamatan at most.
 *
 * @returns one more than a page holds, where there are more.
 */
export async function listAdverseEvents(
  grant: ReportGrant,
  campaign: Campaign,
  { only, state, subdistrict }: AdverseEventFilter,
  page: {
    readonly at: Date;
    readonly after: AdverseEventCursor | null;
    readonly perPage: number;
  },
): Promise<AdverseEvent[]> {
  const { after } = page;
  const isAfter = after
    ? Prisma.sql`(event.is_awaiting, event.found_at, event.id)
        < (${after.isAwaiting}, ${after.foundAt}::timestamptz, ${after.id}::uuid)`
    : Prisma.sql`true`;
  const isOnly =
    only === "serious"
      ? Prisma.sql`event.is_serious`
      : only === "late"
        ? Prisma.sql`(event.is_told_late OR ${isOverdueSql(page.at)})`
        : Prisma.sql`true`;
  const place = subdistrict === null ? null : keptUnder(subdistrict, campaign);
  return readRows(adverseEventRow)`
    SELECT ${adverseEventColumns(campaign, isReviewer(grant))}
    FROM adverse_event AS event ${ofAdverseEvent}
    WHERE event.district_code = ${campaign.districtCode}
      AND event.campaign_id = ${campaign.id}::uuid AND ${withinRegion(grant)}
      AND ${isAfter} AND ${isOnly}
      AND (${state}::text IS NULL OR event.state = ${state}::text)
      AND (${place}::text IS NULL OR unit.subdistrict_code = ${place}::text)
    ORDER BY event.is_awaiting DESC, event.found_at DESC, event.id DESC
    LIMIT ${page.perPage + 1}`;
}

/** One event with its unit, for those in whose area it is; null: it is none of theirs. */
export async function readAdverseEvent(
  grant: ReportGrant,
  campaign: Campaign,
  id: string,
): Promise<AdverseEvent | null> {
  const [found] = await readRows(adverseEventRow)`
    SELECT ${adverseEventColumns(campaign, true)}
    FROM adverse_event AS event ${ofAdverseEvent}
    WHERE event.district_code = ${campaign.districtCode}
      AND event.campaign_id = ${campaign.id}::uuid AND event.id = ${id}::uuid
      AND ${withinRegion(grant)}`;
  return found ?? null;
}

/** Events that somebody above is still to be told of, the oldest first: their deadlines are the nearest. */
export async function listAwaiting(
  grant: ReportGrant,
  campaign: Campaign,
  most: number,
): Promise<AdverseEvent[]> {
  return readRows(adverseEventRow)`
    SELECT ${adverseEventColumns(campaign, isReviewer(grant))}
    FROM adverse_event AS event ${ofAdverseEvent}
    WHERE event.district_code = ${campaign.districtCode}
      AND event.campaign_id = ${campaign.id}::uuid AND event.is_awaiting AND ${withinRegion(grant)}
    ORDER BY event.found_at, event.id
    LIMIT ${most}`;
}

/** Of the grant's part of a campaign: how many events, and how many of them how late. */
type AdverseEventCounts = {
  readonly events: number;
  readonly serious: number;
  /** Told too late, or not told and over. */
  readonly late: number;
  /** Somebody above is still to be told at once, and of these: those whose deadline is over. */
  readonly awaiting: number;
  readonly overdue: number;
  /** The most events first. */
  readonly batches: readonly BatchCount[];
};

const batchCount = z.object({
  batch: z.string(),
  events: z.int(),
  serious: z.int(),
  toldLate: z.int(),
});

const awaitingCount = z.object({ awaiting: z.int(), overdue: z.int(), newlyLate: z.int() });

/** Counts for the head of the register, from sums: no event is read but those that wait. */
export async function countAdverseEvents(
  grant: ReportGrant,
  campaign: Campaign,
  at: Date,
): Promise<AdverseEventCounts> {
  const isOverdue = isOverdueSql(at);
  const [batches, { awaiting, overdue, newlyLate }] = await Promise.all([
    readRows(batchCount)`
      SELECT total.batch, sum(total.events)::int AS events, sum(total.serious)::int AS serious,
             sum(total.told_late)::int AS "toldLate"
      FROM adverse_event_total AS total
      JOIN reporting_unit AS unit ON unit.district_code = total.district_code
       AND unit.campaign_id = total.campaign_id AND unit.code = total.unit_code
      WHERE total.district_code = ${campaign.districtCode}
        AND total.campaign_id = ${campaign.id}::uuid AND ${withinRegion(grant)}
      GROUP BY total.batch
      HAVING sum(total.events) > 0
      ORDER BY sum(total.events) DESC, total.batch`,
    readRow(awaitingCount)`
      SELECT count(*)::int AS awaiting, count(*) FILTER (WHERE ${isOverdue})::int AS overdue,
             count(*) FILTER (WHERE ${isOverdue} AND NOT event.is_told_late)::int AS "newlyLate"
      FROM adverse_event AS event ${ofAdverseEvent}
      WHERE event.district_code = ${campaign.districtCode}
        AND event.campaign_id = ${campaign.id}::uuid AND event.is_awaiting
        AND ${withinRegion(grant)}`,
  ]);
  const sum = (of: (row: z.infer<typeof batchCount>) => number) =>
    batches.reduce((total, row) => total + of(row), 0);
  return {
    events: sum(({ events }) => events),
    serious: sum(({ serious }) => serious),
    late: sum(({ toldLate }) => toldLate) + newlyLate,
    awaiting,
    overdue,
    batches: batches.map(({ toldLate: _, ...batch }) => batch),
  };
}

/** All that was given in the grant's part of a campaign, to residents and to others: a rate's denominator. */
export async function countGiven(grant: ReportGrant, campaign: Campaign): Promise<number> {
  const { given } = await readRow(z.object({ given: z.int() }))`
    SELECT coalesce(sum(total.residents + total.non_residents), 0)::float8 AS given
    FROM place_total AS total
    WHERE total.district_code = ${campaign.districtCode}
      AND total.campaign_id = ${campaign.id}::uuid AND ${placesOf(grant, campaign)}`;
  return Math.max(0, given);
}

/** SQL condition: the row `total` of a roll-up is of the grant's part, of which each place is counted once. */
function placesOf(grant: ReportGrant, { districtCode, id }: Campaign): Prisma.Sql {
  const { region } = grant;
  if (region !== null && region.length <= 5) return Prisma.sql`total.place_kind = 'district'`;
  if (region?.length === 8) {
    return Prisma.sql`total.place_kind = 'subdistrict' AND total.place_code = ${region}`;
  }
  return Prisma.sql`total.place_kind = 'unit' AND total.place_code IN (
    SELECT unit.code FROM reporting_unit AS unit
    WHERE unit.district_code = ${districtCode} AND unit.campaign_id = ${id}::uuid
      AND ${withinRegion(grant)})`;
}

/** The last day on which a unit of the grant's part reported that nobody came; null: none did. */
export async function lastZeroReport(
  grant: ReportGrant,
  { districtCode, id }: Campaign,
): Promise<string | null> {
  const { day } = await readRow(z.object({ day: z.iso.date().nullable() }))`
    SELECT max(report.day)::text AS day
    FROM daily_report AS report
    JOIN reporting_unit AS unit ON unit.district_code = report.district_code
     AND unit.campaign_id = report.campaign_id AND unit.code = report.unit_code
    WHERE report.district_code = ${districtCode} AND report.campaign_id = ${id}::uuid
      AND report.is_zero AND ${withinRegion(grant)}`;
  return day;
}

/** Who reviews events knows of each where it was; nobody else is told more than its kecamatan. */
function isReviewer({ actor }: ReportGrant): boolean {
  return mayEver(actor.role, "safety:review");
}
