import "server-only";

import type { NextAuthOptions } from "next-auth";
import { encode } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";

import { env } from "@/lib/env";
import { routes } from "@/lib/routes";
import { now } from "@/lib/time/clock";

import { signIn, type SessionClaims } from "./commands";
import { isSecure, sessionCookieName, sessionSeconds } from "./token";

/**
 * next-auth's own sign-in, for programs: the same check and the same cookie as the page's.
 *
 * @param told.failure what `signIn` throws. next-auth itself would write an error's message into
 * the address that it redirects to, whatever stands in it.
 * @param told.success who signed in.
 */
export function authOptions(
  network: string,
  device: string | null,
  told: {
    readonly failure: (reason: unknown) => void;
    readonly success: (session: SessionClaims) => void;
  },
): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: sessionSeconds },
    pages: { signIn: routes.signIn, error: routes.signIn },
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() },
      },
    },
    providers: [
      Credentials({
        credentials: { username: { type: "text" }, password: { type: "password" } },
        async authorize(typed) {
          try {
            const session = await signIn(typed ?? {}, network, device);
            if (session) told.success(session);
            return session && { id: session.userId, sessionVersion: session.sessionVersion };
          } catch (reason) {
            told.failure(reason);
            return null;
          }
        },
      }),
    ],
    jwt: {
      /** Asking for the session writes its cookie anew: the twelve hours still end when they would. */
      encode({ token, secret, maxAge }) {
        const left =
          typeof token?.["exp"] === "number"
            ? token["exp"] - Math.floor(now().getTime() / 1000)
            : (maxAge ?? sessionSeconds);
        return encode({ ...(token && { token }), secret, maxAge: Math.min(left, sessionSeconds) });
      },
    },
    callbacks: {
      jwt({ token, user }) {
        // `user` is there at sign-in only: what authorize() returned.
        return user && "sessionVersion" in user
          ? { userId: user.id, sessionVersion: user.sessionVersion }
          : token;
      },
    },
    // What goes wrong is told by whoever calls; a wrong cookie is nobody's defect.
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
}
