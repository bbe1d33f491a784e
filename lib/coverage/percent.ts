import { assertCount } from "./count";
import type { CoverageCounts } from "./coverage";
import { roundHalfUp } from "./quotient";

/** A part of a whole, both counted: reports of reports expected, villages of villages. */
type Share = {
  readonly numerator: number;
  /** `null` when it is not known. */
  readonly denominator: number | null;
};

/**
 * Coverage in tenths of a percent, for a screen: 1,397 of 2,197 is 636, written "63,6%".
 *
 * Rounded half up from the counts. Some offices cut the digits instead (22,730 of 27,730 is
 * 81.97 % and was printed as 81.9), so a printed figure can be a tenth lower.
 *
 * The whole is printed only when nobody is missing: 19,999 of 20,000 is 999, not 1,000.
 *
 * Never decide with it: 18,990 of 20,000 shows as 95.0 and has not reached 95 %. Status compares
 * the counts. A small share shows as 0 although it is not none, so show the counts beside it.
 *
 * @returns `null` when the target population is 0 or not known. Above 1,000 when coverage is.
 * @throws {RangeError} when a count is negative or not whole.
 */
export function percentTenths(counts: CoverageCounts): number | null {
  return ratioTenths(shareOf(counts));
}

/** As `percentTenths`, in hundredths of a percent, for exports: 6701 is 67.01 %. */
export function percentHundredths(counts: CoverageCounts): number | null {
  return ratioHundredths(shareOf(counts));
}

/**
 * Any share in tenths of a percent, rounded half up, 1,000 only for all of it or more; `null` when
 * the whole is 0 or not known.
 */
export function ratioTenths(share: Share): number | null {
  return roundedShare(share, 1_000);
}

/** As `ratioTenths`, in hundredths of a percent. */
export function ratioHundredths(share: Share): number | null {
  return roundedShare(share, 10_000);
}

function shareOf({ dosesAdministered, targetPopulation }: CoverageCounts): Share {
  return { numerator: dosesAdministered, denominator: targetPopulation };
}

function roundedShare({ numerator, denominator }: Share, unitsInAWhole: number): number | null {
  assertCount(numerator, "numerator");
  if (denominator === null) return null;
  assertCount(denominator, "denominator");
  if (denominator === 0) return null;

  const rounded = roundHalfUp({
    numerator: BigInt(numerator) * BigInt(unitsInAWhole),
    denominator: BigInt(denominator),
  });

  return numerator < denominator ? Math.min(rounded, unitsInAWhole - 1) : rounded;
}
