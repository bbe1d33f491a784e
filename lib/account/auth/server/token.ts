import "server-only";

import { decode, encode } from "next-auth/jwt";
import { z } from "zod";

import { env } from "@/lib/base/server/env";
import { isSecure } from "@/lib/base/server/origin";

export const sessionSeconds = 12 * 60 * 60;

/** What a cookie says: which session it is. Whose it is, and whether it holds, says its row. */
export type SessionClaims = { readonly sessionId: string };

/** What of a token is ours. */
export const sessionClaims = z.object({ sessionId: z.uuid() });

const claims = sessionClaims.extend({ exp: z.number() });

export function sessionCookieName(): string {
  return isSecure() ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

/** The cookie's content, the same as next-auth writes. */
export function encodeSession({ sessionId }: SessionClaims): Promise<string> {
  return encode({ token: { sessionId }, secret: env().NEXTAUTH_SECRET, maxAge: sessionSeconds });
}

/** Decrypted tokens, by cookie: decrypting costs more than the query it protects. */
const decoded = new Map<string, z.infer<typeof claims>>();
const decodedLimit = 2_000;

/** What a cookie says, when it is ours and its twelve hours are not over. */
export async function decodeSession(cookie: string, at: Date): Promise<SessionClaims | null> {
  const session = decoded.get(cookie) ?? (await decrypt(cookie));
  return session && session.exp * 1000 > at.getTime() ? session : null;
}

async function decrypt(cookie: string): Promise<z.infer<typeof claims> | null> {
  const token = await decode({ token: cookie, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  const parsed = claims.safeParse(token);
  if (!parsed.success) return null;

  if (decoded.size >= decodedLimit) decoded.clear();
  decoded.set(cookie, parsed.data);
  return parsed.data;
}
