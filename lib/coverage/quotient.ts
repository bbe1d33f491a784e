/**
 * A fraction of two whole numbers, kept exact until its last step.
 *
 * `bigint`, because a product such as goal × target population × day passes 2^53, and because
 * `toFixed` misrounds exact halves: `(1.005).toFixed(2)` is "1.00".
 */
type Fraction = {
  /** 0 or more. */
  readonly numerator: bigint;
  /** 1 or more. */
  readonly denominator: bigint;
};

/** The whole number nearest to the fraction; an exact half goes up. */
export function roundHalfUp({ numerator, denominator }: Fraction): number {
  return Number((2n * numerator + denominator) / (2n * denominator));
}

/** The smallest whole number that is not below the fraction. */
export function roundUp({ numerator, denominator }: Fraction): number {
  return Number((numerator + denominator - 1n) / denominator);
}
