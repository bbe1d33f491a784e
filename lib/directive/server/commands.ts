import "server-only";

import { z } from "zod";

import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import { AppError } from "@/lib/base/errors";
import { limits } from "@/lib/base/limits";
import { isWithin, type RegionCode } from "@/lib/base/region/code";
import { now } from "@/lib/base/time/clock";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { FrozenFigures } from "@/lib/directive/frozen";
import { measureKey } from "@/lib/directive/measure";
import type { AddresseesInput, DirectiveInput, OrderInput } from "@/lib/directive/schema";
import { dateColumn } from "@/lib/server/db/calendar-column";
import { db, type Transaction } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";

type ManageGrant = Grant<"directive:manage">;

/** Which directive: its id is unique in its kabupaten. */
export type DirectiveKey = { readonly district: RegionCode; readonly id: string };

type Sent = {
  readonly directive: DirectiveInput;
  readonly addressees: AddresseesInput;
  /** Id of the campaign that it is about; null: none. */
  readonly campaign: string | null;
};

/**
 * Begins a directive: a draft without orders.
 *
 * @param id by who sends it, so that what is sent twice is begun once.
 * @throws {AppError} `notFound` for a kabupaten outside the grant's region; `unknownOffice` (field `addressees`).
 */
export async function beginDirective(
  grant: ManageGrant,
  { district, id }: DirectiveKey,
  { directive, addressees, campaign }: Sent,
): Promise<void> {
  requireWithin(grant, district);
  await db().$transaction(async (tx) => {
    const begun = await tx.directive.createMany({
      data: {
        ...columnsOf(directive),
        districtCode: district,
        id,
        campaignId: campaign,
        createdBy: grant.actor.id,
      },
      skipDuplicates: true,
    });
    if (begun.count === 0) return;
    await writeAddressees(tx, { district, id }, addressees);
    await record(tx, grant, { district, id }, "directive.begun", { after: directive });
  });
}

/**
 * Changes what a draft says of itself and whom it is addressed to. An order stays asked of those who
 * stay, and of nobody new.
 *
 * @throws {AppError} `notFound`; `directiveIssued` once it is no draft; `directiveChanged` when it is not
 * at the version that was changed; `unknownOffice` (field `addressees`).
 */
export async function changeDirective(
  grant: ManageGrant,
  key: DirectiveKey,
  version: number,
  { directive, addressees, campaign }: Sent,
): Promise<void> {
  await inDraft(grant, key, version, async (tx) => {
    const before = await tx.directiveAddressee.findMany({ where: ofDirective(key) });
    await tx.directive.update({
      where: whereOf(key),
      data: { ...columnsOf(directive), campaignId: campaign },
    });
    await tx.directiveAddressee.deleteMany({ where: ofDirective(key) });
    const after = await writeAddressees(tx, key, addressees);
    const moved = new Map(
      before.flatMap((old) => {
        const found = after.find((each) => isSame(each, old));
        return found ? [[old.position, found.position] as const] : [];
      }),
    );
    for (const order of await tx.directiveOrder.findMany({ where: ofDirective(key) })) {
      const askedOf = order.askedOf.flatMap((position) => moved.get(position) ?? []);
      await tx.directiveOrder.update({ where: orderKey(key, order.position), data: { askedOf } });
    }
    await record(tx, grant, key, "directive.changed", { after: directive });
  });
}

/**
 * Stores an order of a draft.
 *
 * @param position of one that stands; null: a new one, the last.
 * @throws {AppError} as `changeDirective`; `notFound` for an order that is not there; `tooLarge` beyond
 * `limits.directiveOrders`; `invalid` (field `askedOf`) for an addressee that it does not have.
 */
export async function storeOrder(
  grant: ManageGrant,
  key: DirectiveKey,
  version: number,
  { position, order }: { readonly position: number | null; readonly order: OrderInput },
): Promise<void> {
  await inDraft(grant, key, version, async (tx) => {
    const addressees = await tx.directiveAddressee.findMany({ where: ofDirective(key) });
    if (order.askedOf.some((asked) => addressees.every((each) => each.position !== asked))) {
      throw new AppError("invalid", `addressees of ${key.id}`, "askedOf");
    }
    const { measure, dueOn, ...columns } = order;
    const data = {
      ...columns,
      dueOn: dateColumn(dueOn),
      measure: measure?.kind ?? null,
      measureOf:
        measure?.kind === "coverage"
          ? measure.intervention
          : measure?.kind === "set"
            ? measure.set
            : null,
    };
    if (position === null) {
      const { _max: last, _count: orders } = await tx.directiveOrder.aggregate({
        where: ofDirective(key),
        _max: { position: true },
        _count: true,
      });
      if (orders >= limits.directiveOrders) throw new AppError("tooLarge", `orders of ${key.id}`);
      const next = (last.position ?? 0) + 1;
      await tx.directiveOrder.create({ data: { ...ofDirective(key), position: next, ...data } });
    } else {
      const { count } = await tx.directiveOrder.updateMany({
        where: { ...ofDirective(key), position },
        data,
      });
      if (count === 0) throw new AppError("notFound", `order ${String(position)} of ${key.id}`);
    }
    await record(tx, grant, key, "directive.orderStored", {
      after: { ...order, measure: measure && measureKey(measure) },
    });
  });
}

/** Takes an order out of a draft; those behind it keep their numbers. @throws {AppError} as `storeOrder`. */
export async function removeOrder(
  grant: ManageGrant,
  key: DirectiveKey,
  version: number,
  position: number,
): Promise<void> {
  await inDraft(grant, key, version, async (tx) => {
    const where = { ...ofDirective(key), position };
    const before = await tx.directiveOrder.findFirst({ where });
    if (!before) throw new AppError("notFound", `order ${String(position)} of ${key.id}`);
    await tx.directiveOrder.deleteMany({ where });
    await record(tx, grant, key, "directive.orderRemoved", {
      before: { label: before.label, title: before.title },
    });
  });
}

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
  return inDraft(grant, key, version, async (tx) => {
    const orders = await tx.directiveOrder.findMany({ where: ofDirective(key) });
    if (orders.length === 0 || orders.some(({ askedOf }) => askedOf.length === 0)) {
      throw new AppError("nothingAsked", `directive ${key.id}`);
    }
    await tx.directive.update({
      where: whereOf(key),
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
    await record(tx, grant, key, "directive.issued", {
      after: { orders: orders.length, followUps },
    });
    return followUps;
  });
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
    await tx.directive.delete({ where: whereOf(key) });
    await record(tx, grant, key, "directive.removed", { before: standing });
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
      where: whereOf(key),
      data: { reviewOn: reviewOn && dateColumn(reviewOn), version: { increment: 1 } },
    });
    await record(tx, grant, key, "directive.reviewSet", { after: { reviewOn } });
  });
}

const standingDirective = z.object({
  version: z.int(),
  isIssued: z.boolean(),
  kind: z.string(),
  title: z.string(),
  day: z.iso.date(),
});

/** Does the work with the directive's row locked: what writes it queues here. */
async function inDirective<Result>(
  grant: ManageGrant,
  { district, id }: DirectiveKey,
  work: (tx: Transaction, standing: z.infer<typeof standingDirective>) => Promise<Result>,
): Promise<Result> {
  requireWithin(grant, district);
  return db().$transaction(async (tx) => {
    const [standing] = await readRows(standingDirective, tx)`
      SELECT version, issued_at IS NOT NULL AS "isIssued", kind, title, day::text AS day
      FROM directive WHERE district_code = ${district} AND id = ${id}::uuid
      FOR NO KEY UPDATE`;
    if (!standing) throw new AppError("notFound", `directive ${id}`);
    return work(tx, standing);
  });
}

async function inDraft<Result>(
  grant: ManageGrant,
  key: DirectiveKey,
  version: number,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return inDirective(grant, key, async (tx, standing) => {
    if (standing.isIssued) throw new AppError("directiveIssued", `directive ${key.id}`);
    if (standing.version !== version) throw new AppError("directiveChanged", `directive ${key.id}`);
    await tx.directive.update({ where: whereOf(key), data: { version: { increment: 1 } } });
    return work(tx);
  });
}

function requireWithin(grant: ManageGrant, district: RegionCode): void {
  if (!isWithin(district, grant.region)) throw new AppError("notFound", district);
}

function whereOf({ district, id }: DirectiveKey) {
  return { districtCode_id: { districtCode: district, id } };
}

function ofDirective({ district, id }: DirectiveKey) {
  return { districtCode: district, directiveId: id };
}

function orderKey({ district, id }: DirectiveKey, position: number) {
  return {
    districtCode_directiveId_position: { districtCode: district, directiveId: id, position },
  };
}

function columnsOf({ day, reviewOn, ...columns }: DirectiveInput) {
  return { ...columns, day: dateColumn(day), reviewOn: reviewOn && dateColumn(reviewOn) };
}

type AddresseeRow = {
  readonly position: number;
  readonly kind: string;
  readonly name: string;
  readonly officeCode: string | null;
};

function isSame(one: AddresseeRow, other: AddresseeRow): boolean {
  if (one.kind !== other.kind) return false;
  return one.kind === "class"
    ? one.name === other.name
    : one.kind !== "office" || one.officeCode === other.officeCode;
}

async function writeAddressees(
  tx: Transaction,
  key: DirectiveKey,
  addressees: AddresseesInput,
): Promise<AddresseeRow[]> {
  const codes = addressees.flatMap((each) => ("office" in each && each.office) || []);
  const offices = await tx.office.findMany({
    where: { districtCode: key.district, code: { in: codes } },
  });
  const officeOf = new Map(offices.map((office) => [office.code, office]));
  const unknown = codes.find((code) => !officeOf.has(code));
  if (unknown !== undefined) throw new AppError("unknownOffice", unknown, "addressees");
  const rows = addressees.map((each, index): AddresseeRow => {
    const position = index + 1;
    if (each.kind === "subdistricts" || each.kind === "villages") {
      return { position, kind: each.kind, name: "", officeCode: null };
    }
    if (each.kind === "class") {
      return { position, kind: each.kind, name: each.name, officeCode: each.office };
    }
    const name = officeOf.get(each.office)?.name ?? "";
    return { position, kind: each.kind, name, officeCode: each.office };
  });
  await tx.directiveAddressee.createMany({
    data: rows.map((row) => ({ ...ofDirective(key), ...row })),
  });
  return rows;
}

async function record(
  tx: Transaction,
  grant: ManageGrant,
  { district, id }: DirectiveKey,
  action: string,
  what: { readonly before?: unknown; readonly after?: unknown },
): Promise<void> {
  await recordAudit(tx, [
    { actor: grant.actor, districtCode: district, action, subject: `directive/${id}`, ...what },
  ]);
}
