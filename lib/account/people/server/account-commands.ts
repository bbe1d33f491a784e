import "server-only";

import { z } from "zod";

import { recordAudit } from "@/lib/account/audit/server/record";
import { countGuess, forgetGuesses } from "@/lib/account/auth/server/account-throttle-commands";
import type { Device } from "@/lib/account/auth/device";
import { hashPassword, passwordFits } from "@/lib/account/auth/server/password";
import type { Actor } from "@/lib/account/auth/policy";
import { beginInstead } from "@/lib/account/auth/server/session-commands";
import type { SessionClaims } from "@/lib/account/auth/server/token";
import { db } from "@/lib/server/db/client";
import { readRow } from "@/lib/server/db/read";
import { AppError } from "@/lib/base/errors";
import { districtOf, nation } from "@/lib/base/region/code";

import { isGuessable } from "./guessable";

/** What became of a change of password: the session that goes on, or what was wrong. */
type PasswordChange =
  | { readonly session: SessionClaims }
  | { readonly problem: "passwordWrong" | "passwordGuessable" | "passwordSame" };

const owner = z.object({
  passwordHash: z.string(),
  /** Names of the areas that the person's lies in, and its own. */
  areas: z.array(z.string()),
  demoHash: z.string().nullable(),
});

/**
 * Changes one's own password, which is then nobody else's any more. Every session ends but the one
 * that is begun here. Nothing is changed when something is wrong.
 *
 * @throws {TooManyTries} after ten wrong guesses at the current one.
 */
export async function changeOwnPassword(
  actor: Actor,
  { current, next }: { readonly current: string; readonly next: string },
  device: Device,
): Promise<PasswordChange> {
  const { areas, demoHash, passwordHash } = await readRow(owner)`
    SELECT password_hash AS "passwordHash",
           ARRAY(SELECT name FROM region
                 WHERE home_region_code = code OR home_region_code LIKE code || '.%') AS areas,
           (SELECT password_hash FROM app_user WHERE is_demo
            GROUP BY password_hash ORDER BY count(*) DESC LIMIT 1) AS "demoHash"
    FROM app_user WHERE id = ${actor.id}::uuid`;

  await countGuess(actor.id);
  if (!(await passwordFits(current, passwordHash))) return { problem: "passwordWrong" };
  await forgetGuesses(actor.id);

  if (next.trim().toLowerCase() === current.trim().toLowerCase()) {
    return { problem: "passwordSame" };
  }
  // The trial accounts' password is told to everybody who starts or tries the installation.
  const isKnown = demoHash !== null && (await passwordFits(next, demoHash));
  if (isKnown || isGuessable(next, [actor.username, actor.displayName, ...areas])) {
    return { problem: "passwordGuessable" };
  }

  const nextHash = await hashPassword(next);
  return db().$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: actor.id, isActive: true, passwordHash },
      data: {
        passwordHash: nextHash,
        mustChangePassword: false,
        passwordResetAt: null,
        passwordResetBy: null,
      },
    });
    // It was reset or disabled in between: that stands.
    if (count === 0) throw new AppError("notSignedIn", `${actor.username} was reset`);
    const session = await beginInstead(tx, actor.id, device);
    await recordAudit(tx, [
      {
        actor,
        districtCode: districtOf(actor.homeRegion) ?? nation,
        action: "person.passwordChanged",
        subject: actor.username,
      },
    ]);
    return { session };
  });
}
