import "server-only";

import { isSecure } from "@/lib/base/server/origin";

/** As long as browsers keep one. */
const personSeconds = 400 * 24 * 60 * 60;

export const personCookieName = "orang";

/**
 * The cookie that says who signed in last in this browser, so that what it remembers for one person
 * is not another's. It opens nothing: who is asking says the session.
 */
export function personCookie(userId: string) {
  return {
    name: personCookieName,
    value: userId,
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(),
    path: "/",
    maxAge: personSeconds,
  } as const;
}
