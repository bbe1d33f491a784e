import "server-only";

import { decode, encode } from "next-auth/jwt";
import { z } from "zod";

import { env } from "@/lib/env";

import type { SessionClaims } from "./commands";

export const sessionSeconds = 12 * 60 * 60;

const claims = z.object({ userId: z.uuid(), sessionVersion: z.number().int(), exp: z.number() });

/** Behind TLS the cookie is sent over TLS only. */
export function isSecure(): boolean {
  return env().NEXTAUTH_URL.startsWith("https://");
}

export function sessionCookieName(): string {
  return isSecure() ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

/** The cookie's content, the same as next-auth writes. */
export function encodeSession(session: SessionClaims): Promise<string> {
  return encode({
    token: { userId: session.userId, sessionVersion: session.sessionVersion },
    secret: env().NEXTAUTH_SECRET,
    maxAge: sessionSeconds,
  });
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
