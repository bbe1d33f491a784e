import { assertCount } from "./count";
import type { Ratio } from "./coverage";

/** The drop-out that a programme puts up with: 5 %, as the ministry's reports judge doses of a series. */
export const dropoutLimit: Ratio = 0.05;

type Doses = {
  readonly first: number;
  readonly last: number;
};

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
export function dropoutRate({ first, last }: Doses): Ratio | null {
  assertCount(first, "first");
  assertCount(last, "last");

  return first === 0 ? null : (first - last) / first;
}

/**
 * The same in tenths of a percent as it is written, half away from 0, exactly from the counts:
 * 186,060 and 172,500 are 73, that is 7.3 %.
 *
 * @throws {RangeError} as {@link dropoutRate}.
 */
export function dropoutTenths(doses: Doses): number | null {
  if (dropoutRate(doses) === null) return null;
  const { first, last } = doses;
  const tenths = Math.floor((Math.abs(first - last) * 2_000 + first) / (2 * first));
  return last > first ? 0 - tenths : tenths;
}
