/**
 * What a campaign may ask of a daily report besides its tallies: why people were not reached, whom
 * sweeping found and served, vials opened.
 */
export const askedParts = ["reasons", "sweeping", "vials"] as const;

export type AskedPart = (typeof askedParts)[number];

/** Parts in their order, each once. */
export function partsInOrder(parts: readonly string[]): AskedPart[] {
  return askedParts.filter((part) => parts.includes(part));
}
