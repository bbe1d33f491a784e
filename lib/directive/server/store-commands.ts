import "server-only";

import { isDeepStrictEqual } from "node:util";

import { z } from "zod";

import { AppError } from "@/lib/base/errors";
import type { RegionCode } from "@/lib/base/region/code";
import type { RecordStored } from "@/lib/campaign/record/record";
import { orderLabel } from "@/lib/directive/directive";
import type { FrozenFigures } from "@/lib/directive/frozen";
import type { OrderInput, WholeDirectiveInput } from "@/lib/directive/schema";
import { db, type Transaction } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";

import { issueLocked } from "./commands";
import {
  directiveRow,
  ofDirective,
  recordDirective,
  requireWithin,
  type DirectiveKey,
  type ManageGrant,
} from "./directive-lock-commands";
import { addresseeRows, directiveData, orderData } from "./draft-commands";

/** The campaign of the address: a directive of another is not found by it. */
type OfCampaign = { readonly id: string; readonly districtCode: RegionCode };

/**
 * Stores a directive as a whole: a new one, or in place of the draft that stands. The same thing sent again is
 * stored once.
 *
 * @param frozen the figures that it keeps when it is issued; null: none.
 * @throws {AppError} `notFound` for one of another campaign; `directiveIssued` once it is no draft;
 * `directiveChanged` when the draft is not at the version that is replaced; `unknownOffice` (field
 * `addressees`); `invalid` (field `orders.N.askedOf`) for an addressee that it does not have; `nothingAsked`
 * where it is issued without an order.
 */
export async function storeDirective(
  grant: ManageGrant,
  campaign: OfCampaign,
  id: string,
  input: WholeDirectiveInput,
  frozen: FrozenFigures | null,
): Promise<RecordStored> {
  const key: DirectiveKey = { district: campaign.districtCode, id };
  requireWithin(grant, key.district);
  return db().$transaction(async (tx) => {
    const wanted = await rowsOf(tx, key, input, campaign);
    const isNew = await begin(tx, grant, key, wanted.directive);
    const standing = await lockedIn(tx, key, campaign);
    if (!isNew) {
      if (await isStored(tx, key, wanted, standing, input.isIssued)) {
        return { id, version: standing.version, replayed: true };
      }
      if (standing.issuedAt !== null) throw new AppError("directiveIssued", `directive ${id}`);
    }
    if (input.version !== (isNew ? 0 : standing.version)) {
      throw new AppError("directiveChanged", `directive ${id}`);
    }
    await replaceParts(tx, key, wanted);
    const version = input.version + 1;
    await tx.directive.update({
      where: directiveRow(key),
      data: { ...wanted.directive, version },
    });
    const { addressees, orders, ...about } = input;
    await recordDirective(tx, grant, key, isNew ? "directive.begun" : "directive.changed", {
      after: { ...about, addressees: addressees.length, orders: orders.length },
    });
    if (input.isIssued) await issueLocked(tx, grant, key, frozen);
    return { id, version, replayed: false };
  });
}

/** The rows that a directive is stored as. */
type Rows = {
  readonly directive: ReturnType<typeof directiveData> & { readonly campaignId: string | null };
  readonly addressees: Awaited<ReturnType<typeof addresseeRows>>;
  readonly orders: readonly (ReturnType<typeof orderData> & { readonly position: number })[];
};

async function rowsOf(
  tx: Transaction,
  key: DirectiveKey,
  input: WholeDirectiveInput,
  campaign: OfCampaign,
): Promise<Rows> {
  const { addressees, orders } = input;
  const known = addressees.length;
  const strange = orders.findIndex(({ askedOf }) => askedOf.some((at) => at < 1 || at > known));
  if (strange >= 0) {
    throw new AppError("invalid", `addressees of ${key.id}`, `orders.${String(strange)}.askedOf`);
  }
  return {
    directive: { ...aboutOf(input), campaignId: input.isOfCampaign ? campaign.id : null },
    addressees: await addresseeRows(tx, key, addressees),
    orders: orders.map((order, index) => {
      const position = index + 1;
      const label = order.label ?? orderLabel(input.kind, position);
      return { position, ...orderData({ ...order, label } satisfies OrderInput) };
    }),
  };
}

/** What it says of itself. */
function aboutOf({ kind, number, title, day, issuer, source, reviewOn }: WholeDirectiveInput) {
  return directiveData({ kind, number, title, day, issuer, source, reviewOn });
}

/** @returns whether it was not there yet. */
async function begin(
  tx: Transaction,
  grant: ManageGrant,
  { district, id }: DirectiveKey,
  directive: Rows["directive"],
): Promise<boolean> {
  const begun = await tx.directive.createMany({
    data: { ...directive, districtCode: district, id, createdBy: grant.actor.id },
    skipDuplicates: true,
  });
  return begun.count > 0;
}

const locked = z.object({ version: z.int() });

/** The directive's row, locked: what writes it queues here. */
async function lockedIn(tx: Transaction, key: DirectiveKey, campaign: OfCampaign) {
  await readRows(locked, tx)`
    SELECT version FROM directive WHERE district_code = ${key.district} AND id = ${key.id}::uuid
    FOR NO KEY UPDATE`;
  const standing = await tx.directive.findUnique({ where: directiveRow(key) });
  const isHere = standing?.campaignId === null || standing?.campaignId === campaign.id;
  if (!standing || !isHere) throw new AppError("notFound", `directive ${key.id}`);
  return standing;
}

/** Whether what is wanted stands there already, word for word. */
async function isStored(
  tx: Transaction,
  key: DirectiveKey,
  wanted: Rows,
  standing: Awaited<ReturnType<typeof lockedIn>>,
  isIssued: boolean,
): Promise<boolean> {
  if ((standing.issuedAt !== null) !== isIssued) return false;
  const where = ofDirective(key);
  const orderBy = { position: "asc" } as const;
  const [addressees, orders] = await Promise.all([
    tx.directiveAddressee.findMany({ where, orderBy }),
    tx.directiveOrder.findMany({ where, orderBy }),
  ]);
  return (
    isSame([standing], [wanted.directive]) &&
    isSame(addressees, wanted.addressees) &&
    isSame(orders, wanted.orders)
  );
}

/** Whether rows hold what others name, whatever else they have. */
function isSame(rows: readonly object[], wanted: readonly object[]): boolean {
  return (
    rows.length === wanted.length &&
    wanted.every((each, index) => {
      const row = new Map(Object.entries(rows[index] ?? {}));
      return Object.entries(each).every(([name, value]) => isDeepStrictEqual(row.get(name), value));
    })
  );
}

async function replaceParts(tx: Transaction, key: DirectiveKey, wanted: Rows): Promise<void> {
  const own = ofDirective(key);
  await tx.directiveOrder.deleteMany({ where: own });
  await tx.directiveAddressee.deleteMany({ where: own });
  await tx.directiveAddressee.createMany({
    data: wanted.addressees.map((row) => ({ ...own, ...row })),
  });
  await tx.directiveOrder.createMany({ data: wanted.orders.map((row) => ({ ...own, ...row })) });
}
