/**
 * Splits a whole number in proportion to weights, by largest remainder: whole parts ≥ 0 that add
 * up to it exactly. Weights of nothing but 0 count as equal; no weights: no parts.
 */
export function shareOut(total: number, weights: readonly number[]): readonly number[] {
  const sum = sumOf(weights);
  const exact = weights.map((weight) => (total * (sum > 0 ? weight : 1)) / (sum || weights.length));
  const parts = exact.map(Math.floor);
  const left = total - sumOf(parts);

  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const raised = new Set(byRemainder.slice(0, left).map(({ index }) => index));

  return parts.map((part, index) => (raised.has(index) ? part + 1 : part));
}

/**
 * Spreads a whole number over days in proportion to weights, evenly: each running sum is within
 * one of its due, so that small counts do not all fall on the heaviest day.
 *
 * @param phase 0 up to but not 1: where between two days the first unit falls.
 */
export function spreadOver(
  total: number,
  weights: readonly number[],
  phase: number,
): readonly number[] {
  const used = sumOf(weights) > 0 ? weights : weights.map(() => 1);
  const sum = sumOf(used);
  const last = used.findLastIndex((weight) => weight > 0);
  let due = 0;
  let given = 0;

  return used.map((weight, index) => {
    due += weight;
    const until = index >= last ? total : Math.floor((total * due) / sum + phase);
    const part = Math.max(0, Math.min(until, total) - given);
    given += part;
    return part;
  });
}

/** A share of each weight, between its bounds, such that shares × weights add up to the total. */
export function fitShares(
  total: number,
  parts: readonly {
    readonly weight: number;
    readonly share: number;
    readonly min: number;
    readonly max: number;
  }[],
): readonly number[] {
  const sharesAt = (scale: number) =>
    parts.map(({ share, min, max }) => Math.min(max, Math.max(min, scale * share)));
  const totalAt = (scale: number) =>
    sumOf(sharesAt(scale).map((share, index) => share * (parts[index]?.weight ?? 0)));

  let [low, high] = [0, 64];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    [low, high] = totalAt(middle) < total ? [middle, high] : [low, middle];
  }
  return sharesAt(high);
}

export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
