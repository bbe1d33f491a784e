import type { ReportResult } from "@/lib/report/schema";
import { reportKeyOf, type ReportKey } from "@/lib/report/report-key";
import { withoutNothing } from "@/lib/campaign/measures";

import { backOff, isDue, maxAskedWait } from "./back-off";
import {
  asUnknown,
  isPending,
  type LiveMutation,
  type Mutation,
  type OutboxProblem,
} from "./mutation";
import { canPack } from "./packed";
import { liveAt, liveOf, unsentOf, withMutations, withoutMutation, type Queue } from "./queue";
import { nextRecordTry } from "./record-queue";
import { basedOn, replaceUnsent } from "./typing";

/**
 * Bytes of one request's reports before they are packed: a day of 20 villages with 12 cells each
 * fits, cumulative figures too, and on the line it stays under 20 KB, which a slow signal carries
 * within the patience of one try.
 */
const largestBatch = canPack ? 80_000 : 19_500;

/** A report that went within this long after it was typed did not wait for a connection. */
const atOnce = 15_000;

export type SendingMoment = { readonly at: number; readonly random: () => number };

/** What another sender left under way when it ended: nobody knows what became of it. */
export function recoverStale(queue: Queue): Queue {
  const stale = liveOf(queue).filter(({ state }) => state.kind === "sending");
  return withMutations(
    queue,
    stale.map((each) => ({ ...each, state: { kind: "waiting" }, isUnknown: true })),
  );
}

/**
 * Takes the next batch off the queue: of one campaign, one report of each unit and day, none whose
 * former is not settled, as many as fit. They count as sent from here, before the network has them.
 *
 * @param tried ids that this run has tried already.
 * @param isForced waits are skipped: a person asked for it, or the connection is back.
 */
export function takeBatch(
  queue: Queue,
  at: number,
  { tried, isForced }: { readonly tried: ReadonlySet<string>; readonly isForced: boolean },
): { readonly queue: Queue; readonly batch: readonly LiveMutation[] } {
  const cells = new Set<ReportKey>();
  const batch: LiveMutation[] = [];
  let bytes = 0;
  for (const mutation of liveOf(queue)) {
    const slug = batch[0]?.slug ?? mutation.slug;
    if (mutation.slug !== slug || tried.has(mutation.id)) continue;
    if (mutation.state.kind !== "waiting" || !isFree(queue, mutation)) continue;
    if (!isForced && !isDue(mutation.nextTryAt, at)) continue;
    if (cells.has(reportKeyOf(mutation))) continue;
    const going = asDeparting(mutation, at);
    const size = reportSize(going);
    if (batch.length > 0 && bytes + size > largestBatch) break;
    cells.add(reportKeyOf(mutation));
    bytes += size;
    batch.push(going);
  }
  if (batch.length === 0) return { queue, batch };
  return { queue: { ...withMutations(queue, batch), triedAt: at }, batch };
}

function asDeparting(mutation: LiveMutation, at: number): LiveMutation {
  const waited = at - Date.parse(mutation.typedAt);
  const isAtOnce = mutation.attempts === 0 && waited >= 0 && waited < atOnce;
  return {
    ...mutation,
    report: { ...mutation.report, via: isAtOnce ? "screen" : "offline" },
    state: { kind: "sending", wasUnsent: !mutation.isUnknown },
    isUnknown: true,
  };
}

/** Bytes of a report in the body of a request. */
function reportSize({ report }: LiveMutation): number {
  return new TextEncoder().encode(JSON.stringify(asSent(report))).byteLength + 1;
}

/** A report as it goes over the wire: what says nothing is left out. */
export function asSent(report: LiveMutation["report"]): LiveMutation["report"] {
  return {
    ...report,
    tallies: report.zero ? [] : report.tallies.map(withoutNothing),
  };
}

/** Whether the mutation has to wait for no other. */
function isFree(queue: Queue, { after }: LiveMutation): boolean {
  const former = after === null ? null : liveAt(queue, after);
  return former === null || !isPending(former);
}

/** The queue after the server said what became of one report. */
export function withResult(queue: Queue, result: ReportResult, at: string): Queue {
  const mutation = liveAt(queue, result.id);
  // Answered already, by another sender of the same queue.
  if (!mutation || !isPending(mutation)) return queue;
  const { outcome, version, standing, problems } = result;
  if ((outcome === "stored" || outcome === "replayed") && version !== null) {
    return withMutations(queue, [
      { ...mutation, state: { kind: "stored", version, at }, isUnknown: false, attempts: 0 },
      ...dependentsOf(queue, mutation).map((each) => basedOn({ ...each, after: null }, version)),
    ]);
  }
  const state: LiveMutation["state"] =
    outcome === "conflict" && standing
      ? { kind: "conflict", standing }
      : { kind: "rejected", problems: problems.map(plainProblem) };
  return requeueUnreceived(queue, { ...mutation, state });
}

/** The API says a sentence with each code; the queue keeps what its own words are made of. */
function plainProblem({
  code,
  intervention,
  targetGroup,
  before,
  value,
  later,
}: OutboxProblem): OutboxProblem {
  return {
    code,
    ...(intervention !== undefined && { intervention }),
    ...(targetGroup !== undefined && { targetGroup }),
    ...(before !== undefined && { before }),
    ...(value !== undefined && { value }),
    ...(later !== undefined && { later }),
  };
}

/** The queue after the server would not read a report, or its campaign, at all. */
export function withRejection(queue: Queue, id: string, code: OutboxProblem["code"]): Queue {
  const mutation = liveAt(queue, id);
  if (!mutation || !isPending(mutation)) return queue;
  return requeueUnreceived(queue, {
    ...mutation,
    state: { kind: "rejected", problems: [{ code }] },
  });
}

/** Rejected or in conflict: what was typed after it takes its place, if anything was. */
function requeueUnreceived(queue: Queue, mutation: LiveMutation): Queue {
  const settled: LiveMutation = { ...mutation, isUnknown: false, attempts: 0 };
  const [next] = dependentsOf(queue, mutation);
  if (!next) return withMutations(queue, [settled]);
  return withMutations(withoutMutation(queue, mutation.id), [
    { ...replaceUnsent(settled, next), after: null },
  ]);
}

function dependentsOf(queue: Queue, { id }: LiveMutation): LiveMutation[] {
  return liveOf(queue).filter(({ after }) => after === id);
}

/** The queue after a try whose answer, or the lack of one, leaves the fate of these reports unknown. */
export function withUnknown(queue: Queue, ids: readonly string[]): Queue {
  const pending = ids.flatMap((id) => liveAt(queue, id) ?? []).filter(isPending);
  return withMutations(queue, pending.map(asUnknown));
}

/** The queue after a try that brought no answer for these reports. */
export function withSilence(
  queue: Queue,
  ids: readonly string[],
  // A server that said no before it read anything leaves a report's fate as it was.
  { at, random, isUnread }: SendingMoment & { readonly isUnread: boolean },
): Queue {
  const changed = ids.flatMap((id): Mutation[] => {
    const mutation = liveAt(queue, id);
    if (mutation?.state.kind !== "sending") return [];
    const attempts = mutation.attempts + 1;
    return [
      {
        ...mutation,
        state: { kind: "waiting" },
        isUnknown: !(isUnread && mutation.state.wasUnsent),
        attempts,
        nextTryAt: at + backOff(attempts, random),
      },
    ];
  });
  return withMutations(queue, changed);
}

/**
 * The queue after a try that nobody answered, or that was told to wait: nothing goes for a while.
 *
 * @param asked milliseconds that the server asked for; null: it did not.
 */
export function pausedAfter(
  queue: Queue,
  at: number,
  random: () => number,
  asked: number | null,
): Queue {
  const failures = queue.failures + 1;
  const wait = Math.max(backOff(failures, random), Math.min(asked ?? 0, maxAskedWait));
  return { ...queue, failures, pausedUntil: at + wait };
}

/**
 * When the oldest report was typed that the server is not known to have, rejected ones and conflicts
 * among them; null: there is none.
 *
 * @param batch ids that are left out.
 */
export function oldestWaiting(queue: Queue, batch: ReadonlySet<string>): string | null {
  const hours = unsentOf(queue)
    .filter(({ id }) => !batch.has(id))
    .map(({ typedAt }) => Date.parse(typedAt))
    .filter((hour) => !Number.isNaN(hour));
  return hours.length === 0 ? null : new Date(Math.min(...hours)).toISOString();
}

/** When there is something to do next; null: nothing waits. Milliseconds since 1970. */
export function nextTry(queue: Queue): number | null {
  const waiting = liveOf(queue).filter(
    (each) => ["waiting", "sending", "stored"].includes(each.state.kind) && isFree(queue, each),
  );
  const times = [...waiting.map(({ nextTryAt }) => nextTryAt), nextRecordTry(queue)].filter(
    (time) => time !== null,
  );
  return times.length === 0 ? null : Math.max(queue.pausedUntil, Math.min(...times));
}
