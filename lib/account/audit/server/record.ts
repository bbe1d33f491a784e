import "server-only";

import type { Actor } from "@/lib/account/auth/policy";
import type { Transaction } from "@/lib/server/db/client";
import type { RegionCode } from "@/lib/base/region/code";

type Deed = {
  readonly actor: Actor;
  /** Kabupaten whose trail it belongs to, or "00". */
  readonly districtCode: RegionCode;
  readonly campaignId?: string;
  /** "campaign.created", "report.corrected" … */
  readonly action: string;
  /** What it was done to, in words that a search finds. */
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
};

/**
 * Writes what was done, in the transaction that does it: if it cannot be written, nothing is done.
 *
 * Call it last: until the transaction ends the kabupaten's other deeds wait for this one, so
 * nothing that another transaction may hold must be locked after it (lib/account/audit/README.md).
 */
export async function recordAudit(tx: Transaction, deeds: readonly Deed[]): Promise<void> {
  const rows = deeds.map((deed, position) => ({
    position,
    district_code: deed.districtCode,
    campaign_id: deed.campaignId ?? null,
    actor_id: deed.actor.id,
    action: deed.action,
    subject: deed.subject,
    before: deed.before ?? null,
    after: deed.after ?? null,
  }));
  // In order of the kabupaten, so that two transactions lock the ends of their chains in one order.
  await tx.$executeRaw`
    INSERT INTO audit_entry (district_code, campaign_id, actor_id, action, subject, before, after)
    SELECT district_code, campaign_id, actor_id, action, subject, before, after
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS deed (
      position int, district_code text, campaign_id uuid, actor_id uuid, action text, subject text,
      before jsonb, after jsonb)
    ORDER BY district_code, position
  `;
}
