import "server-only";

import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

import { AppError } from "@/lib/base/errors";
import { limits } from "@/lib/base/limits";

const minute = 60;

/**
 * Counted in memory: one process serves, a restart forgets a minute at most, and a limit against
 * growth must not itself write. One set a process, because each route may load a module of its own.
 */
const kept = globalThis as {
  cakupanWrites?: { readonly writes: RateLimiterMemory; readonly reports: RateLimiterMemory };
};

function limiters() {
  kept.cakupanWrites ??= {
    writes: new RateLimiterMemory({ points: limits.writesPerMinute, duration: minute }),
    reports: new RateLimiterMemory({ points: limits.reportsPerMinute, duration: minute }),
  };
  return kept.cakupanWrites;
}

/** Too much written in a minute; says how long to wait. Nothing of it was read or stored. */
export class TooManyWrites extends AppError {
  readonly waitMilliseconds: number;

  constructor(state: RateLimiterRes) {
    super("tooManyWrites", "writes throttled");
    this.waitMilliseconds = state.msBeforeNext;
  }
}

/**
 * Counts a request that writes, of the API and of a page alike.
 *
 * @throws {TooManyWrites} above `limits.writesPerMinute` of one person.
 */
export async function countWrite(actor: { readonly id: string }): Promise<void> {
  await consume(limiters().writes, actor.id, 1);
}

/**
 * Counts the daily reports of a batch, beside the request that brought them.
 *
 * @throws {TooManyWrites} above `limits.reportsPerMinute` of one person.
 */
export async function countReports(actor: { readonly id: string }, reports: number): Promise<void> {
  if (reports > 0) await consume(limiters().reports, actor.id, reports);
}

/** The library rejects by rejecting with its state; any other rejection is a defect. */
async function consume(limiter: RateLimiterMemory, key: string, points: number): Promise<void> {
  try {
    await limiter.consume(key, points);
  } catch (reason) {
    throw reason instanceof RateLimiterRes ? new TooManyWrites(reason) : reason;
  }
}
