import { assertCount } from "./count";
import type { Ratio } from "./coverage";

/**
 * Drop-out between two doses of a series: (first − last) ÷ first, by the first dose and not by the
 * last or by a difference of coverages, two other conventions in print.
 *
 * Below 0 when more last doses were counted than first ones, which is a finding (wrong counts, or
 * people who moved), so it is not clamped.
 *
 * @returns `null` when there is no first dose to drop out after.
 * @throws {RangeError} when a count is negative or not whole.
 * @see https://asiksupport-stg.dto.kemkes.go.id/asiksupport-stg/imunisasi/perhitungan-persentase-imunisasi
 */
export function dropoutRate({
  first,
  last,
}: {
  readonly first: number;
  readonly last: number;
}): Ratio | null {
  assertCount(first, "first");
  assertCount(last, "last");

  return first === 0 ? null : (first - last) / first;
}
