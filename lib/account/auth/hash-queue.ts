/**
 * Whose hash it is. `device`: a sign-in from a device that this person signed in on before. `work`:
 * a password that is made or changed by who is signed in. `stranger`: any other sign-in.
 */
export type HashRank = "device" | "work" | "stranger";

const order: readonly HashRank[] = ["device", "work", "stranger"];

/**
 * A queue for work that costs a core: so many at once, the higher rank first. Strangers alone have a
 * bound on those who wait; the others are as many as there are people.
 */
export class HashQueue {
  readonly #waiting: Record<HashRank, (() => void)[]> = { device: [], work: [], stranger: [] };
  #running = 0;

  constructor(
    private readonly limits: { readonly atOnce: number; readonly strangersWaiting: number },
    /** What a stranger is told for whom there is no place. */
    private readonly full: () => Error,
  ) {}

  /** @throws what `full` makes, when there is no place for a stranger. */
  async run<Result>(rank: HashRank, work: () => Promise<Result>): Promise<Result> {
    if (this.#running < this.limits.atOnce) this.#running += 1;
    else await this.#turn(rank);
    try {
      return await work();
    } finally {
      this.#next();
    }
  }

  #turn(rank: HashRank): Promise<void> {
    const line = this.#waiting[rank];
    if (rank === "stranger" && line.length >= this.limits.strangersWaiting) throw this.full();
    return new Promise((resolve) => line.push(resolve));
  }

  /** Hands the place on, or gives it up. */
  #next(): void {
    const next = order
      .map((rank) => this.#waiting[rank])
      .find(({ length }) => length > 0)
      ?.shift();
    if (next) next();
    else this.#running -= 1;
  }
}
