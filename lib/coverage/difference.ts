import { roundHalfUp } from "./quotient";

/** How far the coverage by one count of people lies from that by another. */
type CoverageDifference = {
  /** Percentage points in tenths: −9 is 0.9 points less by the other. */
  readonly tenths: number;
  /** More than one point, whatever rounding shows. */
  readonly isLarge: boolean;
};

/** Points beyond which two sources do not say the same. */
const largePoints = 1n;

/**
 * What the coverage of the same doses would be by another target population, less what it is.
 *
 * @returns `null` where one of the two is 0 or not known.
 */
export function coverageDifference({
  dosesAdministered,
  targetPopulation,
  otherTarget,
}: {
  readonly dosesAdministered: number;
  readonly targetPopulation: number | null;
  readonly otherTarget: number | null;
}): CoverageDifference | null {
  if (!targetPopulation || !otherTarget) return null;
  const [own, other] = [BigInt(targetPopulation), BigInt(otherTarget)];
  const apart = BigInt(dosesAdministered) * (own - other);
  const size = apart < 0n ? -apart : apart;
  const tenths = roundHalfUp({ numerator: size * 1_000n, denominator: own * other });
  return {
    tenths: apart < 0n && tenths > 0 ? -tenths : tenths,
    isLarge: size * 100n > largePoints * own * other,
  };
}
