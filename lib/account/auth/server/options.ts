import "server-only";

import type { NextAuthOptions } from "next-auth";
import { encode } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";

import { env } from "@/lib/base/server/env";
import { isSecure } from "@/lib/base/server/origin";
import { routes } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";

import { signIn } from "./commands";
import type { Device } from "@/lib/account/auth/device";
import { findVisitor } from "./queries";
import { endSession } from "./session-commands";
import { sessionClaims, sessionCookieName, sessionSeconds } from "./token";

/**
 * next-auth's own sign-in, for programs: the same check and the same cookie as the page's.
 *
 * @param told.failure what our own work throws. next-auth itself would write an error's message
 * into the address that it redirects to, whatever stands in it, or take the cookie away.
 * @param told.success who signed in.
 */
export function authOptions(
  from: { readonly network: string; readonly device: string | null; readonly browser: Device },
  told: {
    readonly failure: (reason: unknown) => void;
    readonly success: (userId: string) => void;
  },
): NextAuthOptions {
  const trying = async <Result>(work: () => Promise<Result>): Promise<Result | null> => {
    try {
      return await work();
    } catch (reason) {
      told.failure(reason);
      return null;
    }
  };
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
          const session = await trying(() =>
            signIn(typed ?? {}, from.network, from.device, from.browser),
          );
          if (session) told.success(session.userId);
          return session && { id: session.sessionId };
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
      async jwt({ token, user }) {
        // `user` is there at sign-in only: what authorize() returned.
        if (user) return { sessionId: user.id };
        // Asking for the session: next-auth takes the cookie away when this throws.
        const { data } = sessionClaims.safeParse(token);
        const visitor = data && (await trying(() => findVisitor(data.sessionId, now())));
        if (!visitor) throw new Error("the session is over");
        return token;
      },
    },
    events: {
      async signOut({ token }) {
        const { data } = sessionClaims.safeParse(token);
        if (data) await trying(() => endSession(data, from.network));
      },
    },
    // What goes wrong is told by whoever calls; a wrong cookie is nobody's defect.
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
}
