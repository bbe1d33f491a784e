import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { isWithin, regionCode, type RegionCode } from "@/lib/base/region/code";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import {
  answerStates,
  followUpStates,
  reviews,
  type Addressee,
  type Directive,
  type FollowUp,
  type Order,
} from "@/lib/directive/directive";
import type { AnsweredFollowUp } from "@/lib/directive/answered";
import { progressParts, type ProgressPart } from "@/lib/directive/progress";
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
  partSql,
  followedSubdistrict,
} from "./row-queries";

type ManageGrant = Grant<"directive:manage">;

/** What a follow-up `followed` hangs on: its directive with the campaign, its order. */
const ofFollowUp = Prisma.sql`
  JOIN directive ON directive.district_code = followed.district_code
   AND directive.id = followed.directive_id
  JOIN directive_order AS ordered ON ordered.district_code = followed.district_code
   AND ordered.directive_id = followed.directive_id AND ordered.position = followed.order_position
  LEFT JOIN campaign ON campaign.district_code = directive.district_code
   AND campaign.id = directive.campaign_id`;

const directiveJson = Prisma.sql`(SELECT to_jsonb(said) FROM (SELECT ${directiveColumns}) AS said)`;

const followUpColumns = Prisma.sql`
  followed.id, followed.order_position AS "order", followed.addressee_position AS addressee,
  CASE WHEN region.code IS NOT NULL THEN jsonb_build_object(
    'code', region.code, 'name', region.name, 'within', parent.name) END AS region,
  followed.due_on::text AS "dueOn", followed.state, followed.review, followed.version`;

const followUpRegion = Prisma.sql`
  LEFT JOIN region ON region.code = nullif(followed.region_code, '')
  LEFT JOIN region AS parent ON parent.code = region.parent_code`;

const followUpShape = {
  id: z.uuid(),
  order: z.int(),
  addressee: z.int(),
  region: z.object({ code: regionCode, name: z.string(), within: z.string() }).nullable(),
  dueOn: z.iso.date(),
  state: z.enum(followUpStates),
  review: z.enum(reviews).nullable(),
  version: z.int(),
};

const listedFollowUp = z.object({
  ...followUpShape,
  part: z.enum(progressParts),
  /** What was answered last; null: nothing yet. */
  answer: z.string().nullable(),
  answeredAt: z.iso.datetime({ offset: true }).nullable(),
  answeredBy: z.string().nullable(),
});

const lastAnswer = Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT event.text AS answer, to_json(event.at) #>> '{}' AS "answeredAt",
           event.actor_name AS "answeredBy"
    FROM follow_up_event AS event
    WHERE event.district_code = followed.district_code AND event.follow_up_id = followed.id
      AND event.kind IN ('doing', 'done', 'cannot')
    ORDER BY event.at DESC LIMIT 1) AS answered ON true`;

/**
 * Follow-ups of a directive, by order, addressee and area.
 *
 * @param of only those of an order, an addressee, a part, a kecamatan.
 * @param page from 1; each has `perPage`.
 * @returns one more than a page holds, where there are more.
 */
export async function listFollowUps(
  grant: ManageGrant,
  { district, id }: DirectiveKey,
  of: {
    readonly order?: number | undefined;
    readonly addressee?: number | undefined;
    readonly part?: ProgressPart | undefined;
    /** The kecamatan that it is asked in, of its villages too. */
    readonly subdistrict?: RegionCode | undefined;
  },
  {
    today,
    page,
    perPage,
  }: { readonly today: CalendarDay; readonly page: number; readonly perPage: number },
): Promise<AnsweredFollowUp[]> {
  if (!isWithin(district, grant.region)) return [];
  return readRows(listedFollowUp)`
    SELECT ${followUpColumns}, ${partSql(today)} AS part,
           answered.answer, answered."answeredAt", answered."answeredBy"
    FROM follow_up AS followed ${followUpRegion} ${lastAnswer}
    WHERE followed.district_code = ${district} AND followed.directive_id = ${id}::uuid
      AND (${of.order ?? null}::int IS NULL OR followed.order_position = ${of.order ?? null})
      AND (${of.addressee ?? null}::int IS NULL
           OR followed.addressee_position = ${of.addressee ?? null})
      AND (${of.part ?? null}::text IS NULL OR ${partSql(today)} = ${of.part ?? null})
      AND (${of.subdistrict ?? null}::text IS NULL
           OR ${followedSubdistrict} = ${of.subdistrict ?? null})
    ORDER BY followed.order_position, followed.addressee_position, followed.region_code
    LIMIT ${perPage + 1} OFFSET ${(page - 1) * perPage}
  `;
}

const ownFollowUp = z.object({
  ...followUpShape,
  office: z.string().nullable(),
  part: z.enum(progressParts),
  directive: z.object(directiveShape),
  /** Slug of the campaign that it is about; null: none. */
  slug: z.string().nullable(),
  ordered: order,
  answeredOn: z.iso.date().nullable(),
});

export type OwnFollowUp = z.infer<typeof ownFollowUp>;

/**
 * What is asked of this person: of the area that they head, or of their office. Of every campaign, those
 * that wait for them first.
 */
export async function ownFollowUps(
  grant: Grant<"action:answer">,
  { today, zone }: { readonly today: CalendarDay; readonly zone: string },
): Promise<OwnFollowUp[]> {
  return readRows(ownFollowUp)`
    SELECT ${followUpColumns}, ${partSql(today)} AS part,
           nullif(followed.office_code, '') AS office, ${directiveJson} AS directive,
           campaign.slug,
           ${orderJson} AS ordered,
           (SELECT (max(event.at) AT TIME ZONE ${zone})::date::text
            FROM follow_up_event AS event
            WHERE event.district_code = followed.district_code
              AND event.follow_up_id = followed.id
              AND event.kind IN ('doing', 'done', 'cannot')) AS "answeredOn"
    FROM follow_up AS followed ${followUpRegion} ${ofFollowUp}
    WHERE ${isOwnSql(grant)}
    ORDER BY followed.review = 'returned' DESC NULLS LAST,
             array_position(ARRAY['late', 'open', 'doing', 'cannot', 'done'], ${partSql(today)}),
             followed.due_on, directive.day, followed.directive_id, followed.order_position
  `;
}

/** SQL condition: the follow-up `followed` is asked of this person; `isOwn` of lib/directive/own. */
function isOwnSql(grant: Grant<"action:answer">): Prisma.Sql {
  if (grant.office !== null) {
    const { district, office } = grant.office;
    return Prisma.sql`followed.district_code = ${district} AND followed.office_code = ${office}`;
  }
  return Prisma.sql`followed.district_code = ${grant.region.slice(0, 5)}
    AND followed.region_code = ${grant.region}`;
}

const found = z.object({ found: z.boolean() });

/** Whether anything is asked of this person. */
export async function isAnyAsked(grant: Grant<"action:answer">): Promise<boolean> {
  const asked = await readRow(found)`
    SELECT EXISTS (SELECT FROM follow_up AS followed WHERE ${isOwnSql(grant)}) AS found`;
  return asked.found;
}

const waiting = z.object({ late: z.int(), waiting: z.int() });

/** Of what is asked of this person: what they still have to answer or do, and what of it is late. */
export async function countOwnWaiting(
  grant: Grant<"action:answer">,
  today: CalendarDay,
): Promise<z.infer<typeof waiting>> {
  const [counted] = await readRows(waiting)`
    SELECT (count(*) FILTER (WHERE followed.due_on < ${today}::date))::int AS late,
           count(*)::int AS waiting
    FROM follow_up AS followed
    WHERE ${isOwnSql(grant)} AND followed.state IN ('open', 'doing')
      AND (followed.state = 'open' OR followed.review = 'returned'
           OR followed.due_on <= ${today}::date)
  `;
  return counted ?? { late: 0, waiting: 0 };
}

const event = z.object({
  id: z.uuid(),
  at: z.iso.datetime({ offset: true }),
  actorName: z.string(),
  kind: z.enum([...answerStates, ...reviews]),
  text: z.string(),
  evidence: z.string(),
  measured: z.int().nullable(),
  measuredOf: z.int().nullable(),
});

const oneFollowUp = z.object({
  ...followUpShape,
  part: z.enum(progressParts),
  office: z.string().nullable(),
  directive: z.object(directiveShape),
  slug: z.string().nullable(),
  ordered: order,
  addressed: addressee,
});

export type OneFollowUp = {
  readonly followUp: FollowUp & { readonly part: ProgressPart; readonly office: string | null };
  readonly directive: Directive;
  readonly slug: string | null;
  readonly order: Order;
  readonly addressee: Addressee;
  /** The newest first. */
  readonly events: readonly z.infer<typeof event>[];
};

/**
 * One follow-up with its history, for whom it is asked of and those who manage directives of its
 * kabupaten; null: it is neither, or not there. Whose it is says `mayAnswer`, of what is returned.
 */
export async function readFollowUp(
  grant: Grant<"action:answer"> | Grant<"directive:manage">,
  { district, id }: { readonly district: RegionCode; readonly id: string },
  today: CalendarDay,
): Promise<OneFollowUp | null> {
  const [[found], events] = await Promise.all([
    readRows(oneFollowUp)`
      SELECT ${followUpColumns}, ${partSql(today)} AS part,
             nullif(followed.office_code, '') AS office,
             ${directiveJson} AS directive,
             campaign.slug,
             ${orderJson} AS ordered,
             (SELECT ${addresseeJson}
              FROM directive_addressee AS addressee
              LEFT JOIN office ON office.district_code = addressee.district_code
               AND office.code = addressee.office_code
              WHERE addressee.district_code = followed.district_code
                AND addressee.directive_id = followed.directive_id
                AND addressee.position = followed.addressee_position) AS addressed
      FROM follow_up AS followed ${followUpRegion} ${ofFollowUp}
      WHERE followed.district_code = ${district} AND followed.id = ${id}::uuid
        AND ${isReadableSql(grant)}`,
    readRows(event)`
      SELECT event.id, to_json(event.at) #>> '{}' AS at, event.actor_name AS "actorName",
             event.kind, event.text, event.evidence, event.measured,
             event.measured_of AS "measuredOf"
      FROM follow_up_event AS event
      WHERE event.district_code = ${district} AND event.follow_up_id = ${id}::uuid
      ORDER BY event.at DESC, event.id`,
  ]);
  if (!found) return null;
  const { directive, slug, ordered, addressed, ...followUp } = found;
  return { followUp, directive, slug, order: ordered, addressee: addressed, events };
}

/** Those who manage read all of their area; others what is theirs. */
function isReadableSql(grant: Grant<"action:answer"> | Grant<"directive:manage">): Prisma.Sql {
  if (grant.permission === "directive:manage") {
    const { region } = grant;
    return Prisma.sql`(${region} IN ('00', followed.district_code)
      OR starts_with(followed.district_code, ${`${region}.`}))`;
  }
  return isOwnSql(grant);
}
