import "server-only";

import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";

import { env } from "@/lib/env";
import { routes } from "@/lib/routes";

import { signIn } from "./commands";
import { isSecure, sessionCookieName, sessionSeconds } from "./token";

/** next-auth's own sign-in, for programs: the same check and the same cookie as the page's. */
export function authOptions(address: string): NextAuthOptions {
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
          if (!typed) return null;
          const session = await signIn(typed, address);
          return session && { id: session.userId, sessionVersion: session.sessionVersion };
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        // `user` is there at sign-in only: what authorize() returned.
        return user && "sessionVersion" in user
          ? { userId: user.id, sessionVersion: user.sessionVersion }
          : token;
      },
    },
  };
}
