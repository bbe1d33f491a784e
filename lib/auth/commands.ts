import "server-only";

import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { z } from "zod";

import { db, pool } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { storableText } from "@/lib/forms/storable-text";
import { now } from "@/lib/time/clock";

import { passwordFits } from "./password";
import { findCredentials } from "./queries";

/** Wrong passwords allowed for one name from one address within the window. */
const triesPerName = 10;
/** And for all names from one address: an office shares one address, a guesser tries many names. */
const triesPerAddress = 60;
const windowSeconds = 15 * 60;

/** One limiter a process each: every one of them has a timer that clears what has expired. */
const throttles: { name?: RateLimiterPostgres; address?: RateLimiterPostgres } = {};

function limiter(kind: "name" | "address", points: number): RateLimiterPostgres {
  throttles[kind] ??= new RateLimiterPostgres({
    storeClient: pool(),
    storeType: "pool",
    tableName: "sign_in_attempt",
    tableCreated: true,
    keyPrefix: kind,
    points,
    duration: windowSeconds,
  });
  return throttles[kind];
}

/** What a session remembers of a person. */
export type SessionClaims = { readonly userId: string; readonly sessionVersion: number };

/** Longer than any name or password there is; nobody hashes a megabyte for a stranger. */
const typedCredentials = z.object({
  username: storableText.max(100),
  password: z.string().max(1_000),
});

/**
 * Checks a name and password. An unknown name, a disabled person and a wrong password get the
 * same answer after the same work.
 *
 * A try is counted before the password is looked at and given back when it fits: tries that are
 * made at the same moment cannot all pass the count.
 *
 * @param address where they come from; null when it cannot be told, and then a name has its tries
 * from everywhere together.
 * @returns null when they do not fit.
 * @throws {TooManyTries} when this name or address has failed too often.
 */
export async function signIn(
  typed: { readonly username?: unknown; readonly password?: unknown },
  address: string | null,
): Promise<SessionClaims | null> {
  const parsed = typedCredentials.safeParse(typed);
  if (!parsed.success) return null;
  const name = parsed.data.username.trim().toLowerCase();

  const ofName = limiter("name", triesPerName);
  const ofAddress = limiter("address", triesPerAddress);
  const nameKey = `${name}|${address ?? ""}`;
  await count(ofName, nameKey);
  if (address !== null) await count(ofAddress, address);

  const found = await findCredentials(name);
  if (!(await passwordFits(parsed.data.password, found?.passwordHash ?? null)) || !found) {
    return null;
  }
  await ofName.delete(nameKey);
  if (address !== null) await ofAddress.reward(address, 1);
  await db().user.update({ where: { id: found.id }, data: { lastSignInAt: now() } });
  return { userId: found.id, sessionVersion: found.sessionVersion };
}

/** Too many wrong passwords; says how long to wait. */
export class TooManyTries extends AppError {
  readonly waitMilliseconds: number;

  constructor(state: RateLimiterRes) {
    super("tooManyTries", "sign-in throttled");
    this.waitMilliseconds = state.msBeforeNext;
  }
}

/** The library refuses by rejecting with its state; any other rejection is a defect. */
async function count(throttle: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await throttle.consume(key);
  } catch (reason) {
    throw reason instanceof RateLimiterRes ? new TooManyTries(reason) : reason;
  }
}
