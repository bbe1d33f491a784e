/** A place in a line: when its turn comes, and how to leave it. */
export type QueueTicket = {
  /** Milliseconds since 1970. */
  readonly turnAt: number;
  readonly leave: () => void;
};

/**
 * Lines that tries wait in, one for each key: turns come at an interval, and a line has so many
 * places. Empty lines are forgotten.
 */
export class WaitingPlaces {
  readonly #lines = new Map<string, { taken: number; lastTurn: number }>();

  /**
   * The next place of a line; null: all are taken.
   *
   * @param interval milliseconds between the turn before, or now, and this one.
   */
  take(
    key: string,
    {
      at,
      places,
      interval,
    }: { readonly at: number; readonly places: number; readonly interval: number },
  ): QueueTicket | null {
    const line = this.#lines.get(key) ?? { taken: 0, lastTurn: at };
    if (line.taken >= places) return null;
    const turnAt = Math.max(at, line.lastTurn) + interval;
    this.#lines.set(key, { taken: line.taken + 1, lastTurn: turnAt });
    return { turnAt, leave: () => this.#leave(key) };
  }

  /** When the last turn of a line comes, milliseconds since 1970; null: nobody waits in it. */
  lastTurn(key: string): number | null {
    return this.#lines.get(key)?.lastTurn ?? null;
  }

  #leave(key: string): void {
    const line = this.#lines.get(key);
    if (!line) return;
    if (line.taken > 1) this.#lines.set(key, { ...line, taken: line.taken - 1 });
    else this.#lines.delete(key);
  }
}
