import "server-only";

import { createHash } from "node:crypto";

import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

import { pool } from "@/lib/server/db/pool";

import { TooManyTries } from "./throttle-commands";

/** Wrong guesses at the current password of one account within a quarter of an hour. */
const tries = 10;
const windowSeconds = 15 * 60;

const kept: { limiter?: RateLimiterPostgres } = {};

function limiter(): RateLimiterPostgres {
  kept.limiter ??= new RateLimiterPostgres({
    storeClient: pool(),
    storeType: "pool",
    tableName: "sign_in_attempt",
    tableCreated: true,
    keyPrefix: "account",
    points: tries,
    duration: windowSeconds,
  });
  return kept.limiter;
}

/**
 * Counts a guess at the current password of somebody who is signed in: a session that was left open
 * or stolen must not find it out. `forgetGuesses` gives the tries back when it fits.
 *
 * @throws {TooManyTries}
 */
export async function countGuess(userId: string): Promise<void> {
  try {
    await limiter().consume(keyOf(userId));
  } catch (reason) {
    throw reason instanceof RateLimiterRes ? new TooManyTries(reason.msBeforeNext) : reason;
  }
}

export async function forgetGuesses(userId: string): Promise<void> {
  await limiter().delete(keyOf(userId));
}

function keyOf(userId: string): string {
  return createHash("sha256").update(userId).digest("base64url");
}
