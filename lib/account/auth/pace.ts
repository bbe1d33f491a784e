/**
 * Lets a few of each key start at once and the others one after the other, at an interval. Only as
 * many as may wait are kept waiting.
 */
export class TryPace {
  /** When the next start of a key would come if none came at once. Milliseconds since 1970. */
  readonly #nextOf = new Map<string, number>();

  constructor(
    private readonly terms: {
      readonly atOnce: number;
      /** Milliseconds. */
      readonly interval: number;
      readonly waiting: number;
    },
  ) {}

  /** How long one more has to wait, in milliseconds; null: too many wait. */
  start(key: string, at: number): number | null {
    const { atOnce, interval, waiting } = this.terms;
    const next = Math.max(at, this.#nextOf.get(key) ?? 0) + interval;
    const wait = Math.max(0, next - at - atOnce * interval);
    if (wait > waiting * interval) return null;
    if (this.#nextOf.size >= 10_000) this.#forget(at);
    this.#nextOf.set(key, next);
    return wait;
  }

  #forget(at: number): void {
    for (const [key, next] of this.#nextOf) if (next <= at) this.#nextOf.delete(key);
  }
}
