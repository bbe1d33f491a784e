import "server-only";

import { z } from "zod";

import { AppError } from "@/lib/base/errors";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { now } from "@/lib/base/time/clock";
import type { FrozenFigures } from "@/lib/directive/frozen";
import { dateColumn } from "@/lib/server/db/calendar-column";
import type { Transaction } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";

import {
  directiveRow,
  inDirective,
  inDraft,
  ofDirective,
  recordDirective,
  type DirectiveKey,
  type ManageGrant,
} from "./directive-lock-commands";

const asked = z.object({ followUps: z.int() });

/**
 * Issues a draft: a follow-up for each order and whoever it is asked of. "Seluruh Camat" becomes one for
 * each kecamatan of the kabupaten, and a class without a register one in all.
 *
 * @param frozen the figures of this hour; null: it is about no campaign, or they could not be read.
 * @returns how many follow-ups were made.
 * @throws {AppError} as `changeDirective`; `nothingAsked` without an order.
 */
export async function issueDirective(
  grant: ManageGrant,
  key: DirectiveKey,
  version: number,
  frozen: FrozenFigures | null,
): Promise<number> {
  return inDraft(grant, key, version, (tx) => issueLocked(tx, grant, key, frozen));
}

/** As `issueDirective`, of a draft that is locked and at the right version. */
export async function issueLocked(
  tx: Transaction,
  grant: ManageGrant,
  key: DirectiveKey,
  frozen: FrozenFigures | null,
): Promise<number> {
  const orders = await tx.directiveOrder.findMany({ where: ofDirective(key) });
  if (orders.length === 0 || orders.some(({ askedOf }) => askedOf.length === 0)) {
    throw new AppError("nothingAsked", `directive ${key.id}`);
  }
  await tx.directive.update({
    where: directiveRow(key),
    data: { issuedAt: now(), ...(frozen && { frozen }) },
  });
  const [made] = await readRows(asked, tx)`
      WITH made AS (
        INSERT INTO follow_up (district_code, directive_id, order_position, addressee_position,
                               region_code, office_code, due_on)
        SELECT ordered.district_code, ordered.directive_id, ordered.position, addressee.position,
               coalesce(region.code, ''), coalesce(addressee.office_code, ''), ordered.due_on
        FROM directive_order AS ordered
        JOIN directive_addressee AS addressee
          ON addressee.district_code = ordered.district_code
         AND addressee.directive_id = ordered.directive_id
         AND addressee.position = ANY (ordered.asked_of)
        LEFT JOIN region
          ON addressee.kind IN ('subdistricts', 'villages')
         AND starts_with(region.code, ordered.district_code || '.')
         AND region.level = CASE addressee.kind WHEN 'subdistricts' THEN 3 ELSE 4 END
        WHERE ordered.district_code = ${key.district} AND ordered.directive_id = ${key.id}::uuid
          AND (region.code IS NOT NULL OR addressee.kind IN ('office', 'class'))
        RETURNING 1
      )
      SELECT count(*)::int AS "followUps" FROM made`;
  const followUps = made?.followUps ?? 0;
  await recordDirective(tx, grant, key, "directive.issued", {
    after: { orders: orders.length, followUps },
  });
  return followUps;
}

/**
 * Deletes a directive that nobody has answered; the trail keeps what it was.
 *
 * @throws {AppError} `notFound`; `inUse` once anybody has answered.
 */
export async function removeDirective(grant: ManageGrant, key: DirectiveKey): Promise<void> {
  await inDirective(grant, key, async (tx, standing) => {
    const answered = await tx.followUp.count({
      where: { ...ofDirective(key), version: { gt: 1 } },
    });
    if (answered > 0) throw new AppError("inUse", `directive ${key.id}`);
    await tx.directive.delete({ where: directiveRow(key) });
    await recordDirective(tx, grant, key, "directive.removed", { before: standing });
  });
}

/** Says when a directive is looked at again, or that it is not. @throws {AppError} `notFound`. */
export async function setReviewDay(
  grant: ManageGrant,
  key: DirectiveKey,
  reviewOn: CalendarDay | null,
): Promise<void> {
  await inDirective(grant, key, async (tx, standing) => {
    if (reviewOn !== null && reviewOn < standing.day) {
      throw new AppError("reviewBeforeDay", `review of ${key.id}`, "reviewOn");
    }
    await tx.directive.update({
      where: directiveRow(key),
      data: { reviewOn: reviewOn && dateColumn(reviewOn), version: { increment: 1 } },
    });
    await recordDirective(tx, grant, key, "directive.reviewSet", { after: { reviewOn } });
  });
}
