import { seededRandom } from "@/lib/coverage/seeded-random";

/** A stream of invented numbers, the same on every machine for the same seed. */
export type Random = {
  /** From `from` up to but not `to`. */
  readonly between: (from: number, to: number) => number;
  /** Whole, from `from` to `to`, both included. */
  readonly whole: (from: number, to: number) => number;
  /** True with this probability. */
  readonly chance: (probability: number) => boolean;
  /** Shaped like a version 4 UUID. */
  readonly uuid: () => string;
};

/** @param seed Any whole number: one a subject, so that a change to one leaves the others as they were. */
export function openRandom(seed: number): Random {
  const next = seededRandom(seed);
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));

  return {
    between: (from, to) => from + next() * (to - from),
    whole,
    chance: (probability) => next() < probability,
    uuid: () => {
      const digits = Array.from({ length: 32 }, () => whole(0, 15).toString(16)).join("");
      return digits.replace(
        /^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/,
        (_, a: string, b: string, c: string, d: string, e: string) => `${a}-${b}-4${c}-8${d}-${e}`,
      );
    },
  };
}

/**
 * Some of the items, none twice; the heavier the weight the likelier.
 * Fewer than `count` when fewer have a weight above 0.
 */
export function drawWeighted<Item>(
  random: Random,
  items: readonly Item[],
  weightOf: (item: Item) => number,
  count: number,
): readonly Item[] {
  return items
    .filter((item) => weightOf(item) > 0)
    .map((item) => ({ item, rank: random.between(0, 1) ** (1 / weightOf(item)) }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, count)
    .map(({ item }) => item);
}
