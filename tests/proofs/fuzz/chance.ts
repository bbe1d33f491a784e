import { seededRandom } from "@/lib/coverage/seeded-random";

/** Choices that are the same for the same seed. */
export type Chance = {
  /** A whole number from 0 up to but not `end`. */
  readonly below: (end: number) => number;
  /** @throws {RangeError} for an empty list. */
  readonly of: <Item>(list: readonly Item[]) => Item;
  readonly happens: (probability: number) => boolean;
};

export function makeChance(seed: number): Chance {
  const random = seededRandom(seed);
  const below = (end: number) => Math.floor(random() * end);
  return {
    below,
    of<Item>(list: readonly Item[]): Item {
      if (list.length === 0) throw new RangeError("nothing to choose from");
      return list.slice(below(list.length))[0] as Item;
    },
    happens: (probability) => random() < probability,
  };
}
