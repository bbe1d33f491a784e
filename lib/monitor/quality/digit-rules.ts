import type { Finding, NamedPlace } from "./finding";

/** Last digits of what one person reported through a campaign. */
export type ReporterDigits = {
  readonly reporter: NamedPlace;
  readonly subdistrict: NamedPlace | null;
  /** Counts of `minDigitCount` or more. */
  readonly counts: number;
  /** Of them: those that end in 0 or 5. */
  readonly fives: number;
};

/**
 * From 8 on each number ending in 0 or 5 stands in the middle of five: 8 to 12 around 10, 13 to 17
 * around 15. Smaller counts end in every digit for good reasons.
 */
export const minDigitCount = 8;

/** Fewer counts say nothing about a habit. */
const minCounts = 100;

/** One in five numbers ends in 0 or 5. */
const fair = 0.2;

/** Share from which heaping is called rough: 25 %, an index of 125. */
const roughShare = 0.25;

/** One-sided, one in a thousand by chance. */
const criticalValue = 3.09;

/**
 * `digitPreference`: too many counts that end in 0 or 5, which is what guessed and rounded numbers
 * do.
 *
 * Whipple's index (share of numbers ending in 0 or 5 × 500; United Nations, Demographic Yearbook:
 * 125 and more is rough), taken over numbers from 8 on, so that every multiple of five has two
 * neighbours on each side and a slope in the sizes cancels out, as the ages 23 to 62 do for
 * Whipple. It is told when the share is 25 % or more of 100 counts or more, and a one-sided
 * binomial test (normal approximation with continuity correction, p < 0.001) says that chance does
 * not make it.
 */
export function digitPreference(reporters: readonly ReporterDigits[]): Finding[] {
  return reporters
    .filter(({ counts, fives }) => hasDigitPreference(counts, fives))
    .map(({ reporter, subdistrict, counts, fives }) => ({
      rule: "digitPreference",
      subject: reporter.code,
      place: reporter,
      subdistrict,
      day: null,
      resolver: "healthOffice",
      rows: [{ kind: "digits", values: { counts, fives } }],
      remedy: { kind: "coverage", place: subdistrict?.code ?? "" },
    }));
}

function hasDigitPreference(counts: number, fives: number): boolean {
  if (counts < minCounts || fives < roughShare * counts) return false;
  const deviation = Math.sqrt(counts * fair * (1 - fair));
  return (fives - counts * fair - 0.5) / deviation > criticalValue;
}
