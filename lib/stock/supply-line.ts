import { byExpiry, type StockBatch } from "./stock";

/** Batches that serve the same people: of one vaccine, or of several that are given as the same dose. */
export type SupplyLine = {
  /** The first of its interventions: what it is called by in an address. */
  readonly key: string;
  /** In the campaign's order. */
  readonly interventions: readonly string[];
  /** The one that expires first comes first. */
  readonly batches: readonly StockBatch[];
};

/**
 * Takes batches together that share an intervention, directly or through others: who comes for dose 1
 * takes of either vaccine, so neither has a need of its own.
 *
 * @param order codes of the campaign's interventions.
 */
export function supplyLines(
  batches: readonly StockBatch[],
  order: readonly string[],
): readonly SupplyLine[] {
  let lines: { readonly interventions: Set<string>; readonly batches: StockBatch[] }[] = [];
  for (const batch of batches) {
    const shares = ({ interventions }: { readonly interventions: Set<string> }) =>
      batch.interventions.some((code) => interventions.has(code));
    const joined = lines.filter(shares);
    lines = [
      ...lines.filter((line) => !shares(line)),
      {
        interventions: new Set([
          ...joined.flatMap(({ interventions }) => [...interventions]),
          ...batch.interventions,
        ]),
        batches: [...joined.flatMap((line) => line.batches), batch],
      },
    ];
  }
  const placeOf = (code: string) => {
    const at = order.indexOf(code);
    return at < 0 ? order.length : at;
  };
  return lines
    .map((line) => {
      const interventions = [...line.interventions].sort(
        (a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1),
      );
      return {
        key: interventions[0] ?? "",
        interventions,
        batches: [...line.batches].sort(byExpiry),
      };
    })
    .sort((a, b) => placeOf(a.key) - placeOf(b.key));
}
