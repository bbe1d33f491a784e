import { reportKeyOf } from "@/lib/report/report-key";

import type { SentRecord } from "./record-mutation";
import { isLive, mutationFormat, type LiveMutation, type Mutation } from "./mutation";

/** Why nothing is sent at all: the session ended, or another person's is open on this device. */
export type QueueCondition = "signedOut" | "otherPerson";

/** One person's queue on one device, as one value: each change makes a new one. */
export type Queue = {
  readonly mutations: ReadonlyMap<string, Mutation>;
  /** What is sent that is no report: answers, assessments. */
  readonly records: ReadonlyMap<string, SentRecord>;
  /** Order of the next mutation or record. */
  readonly next: number;
  readonly condition: QueueCondition | null;
  /** Failed tries in a row, and until when nothing is sent because of them. */
  readonly failures: number;
  readonly pausedUntil: number;
  /** When something was last sent, milliseconds since 1970; null: nothing was yet. */
  readonly triedAt: number | null;
  /** Who sends, where the browser has no locks. */
  readonly lease: { readonly holder: string; readonly until: number } | null;
};

export const emptyQueue: Queue = {
  mutations: new Map(),
  records: new Map(),
  next: 1,
  condition: null,
  failures: 0,
  pausedUntil: 0,
  triedAt: null,
  lease: null,
};

/**
 * Confirmed lines that are kept, and for how long. The newest of each report stays longer: it says
 * which version this device wrote, to a page that was drawn before.
 */
const keptLines = 60;
const keptNewest = 1_000;
const keptFor = 3 * 24 * 3_600_000;

/** The queue with these mutations put in place of those of the same id. */
export function withMutations(queue: Queue, changed: readonly Mutation[]): Queue {
  if (changed.length === 0) return queue;
  const mutations = new Map(queue.mutations);
  for (const mutation of changed) mutations.set(mutation.id, mutation);
  return { ...queue, mutations };
}

export function withoutMutation(queue: Queue, id: string): Queue {
  const mutations = new Map(queue.mutations);
  mutations.delete(id);
  return { ...queue, mutations };
}

/** In order of typing. */
export function inOrder(queue: Queue): Mutation[] {
  return [...queue.mutations.values()].sort((a, b) => a.order - b.order);
}

export function liveOf(queue: Queue): LiveMutation[] {
  return inOrder(queue).filter(isLive);
}

/** The live mutation of that id; null: there is none, or the server has it. */
export function liveAt(queue: Queue, id: string): LiveMutation | null {
  const found = queue.mutations.get(id);
  return found && isLive(found) ? found : null;
}

/** Reports that the server is not known to have, those it only has to be asked about left out. */
export function unsentOf(queue: Queue): LiveMutation[] {
  return liveOf(queue).filter(({ state }) => state.kind !== "stored");
}

/** The line that stays of a mutation that the server has. */
export function asConfirmed(
  { id, order, slug, unit, unitName, day, typedAt, report }: LiveMutation,
  state: { readonly version: number; readonly at: string; readonly isOutdated: boolean },
): Mutation {
  return {
    format: mutationFormat,
    id,
    order,
    slug,
    unit,
    unitName,
    day,
    typedAt,
    report: null,
    isZero: report.zero ?? false,
    state: { kind: "confirmed", ...state },
  };
}

/** Without the confirmed lines that are old or too many. */
export function pruned(queue: Queue, at: number): Queue {
  const lines = inOrder(queue).filter((each) => !isLive(each));
  const newest = new Map(lines.map((each) => [reportKeyOf(each), each.id]));
  const old = lines.filter((each, index) => {
    const { state } = each;
    const isTooOld = state.kind === "confirmed" && at - Date.parse(state.at) > keptFor;
    const most = newest.get(reportKeyOf(each)) === each.id ? keptNewest : keptLines;
    return isTooOld || index < lines.length - most;
  });
  if (old.length === 0) return queue;
  const mutations = new Map(queue.mutations);
  for (const { id } of old) mutations.delete(id);
  return { ...queue, mutations };
}
