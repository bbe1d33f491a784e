import type { Base } from "./base";
import { assertCount } from "./count";
import type { DayTotal, PaceRule } from "./pace";
import { dailyPace, latestCompleteDays, recentPace } from "./pace";
import { seededRandom } from "./seeded-random";

/** Where a campaign is heading: doses at its end, as an 80 % range. Never capped. */
export type Forecast = {
  readonly low: number;
  readonly high: number;
};

/** So many that the 10th and 90th percentile are single values: the 40th and the 360th. */
const resamples = 399;
const lowRank = 40;
const highRank = 360;

/** Fixed, so that page, print and API show the same range. The number itself means nothing. */
const seed = 62_03;

/** The 90 % point of the normal curve, and of Student's t by the number of days, for 2 to 6 degrees of freedom. */
const normalPoint = 1.2816;
const studentPoints = new Map([
  [3, 1.8856],
  [4, 1.6377],
  [5, 1.5332],
  [6, 1.4759],
  [7, 1.4398],
]);

/**
 * How much a few days must be widened to speak for the days to come: √(n ÷ (n − 1)) for the spread
 * that a sample hides, times the 90 % point of Student's t with n − 1 degrees of freedom over that of
 * the normal curve. From eight days on that point is the normal one with its first correction
 * (Abramowitz and Stegun 26.7.5), which is less than 1 % off.
 */
function wideningOf(days: number): number {
  const point =
    studentPoints.get(days) ??
    normalPoint + (normalPoint ** 3 + normalPoint) / (4 * Math.max(1, days - 1));
  return Math.sqrt(days / Math.max(1, days - 1)) * (point / normalPoint);
}

/**
 * Doses at the end of the campaign if the days after the base day are like the last complete ones:
 * as many as the rule says.
 *
 * It starts where need and required pace start, so that the three cannot contradict each other. The
 * days after the base day are all to come, today's part included, because a missing report is not a
 * report of 0: an empty today does not move the range. What has been counted so far is its floor.
 *
 * The method is a bootstrap in two steps, described with its test in README.md: each resample
 * draws a plausible mean from the days seen, then each day to come around it. The straight line of
 * the recent pace is always within the range, in whole doses a day.
 *
 * @param base From `baseOf`.
 * @param dosesAdministered All doses counted, those after the base day included.
 * @param days One row for each service day up to the base day, that day's even when it is empty.
 * @returns `null` with fewer complete days among those than the rule asks for; the doses counted when no day is left.
 * @throws {RangeError} when a count is negative or not whole.
 */
export function forecast({
  base,
  dosesAdministered,
  days,
  rule = dailyPace,
}: {
  readonly base: Pick<Base, "dosesAdministered" | "daysLeft">;
  readonly dosesAdministered: number;
  readonly days: readonly DayTotal[];
  readonly rule?: PaceRule;
}): Forecast | null {
  const { daysLeft } = base;
  assertCount(dosesAdministered, "dosesAdministered");
  assertCount(base.dosesAdministered, "dosesAdministered");
  assertCount(daysLeft, "daysLeft");
  if (daysLeft === 0) return { low: dosesAdministered, high: dosesAdministered };

  const complete = latestCompleteDays(days, rule);
  const pace = recentPace(days, rule);
  if (pace === null) return null;

  const gains = resampledGains(
    complete.slice(-rule.most).map(({ doses }) => doses),
    daysLeft,
  );
  const gain = (rank: number) => Math.round(gains[rank - 1] ?? 0);
  const doses = (gained: number) => Math.max(dosesAdministered, base.dosesAdministered + gained);

  return {
    low: doses(Math.min(gain(lowRank), Math.floor(pace) * daysLeft)),
    high: doses(Math.max(gain(highRank), Math.ceil(pace) * daysLeft)),
  };
}

/** Doses of all the days to come together, one figure for each resample, smallest first. */
function resampledGains(seen: readonly number[], daysToCome: number): Float64Array {
  const mean = seen.reduce((sum, doses) => sum + doses, 0) / seen.length;
  const factor = wideningOf(seen.length);
  const weights = drawnWeights(seen.length, daysToCome);
  const gains = new Float64Array(resamples).fill(daysToCome * mean);
  seen.forEach((doses, day) => {
    const deviation = (doses - mean) * factor;
    const first = day * resamples;
    for (let resample = 0; resample < resamples; resample += 1) {
      gains[resample] = (gains[resample] ?? 0) + (weights[first + resample] ?? 0) * deviation;
    }
  });
  return gains.sort();
}

/** Places of one campaign have the same days, so a few are all that a process ever asks for. */
const mostKeptWeights = 256;
const keptWeights = new Map<string, Float64Array>();

/**
 * How much each day seen weighs in each resample (day × resample): the draws for a plausible mean, which
 * counts once for each day to come, and those for the days to come themselves. The seed is fixed, so
 * they hang on the two numbers of days alone; drawing them anew for each row of a table took longer than
 * all else of its answer.
 */
function drawnWeights(days: number, daysToCome: number): Float64Array {
  const key = `${String(days)} ${String(daysToCome)}`;
  const kept = keptWeights.get(key);
  if (kept) return kept;

  const random = seededRandom(seed);
  const weights = new Float64Array(resamples * days);
  for (let resample = 0; resample < resamples; resample += 1) {
    const draw = (times: number, weight: number) => {
      for (let time = 0; time < times; time += 1) {
        const at = Math.floor(random() * days) * resamples + resample;
        weights[at] = (weights[at] ?? 0) + weight;
      }
    };
    draw(days, daysToCome / days);
    draw(daysToCome, 1);
  }
  const oldest = keptWeights.keys().next().value;
  if (keptWeights.size >= mostKeptWeights && oldest !== undefined) keptWeights.delete(oldest);
  keptWeights.set(key, weights);
  return weights;
}
