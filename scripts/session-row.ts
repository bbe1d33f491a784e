import type pg from "pg";

import { sessionSeconds } from "@/lib/account/auth/server/token";

/** Signs a person in without their password. @returns what their cookie says. */
export async function insertSession(
  client: pg.Client,
  userId: string,
): Promise<{ readonly sessionId: string }> {
  const { rows } = await client.query<{ sessionId: string }>(
    `insert into session (user_id, expires_at) values ($1, now() + $2 * interval '1 second')
     returning id as "sessionId"`,
    [userId, sessionSeconds],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`no session for ${userId}`);
  return row;
}
