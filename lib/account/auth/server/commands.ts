import "server-only";

import { z } from "zod";

import { storableText } from "@/lib/base/forms/storable-text";
import { logSecurity } from "@/lib/base/server/log";

import { deviceOf, type Device } from "@/lib/account/auth/device";
import { isDeviceOf } from "./known-device-commands";
import { passwordFits } from "./password";
import { findCredentials } from "./queries";
import { beginSession } from "./session-commands";
import { admit, TooManyTries } from "./throttle-commands";
import type { SessionClaims } from "./token";

/** A session that was begun, and whose it is. */
type NewSession = SessionClaims & { readonly userId: string };

/** Longer than any name or password there is; nobody hashes a megabyte for a stranger. */
const typedCredentials = z.object({
  username: storableText.max(100),
  password: z.string().max(1_000),
});

/**
 * Checks a name and password, and begins a session when they fit. An unknown name, a disabled person and a wrong password get the
 * same answer after the same work.
 *
 * A try is counted before the password is looked at and given back when it fits: tries that are
 * made at the same moment cannot all pass the count. Beyond the quick tries it waits first, so this
 * may take half a minute.
 *
 * @param network where they come from (`clientAddress`).
 * @param device what the device's cookie says (`readDevice`); null: it has none.
 * @param browser what it calls itself, for the list of one's own sessions.
 * @returns null when they do not fit.
 * @throws {TooManyTries} when this name or network has failed too often.
 * @throws {AppError} `busy` when too many passwords wait to be checked.
 */
export async function signIn(
  typed: { readonly username?: unknown; readonly password?: unknown },
  network: string,
  device: string | null = null,
  browser: Device = deviceOf(null),
): Promise<NewSession | null> {
  const parsed = typedCredentials.safeParse(typed);
  if (!parsed.success) return null;
  const name = parsed.data.username.trim().toLowerCase();
  const known = device !== null && (await isDeviceOf(device, name)) ? device : null;
  const where = { network, device };
  const admission = await admit({ name, network, device: known }).catch((reason: unknown) => {
    if (reason instanceof TooManyTries) logSecurity("throttled", { user: null, ...where });
    throw reason;
  });

  const found = await findCredentials(name);
  const fits = await passwordFits(
    parsed.data.password,
    found?.passwordHash ?? null,
    known === null ? "stranger" : "device",
  ).catch(async (reason: unknown) => {
    await admission.giveBack(false);
    throw reason;
  });
  const about = { user: found?.id ?? null, ...where, waited: admission.waited };
  if (!fits || !found) {
    logSecurity("wrongPassword", about);
    if (admission.waited > 0) throw new TooManyTries(admission.nextWait, true);
    return null;
  }
  await admission.giveBack(true);
  const session = await beginSession(found.id, found.passwordHash, browser);
  if (session) logSecurity("signIn", about);
  return session && { ...session, userId: found.id };
}
