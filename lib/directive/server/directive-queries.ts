import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { isWithin, nation, regionCode } from "@/lib/base/region/code";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import type { Addressee, Directive, Order } from "@/lib/directive/directive";
import { frozenFigures, type FrozenFigures } from "@/lib/directive/frozen";
import type { ProgressPart } from "@/lib/directive/progress";
import type { SubdistrictCount } from "@/lib/directive/subdistrict-rows";
import { db } from "@/lib/server/db/client";
import { readRow, readRows } from "@/lib/server/db/read";
import { Prisma } from "@/prisma/generated/client";

import type { DirectiveKey } from "./directive-lock-commands";
import {
  addressee,
  addresseeJson,
  directiveColumns,
  directiveShape,
  order,
  orderJson,
  partCount,
  partSql,
  followedSubdistrict,
} from "./row-queries";

type ManageGrant = Grant<"directive:manage">;

/** Directives of a campaign's screen: its own, and those of its kabupaten that are about none. */
function ofScreen({ districtCode, id }: Campaign): Prisma.Sql {
  return Prisma.sql`directive.district_code = ${districtCode}
    AND (directive.campaign_id = ${id}::uuid OR directive.campaign_id IS NULL)`;
}

const listedDirective = z.object({
  ...directiveShape,
  orders: z.int(),
  addressees: z.int(),
  progress: z.array(z.object(partCount)),
});

type ListedDirective = z.infer<typeof listedDirective>;

/** The directives of a campaign's screen with how far each is, the newest first; drafts before them. */
export async function listDirectives(
  grant: ManageGrant,
  campaign: Campaign,
  today: CalendarDay,
): Promise<ListedDirective[]> {
  if (!isWithin(campaign.districtCode, grant.region)) return [];
  return readRows(listedDirective)`
    SELECT ${directiveColumns},
           (SELECT count(*)::int FROM directive_order AS ordered
            WHERE ordered.district_code = directive.district_code
              AND ordered.directive_id = directive.id) AS orders,
           (SELECT count(*)::int FROM directive_addressee AS addressee
            WHERE addressee.district_code = directive.district_code
              AND addressee.directive_id = directive.id) AS addressees,
           coalesce((
             SELECT jsonb_agg(jsonb_build_object('part', part, 'count', count))
             FROM (SELECT ${partSql(today)} AS part, count(*) AS count
                   FROM follow_up AS followed
                   WHERE followed.district_code = directive.district_code
                     AND followed.directive_id = directive.id
                   GROUP BY 1) AS counted), '[]') AS progress
    FROM directive
    WHERE ${ofScreen(campaign)}
    ORDER BY directive.issued_at IS NOT NULL, directive.day DESC, directive.id
  `;
}

const whole = z.object({
  ...directiveShape,
  frozen: frozenFigures.nullable(),
  orders: z.array(order),
  addressees: z.array(addressee),
});

const cell = z.object({ order: z.int(), addressee: z.int(), ...partCount });

/** Follow-ups of an order and an addressee that stand alike. */
type CellCount = {
  readonly order: number;
  readonly addressee: number;
  readonly part: ProgressPart;
  readonly count: number;
};

export type WholeDirective = {
  readonly directive: Directive;
  readonly frozen: FrozenFigures | null;
  readonly orders: readonly Order[];
  readonly addressees: readonly Addressee[];
  readonly cells: readonly CellCount[];
};

/** A directive of a campaign's screen with its orders, addressees and counts; null: there is none. */
export async function readDirective(
  grant: ManageGrant,
  campaign: Campaign,
  id: string,
  today: CalendarDay,
): Promise<WholeDirective | null> {
  if (!isWithin(campaign.districtCode, grant.region)) return null;
  const key = { district: campaign.districtCode, id };
  const [[found], cells] = await Promise.all([
    readRows(whole)`
      SELECT ${directiveColumns}, directive.frozen,
             coalesce((
               SELECT jsonb_agg(${orderJson} ORDER BY ordered.position)
               FROM directive_order AS ordered
               WHERE ordered.district_code = directive.district_code
                 AND ordered.directive_id = directive.id), '[]') AS orders,
             coalesce((
               SELECT jsonb_agg(${addresseeJson} ORDER BY addressee.position)
               FROM directive_addressee AS addressee
               LEFT JOIN office ON office.district_code = addressee.district_code
                AND office.code = addressee.office_code
               WHERE addressee.district_code = directive.district_code
                 AND addressee.directive_id = directive.id), '[]') AS addressees
      FROM directive
      WHERE ${ofScreen(campaign)} AND directive.id = ${id}::uuid`,
    cellsOf(key, today),
  ]);
  if (!found) return null;
  const { frozen, orders, addressees, ...directive } = found;
  return { directive, frozen, orders, addressees, cells };
}

async function cellsOf({ district, id }: DirectiveKey, today: CalendarDay): Promise<CellCount[]> {
  return readRows(cell)`
    SELECT followed.order_position AS "order", followed.addressee_position AS addressee,
           ${partSql(today)} AS part, count(*)::int AS count
    FROM follow_up AS followed
    WHERE followed.district_code = ${district} AND followed.directive_id = ${id}::uuid
    GROUP BY 1, 2, 3
    ORDER BY 1, 2, 3
  `;
}

const subdistrictCount = z.object({
  subdistrict: regionCode.nullable(),
  name: z.string(),
  order: z.int(),
  ...partCount,
});

/** How each order of a directive is in each kecamatan: counts, however many villages are asked. */
export async function readSubdistrictCounts(
  grant: ManageGrant,
  { district, id }: DirectiveKey,
  today: CalendarDay,
): Promise<SubdistrictCount[]> {
  if (!isWithin(district, grant.region)) return [];
  return readRows(subdistrictCount)`
    SELECT nullif(${followedSubdistrict}, '') AS subdistrict, coalesce(region.name, '') AS name,
           followed.order_position AS "order", ${partSql(today)} AS part, count(*)::int AS count
    FROM follow_up AS followed
    LEFT JOIN region ON region.code = nullif(${followedSubdistrict}, '')
    WHERE followed.district_code = ${district} AND followed.directive_id = ${id}::uuid
    GROUP BY 1, 2, 3, 4
    ORDER BY 1, 3, 4
  `;
}

/** Whether the grant's region has any directive, a draft too. */
export async function isAnyDirective({ region }: ManageGrant): Promise<boolean> {
  const districtCode = region === nation ? {} : { startsWith: region };
  return (
    (await db().directive.findFirst({ where: { districtCode }, select: { id: true } })) !== null
  );
}

const counted = z.object({ late: z.int() });

/** Late follow-ups of the directives of a campaign's screen, for the navigation. */
export async function countLate(
  grant: ManageGrant,
  campaign: Campaign,
  today: CalendarDay,
): Promise<number> {
  if (!isWithin(campaign.districtCode, grant.region)) return 0;
  const { late } = await readRow(counted)`
    SELECT (count(*) FILTER (WHERE ${partSql(today)} = 'late'))::int AS late
    FROM directive
    JOIN follow_up AS followed ON followed.district_code = directive.district_code
     AND followed.directive_id = directive.id
    WHERE ${ofScreen(campaign)}
  `;
  return late;
}
