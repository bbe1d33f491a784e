import "server-only";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";

import { AppError } from "@/lib/errors";
import type { RegionCode } from "@/lib/region/code";
import { routes, withQuery } from "@/lib/routes";
import { now } from "@/lib/time/clock";

import type { SessionClaims } from "./commands";
import { authorize, type Grant } from "./grant";
import { mayEver, type Actor, type Permission } from "./policy";
import { findActor } from "./queries";
import { decodeSession, encodeSession, isSecure, sessionCookieName, sessionSeconds } from "./token";
import { countWrite } from "./write-limit";

/** Who is asking; null when nobody is signed in. Asked of the database once a request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const cookie = (await cookies()).get(sessionCookieName())?.value;
  const session = cookie ? await decodeSession(cookie, now()) : null;
  return session ? findActor(session.userId, session.sessionVersion) : null;
});

/** Who is asking, for a page: without a session the sign-in page comes first and leads back. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor();
  if (actor) return actor;

  const address = (await headers()).get("x-cakupan-address");
  redirect(withQuery(routes.signIn, { kembali: address }));
}

/**
 * A grant in the actor's own region, for an action that concerns no one campaign.
 *
 * @throws {AppError} `notSignedIn`, `forbidden`, `tooManyWrites`.
 */
export async function requireGrant<P extends Permission>(
  permission: P,
  region?: RegionCode,
): Promise<Grant<P>> {
  const actor = await currentActor();
  if (!actor) throw new AppError("notSignedIn", permission);
  await countWrite(actor);
  return authorize(actor, permission, region ?? actor.homeRegion);
}

/** Whether the person asking may ever do this; for navigation, never instead of a grant. */
export async function actorMay(permission: Permission): Promise<boolean> {
  const actor = await currentActor();
  return actor !== null && mayEver(actor.role, permission);
}

export async function startSession(session: SessionClaims): Promise<void> {
  (await cookies()).set(sessionCookieName(), await encodeSession(session), {
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(),
    path: "/",
    maxAge: sessionSeconds,
  });
}

export async function endSession(): Promise<void> {
  (await cookies()).delete(sessionCookieName());
}
