import { assertCount } from "@/lib/coverage/count";
import { roundHalfUp } from "@/lib/coverage/quotient";

import { batchCode } from "./adverse-event";

/**
 * Adverse events for each 10,000 given, in tenths and rounded half up: 14 of 55,470 is 25, written "2,5".
 * The two counts stand beside it wherever it is shown.
 *
 * @returns `null` where nothing was given: events without anything given have no rate.
 * @throws {RangeError} when a count is negative or not whole.
 */
export function ratePer10000({
  events,
  given,
}: {
  readonly events: number;
  readonly given: number;
}): number | null {
  assertCount(events, "events");
  assertCount(given, "given");
  if (given === 0) return null;
  return roundHalfUp({ numerator: BigInt(events) * 100_000n, denominator: BigInt(given) });
}

/** Events of one batch from which it is pointed out: one is chance, two are to be looked at. */
export const severalEvents = 2;

/** How many events a batch has. */
export type BatchCount = {
  /** "": it was not written down, which is no batch to point out. */
  readonly batch: string;
  readonly events: number;
  readonly serious: number;
};

/** A batch with the doses of it that went out; null: nobody wrote them down. */
export type IssuedBatch = BatchCount & { readonly issued: number | null };

/** Batches beside what went out of each, however its number is written there. */
export function withIssued(
  batches: readonly BatchCount[],
  issued: readonly { readonly code: string; readonly doses: number }[],
): IssuedBatch[] {
  const doses = new Map<string, number>();
  for (const each of issued) {
    const code = batchCode(each.code);
    doses.set(code, (doses.get(code) ?? 0) + each.doses);
  }
  return batches.map((each) => ({
    ...each,
    issued: each.batch === "" ? null : (doses.get(each.batch) ?? null),
  }));
}

export function isPointedOut({ batch, events }: BatchCount): boolean {
  return batch !== "" && events >= severalEvents;
}
