import "server-only";

import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

import { db, pool } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { now } from "@/lib/time/clock";

import { passwordFits } from "./password";
import { findCredentials } from "./queries";

/** Wrong passwords allowed for one name from one address within the window. */
const triesPerName = 10;
/** And for all names from one address: an office shares one address, a guesser tries many names. */
const triesPerAddress = 60;
const windowSeconds = 15 * 60;

function limiter(keyPrefix: string, points: number) {
  return new RateLimiterPostgres({
    storeClient: pool(),
    storeType: "pool",
    tableName: "sign_in_attempt",
    tableCreated: true,
    keyPrefix,
    points,
    duration: windowSeconds,
  });
}

/** What a session remembers of a person. */
export type SessionClaims = { readonly userId: string; readonly sessionVersion: number };

/**
 * Checks a name and password. An unknown name, a disabled person and a wrong password get the
 * same answer after the same work.
 *
 * @returns null when they do not fit.
 * @throws {TooManyTries} when this name or address has failed too often.
 */
export async function signIn(
  { username, password }: { readonly username: string; readonly password: string },
  address: string,
): Promise<SessionClaims | null> {
  const name = username.trim().toLowerCase();
  const throttles = [
    { limiter: limiter("name", triesPerName), key: `${name}|${address}` },
    { limiter: limiter("address", triesPerAddress), key: address },
  ];
  for (const throttle of throttles) {
    const state = await throttle.limiter.get(throttle.key);
    if (state && state.consumedPoints >= throttle.limiter.points) throw new TooManyTries(state);
  }

  const found = await findCredentials(name);
  if (!(await passwordFits(password, found?.passwordHash ?? null)) || !found) {
    await Promise.all(throttles.map(({ limiter, key }) => limiter.consume(key).catch(asRefusal)));
    return null;
  }
  await throttles[0]?.limiter.delete(throttles[0].key);
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
function asRefusal(reason: unknown): void {
  if (!(reason instanceof RateLimiterRes)) throw reason;
}
