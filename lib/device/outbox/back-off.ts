const first = 1_000;

/** The longest wait that the device chooses by itself. */
const maxWait = 5 * 60_000;

/** The longest wait that a server may ask for. */
export const maxAskedWait = 15 * 60_000;

/**
 * Milliseconds to the next try: exponential with full jitter, so that the devices of a kabupaten
 * that come back to signal together do not ask together.
 *
 * @param failures tries that failed so far, at least 1.
 * @param random in [0, 1).
 */
export function backOff(failures: number, random: () => number): number {
  const ceiling = Math.min(maxWait, first * 2 ** Math.min(failures, 20));
  return Math.round(random() * ceiling);
}

/**
 * Whether a time to try has come. One that is further away than any wait was set by a clock that
 * has been put back since.
 */
export function isDue(nextTryAt: number, at: number): boolean {
  return nextTryAt <= at || nextTryAt - at > maxAskedWait;
}
