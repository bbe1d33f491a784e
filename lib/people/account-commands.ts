import "server-only";

import { recordAudit } from "@/lib/audit/record";
import type { SessionClaims } from "@/lib/auth/commands";
import { hashPassword, passwordFits } from "@/lib/auth/password";
import type { Actor } from "@/lib/auth/policy";
import { db } from "@/lib/db/client";
import { districtOf, nation } from "@/lib/region/code";

/**
 * Changes one's own password. Every session ends but the one that is started anew with what this
 * returns; null when the old password does not fit, and nothing is changed.
 */
export async function changeOwnPassword(
  actor: Actor,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<SessionClaims | null> {
  const user = await db().user.findUniqueOrThrow({
    where: { id: actor.id },
    select: { passwordHash: true },
  });
  if (!(await passwordFits(current, user.passwordHash))) return null;

  const passwordHash = await hashPassword(next);
  return db().$transaction(async (tx) => {
    const { sessionVersion } = await tx.user.update({
      where: { id: actor.id },
      data: { passwordHash, sessionVersion: { increment: 1 } },
      select: { sessionVersion: true },
    });
    await recordAudit(tx, [
      {
        actor,
        districtCode: districtOf(actor.homeRegion) ?? nation,
        action: "person.passwordChanged",
        subject: actor.username,
      },
    ]);
    return { userId: actor.id, sessionVersion };
  });
}
