import "server-only";

import { z } from "zod";

import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import { AppError } from "@/lib/base/errors";
import { isWithin, type RegionCode } from "@/lib/base/region/code";
import { db, type Transaction } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";

export type ManageGrant = Grant<"directive:manage">;

/** Which directive: its id is unique in its kabupaten. */
export type DirectiveKey = { readonly district: RegionCode; readonly id: string };

const standingDirective = z.object({
  version: z.int(),
  isIssued: z.boolean(),
  kind: z.string(),
  title: z.string(),
  day: z.iso.date(),
});

/** Does the work with the directive's row locked: what writes it queues here. */
export async function inDirective<Result>(
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

export async function inDraft<Result>(
  grant: ManageGrant,
  key: DirectiveKey,
  version: number,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return inDirective(grant, key, async (tx, standing) => {
    if (standing.isIssued) throw new AppError("directiveIssued", `directive ${key.id}`);
    if (standing.version !== version) throw new AppError("directiveChanged", `directive ${key.id}`);
    await tx.directive.update({ where: directiveRow(key), data: { version: { increment: 1 } } });
    return work(tx);
  });
}

export function requireWithin(grant: ManageGrant, district: RegionCode): void {
  if (!isWithin(district, grant.region)) throw new AppError("notFound", district);
}

export function directiveRow({ district, id }: DirectiveKey) {
  return { districtCode_id: { districtCode: district, id } };
}

export function ofDirective({ district, id }: DirectiveKey) {
  return { districtCode: district, directiveId: id };
}

export async function recordDirective(
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
