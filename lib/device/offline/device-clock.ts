import type { KeptKit } from "@/lib/device/offline/kit/store";

/** A clock that is off by less is right enough: an answer's way takes seconds on a slow line. */
const tolerance = 10 * 60_000;

/**
 * How far the device's clock is ahead of the server's, in milliseconds, as the kit tells: by both
 * clocks when it was fetched, or because the device now says an hour before that. 0: it is right, as
 * far as is known.
 */
export function clockAhead(kit: Pick<KeptKit, "at" | "fetchedAt">, now: Date): number {
  const written = Date.parse(kit.at);
  const whenFetched = kit.fetchedAt === undefined ? 0 : kit.fetchedAt - written;
  const ahead = Math.abs(whenFetched) > tolerance ? whenFetched : 0;
  const passed = now.getTime() - ahead - written;
  // Put back since: it cannot be earlier than when the kit was written.
  return passed < -tolerance ? ahead + passed : ahead;
}

/** The hour by the server's clock, as far as the kit tells. */
export function serverNow(kit: Pick<KeptKit, "at" | "fetchedAt">, now: Date): Date {
  return new Date(now.getTime() - clockAhead(kit, now));
}
