import "server-only";

import { createHmac } from "node:crypto";

import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

import { pool } from "@/lib/server/db/pool";
import { env } from "@/lib/base/server/env";
import { AppError } from "@/lib/base/errors";
import { signInLimits as most } from "@/lib/base/limits";
import { now } from "@/lib/base/time/clock";
import { pause } from "@/lib/base/time/server/pause";

import { WaitingPlaces, type QueueTicket } from "@/lib/account/auth/waiting-places";

type Kind = "own" | "name" | "network";

const pointsOf: Record<Kind, { readonly points: number; readonly duration: number }> = {
  own: { points: most.quickTries, duration: most.quickSeconds },
  name: { points: most.nameTries, duration: most.nameSeconds },
  network: { points: most.networkTries, duration: most.networkSeconds },
};

/** One of each a process, however often this module is loaded: a limiter has a timer that clears what has expired. */
type Kept = {
  readonly limiters: Partial<Record<Kind, RateLimiterPostgres>>;
  readonly places: WaitingPlaces;
  /** Networks that have used up everything, and until when. Milliseconds since 1970. */
  readonly closed: Map<string, number>;
};

const kept = globalThis as { cakupanThrottle?: Kept };

function throttle(): Kept {
  return (kept.cakupanThrottle ??= {
    limiters: {},
    places: new WaitingPlaces(),
    closed: new Map(),
  });
}

function limiter(kind: Kind): RateLimiterPostgres {
  return (throttle().limiters[kind] ??= new RateLimiterPostgres({
    storeClient: pool(),
    storeType: "pool",
    tableName: "sign_in_attempt",
    tableCreated: true,
    keyPrefix: kind,
    ...pointsOf[kind],
  }));
}

/** Where a try comes from. */
type Origin = {
  readonly name: string;
  readonly network: string;
  /** A device that signed in as this name before; null: none, or not known. */
  readonly device: string | null;
};

/** A try that may be made. */
type Admission = {
  /** How long it waited, in milliseconds. */
  readonly waited: number;
  /** How long the next one of this name from here waits, in milliseconds; 0: it does not. */
  readonly nextWait: number;
  /** Gives the try back: the password was right, or nobody looked at it. */
  readonly giveBack: (isRight: boolean) => Promise<void>;
};

/**
 * Counts a try, and waits as long as it has to wait. Who has used up the quick tries is not rejected:
 * the try waits, and then the password is looked at. See README.md for the arithmetic.
 *
 * A device that is known has tries of its own: nobody else's count there, and they count for nobody
 * else.
 *
 * @throws {TooManyTries} when another try of this name waits here already, when too many wait, and
 * when this network has used up everything.
 */
export async function admit({ name, network, device }: Origin): Promise<Admission> {
  const { places } = throttle();
  const at = now().getTime();
  const closedFor = closedMilliseconds(network, at);
  if (device === null && closedFor > 0) throw new TooManyTries(closedFor);
  const own = hashed(device === null ? `${name}|${network}` : `${name}|${device}|device`);
  const before = places.lastTurn(own);
  const taken: QueueTicket[] = [];

  function take(key: string, count: number, seconds: number): void {
    const interval = seconds * 1000;
    const ticket = places.take(key, { at, places: count, interval });
    const last = places.lastTurn(key) ?? at;
    if (!ticket) throw new TooManyTries(last - at + interval);
    taken.push(ticket);
  }

  try {
    if (device === null) await countNetwork(network, at, take);
    if (before !== null) throw new TooManyTries(Math.max(1_000, before - at));
    const tries = await countOwn(own);
    const delay = delaySeconds(tries);
    if (delay > 0) take(own, 1, delay);
    if (device === null && (await spend("name", hashed(name))).count > most.nameTries) {
      take(hashed(name), most.namePlaces, most.nameIntervalSeconds);
    }
    const waited = Math.max(0, ...taken.map(({ turnAt }) => turnAt - at));
    if (waited > 0) await pause(waited);

    return {
      waited,
      nextWait: delaySeconds(tries + 1) * 1000,
      async giveBack(isRight) {
        await Promise.all([
          isRight ? limiter("own").delete(own) : limiter("own").reward(own, 1),
          ...(device === null ? [limiter("name").reward(hashed(name), 1)] : []),
          ...(device === null && isRight ? [limiter("network").reward(hashed(network), 1)] : []),
        ]);
      },
    };
  } finally {
    for (const { leave } of taken) leave();
  }
}

/** How long this network is rejected whatever it sends, in milliseconds; 0: it is not. */
export function closedMilliseconds(network: string, at: number): number {
  return Math.max(0, (throttle().closed.get(network) ?? 0) - at);
}

/**
 * Too many wrong passwords. Says how long to wait before another try; or, where this one was looked
 * at and was wrong too, how long the next one waits before it is.
 */
export class TooManyTries extends AppError {
  constructor(
    readonly waitMilliseconds: number,
    readonly isWrong = false,
  ) {
    super("tooManyTries", "sign-in throttled");
  }
}

/** 0 for the quick tries, then 2, 4, 8 … */
export function delaySeconds(tries: number): number {
  const over = tries - most.quickTries;
  return over <= 0 ? 0 : Math.min(most.maxDelaySeconds, 2 ** over);
}

async function countNetwork(
  network: string,
  at: number,
  take: (key: string, places: number, seconds: number) => void,
): Promise<void> {
  const { count, milliseconds } = await spend("network", hashed(network));
  if (count > most.networkMost) {
    close(network, at, milliseconds);
    throw new TooManyTries(milliseconds);
  }
  if (count > most.networkTries) {
    take(hashed(network), most.networkPlaces, most.networkIntervalSeconds);
  }
}

/** A rejection that is remembered costs no question to the database. */
function close(network: string, at: number, milliseconds: number): void {
  const { closed } = throttle();
  for (const [each, until] of closed) if (until <= at) closed.delete(each);
  closed.set(network, at + milliseconds);
}

/** Tries so far; beyond the quick ones the time without a try begins anew with each. */
async function countOwn(key: string): Promise<number> {
  const { count } = await spend("own", key);
  if (count > most.quickTries) await limiter("own").set(key, count, most.quickSeconds);
  return count;
}

async function spend(
  kind: Kind,
  key: string,
): Promise<{ readonly count: number; readonly milliseconds: number }> {
  // The library rejects with its state beyond the points; any other rejection is a defect.
  const state = await limiter(kind)
    .consume(key)
    .catch((reason: unknown) => {
      if (reason instanceof RateLimiterRes) return reason;
      throw reason;
    });
  return { count: state.consumedPoints, milliseconds: state.msBeforeNext };
}

/** People type passwords where the name belongs: what is kept of it says nothing. */
function hashed(key: string): string {
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(key).digest("base64url");
}
