import "server-only";

import { AppError } from "@/lib/base/errors";
import { limits } from "@/lib/base/limits";
import { measureKey, type OrderMeasure } from "@/lib/directive/measure";
import type { AddresseesInput, DirectiveInput, OrderInput } from "@/lib/directive/schema";
import { dateColumn } from "@/lib/server/db/calendar-column";
import { db, type Transaction } from "@/lib/server/db/client";

import {
  directiveRow,
  inDraft,
  ofDirective,
  recordDirective,
  requireWithin,
  type DirectiveKey,
  type ManageGrant,
} from "./directive-lock-commands";

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
        ...directiveData(directive),
        districtCode: district,
        id,
        campaignId: campaign,
        createdBy: grant.actor.id,
      },
      skipDuplicates: true,
    });
    if (begun.count === 0) return;
    await writeAddressees(tx, { district, id }, addressees);
    await recordDirective(tx, grant, { district, id }, "directive.begun", { after: directive });
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
      where: directiveRow(key),
      data: { ...directiveData(directive), campaignId: campaign },
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
    await recordDirective(tx, grant, key, "directive.changed", { after: directive });
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
    const data = orderData(order);
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
    await recordDirective(tx, grant, key, "directive.orderStored", {
      after: { ...order, measure: order.measure && measureKey(order.measure) },
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
    await recordDirective(tx, grant, key, "directive.orderRemoved", {
      before: { label: before.label, title: before.title },
    });
  });
}

function orderKey({ district, id }: DirectiveKey, position: number) {
  return {
    districtCode_directiveId_position: { districtCode: district, directiveId: id, position },
  };
}

/** What a directive says of itself, as its row has it. */
export function directiveData({ day, reviewOn, ...columns }: DirectiveInput) {
  return { ...columns, day: dateColumn(day), reviewOn: reviewOn && dateColumn(reviewOn) };
}

/** An order as its row has it. */
export function orderData({ measure, dueOn, label, title, text, askedOf }: OrderInput) {
  return {
    label,
    title,
    text,
    askedOf,
    dueOn: dateColumn(dueOn),
    measure: measure?.kind ?? null,
    measureOf: measure && measuredOf(measure),
  };
}

/** What a measure is of: its intervention, the kind of its sets. */
function measuredOf(measure: OrderMeasure): string | null {
  switch (measure.kind) {
    case "coverage":
      return measure.intervention;
    case "set":
      return measure.set;
    case "completeness":
    case "targets":
    case "sessions":
    case "stock":
      return null;
  }
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
  const rows = await addresseeRows(tx, key, addressees);
  await tx.directiveAddressee.createMany({
    data: rows.map((row) => ({ ...ofDirective(key), ...row })),
  });
  return rows;
}

/** Whom a directive is addressed to, as their rows have it. @throws {AppError} `unknownOffice`. */
export async function addresseeRows(
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
  return addressees.map((each, index): AddresseeRow => {
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
}
