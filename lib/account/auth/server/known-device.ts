import "server-only";

import { createHmac, timingSafeEqual } from "node:crypto";

import { env } from "@/lib/base/server/env";
import { isSecure } from "@/lib/base/server/origin";

/** As long as browsers keep one. */
const deviceSeconds = 400 * 24 * 60 * 60;

const shape = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/;

export function deviceCookieName(): string {
  return isSecure() ? "__Secure-cakupan-device" : "cakupan-device";
}

/**
 * The cookie by which a device is known again: an id that we made, signed. It says nothing of who
 * uses the device, opens nothing by itself, and outlives signing out.
 */
export function deviceCookie(id: string) {
  return {
    name: deviceCookieName(),
    value: `${id}.${signatureOf(id)}`,
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(),
    path: "/",
    maxAge: deviceSeconds,
  } as const;
}

/** The id in a device's cookie; null: there is none, or it is not ours. */
export function readDevice(cookie: string | null | undefined): string | null {
  const [, id, signature] = shape.exec(cookie ?? "") ?? [];
  if (id === undefined || signature === undefined) return null;
  const right = Buffer.from(signatureOf(id));
  return timingSafeEqual(right, Buffer.from(signature)) ? id : null;
}

function signatureOf(id: string): string {
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(`device ${id}`).digest("base64url");
}
