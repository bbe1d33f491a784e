import "server-only";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";

import { AppError } from "@/lib/base/errors";
import { isSecure } from "@/lib/base/server/origin";
import { routes, withQuery } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";

import { clientAddress } from "./address";
import { deviceOf, type Device } from "@/lib/account/auth/device";
import { authorize, type Grant } from "@/lib/account/auth/grant";
import { ownPlace, type Actor, type Permission, type Place } from "@/lib/account/auth/policy";
import { findVisitor, type Visitor } from "./queries";
import { endSession, noteSeen } from "./session-commands";
import {
  decodeSession,
  encodeSession,
  sessionCookieName,
  sessionSeconds,
  type SessionClaims,
} from "./token";
import { countWrite } from "./write-limit";

/** Who is asking, whatever their password is; null when nobody is signed in. Asked once a request. */
export const currentVisitor = cache(async (): Promise<Visitor | null> => {
  const session = await cookieSession();
  const visitor = session && (await findVisitor(session.sessionId, now()));
  // Nobody waits for it, and nobody is kept out when it cannot be written.
  if (visitor?.isSeenLongAgo) void noteSeen([visitor.sessionId]).catch(() => undefined);
  return visitor;
});

/**
 * Who is asking; null when nobody is signed in.
 *
 * @throws {AppError} `passwordTemporary` while they have no password of their own.
 */
export async function currentActor(): Promise<Actor | null> {
  const visitor = await currentVisitor();
  if (visitor?.isPasswordTemporary) {
    throw new AppError("passwordTemporary", visitor.actor.username);
  }
  return visitor && visitor.actor;
}

/** Who is asking, for a page that a temporary password opens too: nothing but the account page. */
export async function requireVisitor(): Promise<Visitor> {
  return (await currentVisitor()) ?? redirect(await leadingBack(routes.signIn));
}

/**
 * Who is asking, for a page: without a session the sign-in page comes first, with a temporary
 * password the account page, and each leads back.
 */
export async function requireActor(): Promise<Actor> {
  const { actor, isPasswordTemporary } = await requireVisitor();
  return isPasswordTemporary ? redirect(await leadingBack(routes.account)) : actor;
}

async function leadingBack(to: string): Promise<string> {
  return withQuery(to, { kembali: (await headers()).get("x-cakupan-address") });
}

/**
 * A grant in the actor's own region, for an action that concerns no one campaign.
 *
 * @throws {AppError} `notSignedIn`, `forbidden`, `tooManyWrites`.
 */
export async function requireGrant<P extends Permission>(
  permission: P,
  place?: Place,
): Promise<Grant<P>> {
  const actor = await currentActor();
  if (!actor) throw new AppError("notSignedIn", permission);
  await countWrite(actor);
  return authorize(actor, permission, place ?? ownPlace(actor));
}

/** Gives this browser the session that was begun. */
export async function startSession(session: SessionClaims): Promise<void> {
  (await cookies()).set(sessionCookieName(), await encodeSession(session), {
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(),
    path: "/",
    maxAge: sessionSeconds,
  });
}

/** Ends this browser's session, on the server first: only then is its cookie worth nothing. */
export async function signOutHere(): Promise<void> {
  const session = await cookieSession();
  if (session) await endSession(session, await visitorAddress());
  (await cookies()).delete(sessionCookieName());
}

/** Where the request comes from, for the log and the throttles. */
export async function visitorAddress(): Promise<string> {
  return clientAddress(await headers());
}

/** What this browser calls itself. */
export async function thisDevice(): Promise<Device> {
  return deviceOf((await headers()).get("user-agent"));
}

async function cookieSession(): Promise<SessionClaims | null> {
  const cookie = (await cookies()).get(sessionCookieName())?.value;
  return cookie ? decodeSession(cookie, now()) : null;
}
