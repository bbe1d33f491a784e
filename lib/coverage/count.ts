/**
 * Rejects what cannot be a count of people, doses, reports or days.
 *
 * @param name What the number is, for the message of the error.
 * @throws {RangeError} unless `value` is a whole number from 0 to 2^53 − 1.
 */
export function assertCount(value: number, name: string): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${name} must be a whole number of 0 or more, not ${String(value)}`);
  }
}

/**
 * Rejects what cannot be the doses of one day, or of a few. They may be below 0: a cumulative figure
 * that was corrected downwards takes back what earlier days counted too much.
 *
 * @throws {RangeError} unless `value` is a safe whole number.
 */
export function assertDayDoses(value: number, name: string): void {
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`${name} must be a whole number, not ${String(value)}`);
  }
}
