import "server-only";

import { z } from "zod";

import { db, type Transaction } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";
import { logSecurity } from "@/lib/base/server/log";
import { now } from "@/lib/base/time/clock";

import type { Device } from "@/lib/account/auth/device";
import { sessionSeconds, type SessionClaims } from "./token";

const begun = z.object({ sessionId: z.uuid() });

/**
 * Begins a session of someone whose password was just found to fit, and clears away those whose
 * time is over.
 *
 * @param passwordHash the hash that it fitted: a reset or a disabling since then wins, because both
 * wait for each other at the person's row.
 * @returns null when it is not theirs any more.
 */
export async function beginSession(
  userId: string,
  passwordHash: string,
  device: Device,
): Promise<SessionClaims | null> {
  const at = now();
  const rows = await readRows(begun)`
    WITH person AS (
      UPDATE app_user SET last_sign_in_at = ${at}
      WHERE id = ${userId}::uuid AND is_active AND password_hash = ${passwordHash}
      RETURNING id
    ), over AS (
      DELETE FROM session WHERE expires_at <= ${at}
    )
    INSERT INTO session (user_id, browser, system, created_at, last_seen_at, expires_at)
    SELECT id, ${device.browser}, ${device.system}, ${at}, ${at}, ${endOf(at)} FROM person
    RETURNING id AS "sessionId"`;
  return rows[0] ?? null;
}

/** A session in the place of those that a new password ended, in its transaction. */
export async function beginInstead(
  tx: Transaction,
  userId: string,
  device: Device,
): Promise<SessionClaims> {
  const at = now();
  await endSessionsOf(tx, userId);
  const { id } = await tx.session.create({
    data: { userId, ...device, createdAt: at, lastSeenAt: at, expiresAt: endOf(at) },
    select: { id: true },
  });
  return { sessionId: id };
}

/**
 * Signs out: the session is over, whoever else holds its cookie.
 *
 * @param address where from, for the log.
 */
export async function endSession({ sessionId }: SessionClaims, address: string): Promise<void> {
  const [whose] = await readRows(z.object({ username: z.string() }))`
    DELETE FROM session USING app_user
    WHERE session.id = ${sessionId}::uuid AND app_user.id = user_id
    RETURNING username`;
  if (whose) logSecurity("signOut", { person: whose.username, address });
}

/** Ends every session of a person, in the transaction of what ends them. */
export async function endSessionsOf(tx: Transaction, userId: string): Promise<void> {
  await tx.session.deleteMany({ where: { userId } });
}

/**
 * Ends sessions of one's own: the one that is named, or all but the one that asks.
 *
 * @returns how many there were.
 */
export async function endOwnSessions(
  userId: string,
  which: { readonly only: string } | { readonly allBut: string },
): Promise<number> {
  const id = "only" in which ? which.only : { not: which.allBut };
  const { count } = await db().session.deleteMany({ where: { userId, id } });
  return count;
}

/** Notes that these sessions are in use. */
export async function noteSeen(sessionIds: readonly string[]): Promise<void> {
  await db().session.updateMany({
    where: { id: { in: [...sessionIds] } },
    data: { lastSeenAt: now() },
  });
}

function endOf(beginning: Date): Date {
  return new Date(beginning.getTime() + sessionSeconds * 1_000);
}
