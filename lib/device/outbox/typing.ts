import { contentOf, isSameContent } from "@/lib/report/report-content";
import type { DailyReportSubmission, ReportReason } from "@/lib/report/schema";
import { reportKeyOf, type ReportName } from "@/lib/report/report-key";

import { isPending, mutationFormat, type LiveMutation, type OutboxProblem } from "./mutation";
import { liveAt, liveOf, withMutations, withoutMutation, type Queue } from "./queue";

/** A report as it was typed, before it has a place in the queue. */
export type TypedEntry = {
  readonly slug: string;
  readonly unitName: string;
  readonly report: DailyReportSubmission;
  /** What the same rules as the server's found on this device; it then waits to be put right. */
  readonly problems?: readonly OutboxProblem[];
};

const keptEarlier = 20;

/**
 * The queue with a report typed into it.
 *
 * The one typed before for the same unit and day decides how: one that cannot have reached the
 * server is replaced (and remembered); one whose fate is unknown stays as it is, and the new one
 * waits for it; one that the server has is what the new one is a correction of.
 */
export function withTyped(queue: Queue, { slug, unitName, report, problems }: TypedEntry): Queue {
  const { id, unit, day, submittedAt = "" } = report;
  if (queue.mutations.has(id)) return queue;
  const typed: LiveMutation = {
    format: mutationFormat,
    id,
    order: queue.next,
    slug,
    unit,
    unitName,
    day,
    typedAt: submittedAt,
    report,
    state: problems?.length ? { kind: "rejected", problems } : { kind: "waiting" },
    isUnknown: false,
    after: null,
    attempts: 0,
    nextTryAt: 0,
    earlier: [],
  };
  const fresh = basedOn(typed, arrivedVersion(queue, typed));
  const next = { ...queue, next: queue.next + 1 };
  const before = liveOf(queue)
    .filter((each) => reportKeyOf(each) === reportKeyOf(fresh))
    .at(-1);
  if (!before) return withMutations(next, [fresh]);

  if (before.state.kind === "stored") {
    return withMutations(next, [basedOn(fresh, before.state.version)]);
  }
  if (before.isUnknown && isPending(before))
    return withMutations(next, [{ ...fresh, after: before.id }]);
  return withMutations(withoutMutation(next, before.id), [replaceUnsent(before, fresh)]);
}

/**
 * The queue with a report that a page handed over and did not live to see kept. Nothing changes when
 * the queue has it, or what was typed for the same unit and day since.
 */
export function withRecovered(queue: Queue, typed: TypedEntry): Queue {
  const { id, unit, day, submittedAt = "" } = typed.report;
  const isOvertaken = [...queue.mutations.values()].some(
    (each) =>
      reportKeyOf(each) === reportKeyOf({ slug: typed.slug, unit, day }) &&
      (each.id === id || each.typedAt >= submittedAt),
  );
  return isOvertaken ? queue : withTyped(queue, typed);
}

/**
 * The newest version of a report that this person made on this device and that the server has; 0:
 * none. A page that was drawn before it arrived types over it all the same: nobody conflicts with
 * themselves.
 */
function arrivedVersion(queue: Queue, typed: LiveMutation): number {
  const versions = [...queue.mutations.values()].flatMap((each) =>
    each.state.kind === "confirmed" && reportKeyOf(each) === reportKeyOf(typed)
      ? [each.state.version]
      : [],
  );
  return Math.max(0, ...versions);
}

/** A mutation that replaces one that never reached the server, and remembers it. */
export function replaceUnsent(before: LiveMutation, mutation: LiveMutation): LiveMutation {
  const { id, typedAt, report } = before;
  const kept: LiveMutation = {
    ...basedOn(mutation, report.baseVersion ?? 0),
    after: before.after,
    earlier: [...before.earlier, { id, typedAt, report }, ...mutation.earlier].slice(-keptEarlier),
  };
  if (before.state.kind !== "conflict" || kept.state.kind !== "waiting") return kept;
  const { standing } = before.state;
  // Typed over the version in conflict, knowing it, or saying what it says: no conflict any more.
  const isSettled =
    kept.report.choice !== undefined ||
    (kept.report.baseVersion ?? 0) >= standing.version ||
    isSameContent(contentOf(kept.report), standing);
  return isSettled ? kept : { ...kept, state: before.state };
}

/** The mutation as a change of that version, or of the newer one that it was typed over. */
export function basedOn(mutation: LiveMutation, version: number): LiveMutation {
  const baseVersion = Math.max(mutation.report.baseVersion ?? 0, version);
  return { ...mutation, report: { ...mutation.report, baseVersion } };
}

/**
 * Ends a conflict. With `mine` the report goes as a correction of the version shown; with `theirs`
 * only the choice counts, so that it is remembered. The server kept nothing of what it rejected, so
 * the id stays.
 */
export function withChoice(queue: Queue, id: string, kept: "mine" | "theirs"): Queue {
  const mutation = liveAt(queue, id);
  if (mutation?.state.kind !== "conflict") return queue;
  const over = mutation.state.standing.version;
  return requeue(queue, mutation, {
    ...mutation.report,
    baseVersion: over,
    choice: { kept, over },
    ...(kept === "mine" && { reason: { code: "conflictChoice" as const } }),
  });
}

/**
 * A rejected report once more, with the answer to what it was rejected for: the reason that was
 * missing, where one was. A count far above the target was told with it, and is right by this answer.
 */
export function withReason(queue: Queue, id: string, reason: ReportReason | null): Queue {
  const mutation = liveAt(queue, id);
  if (mutation?.state.kind !== "rejected") return queue;
  const isFar = mutation.state.problems.some(({ code }) => code === "farAboveTarget");
  return requeue(queue, mutation, {
    ...mutation.report,
    ...(reason && { reason }),
    ...(isFar && { isAboveTargetConfirmed: true }),
  });
}

/**
 * A rejected report once more as it is: the day may be open again, the campaign back. When what it
 * was typed over is gone, it is a first report; parts that are not asked any more stay behind.
 */
export function withRetry(queue: Queue, id: string, newId: string): Queue {
  const mutation = liveAt(queue, id);
  if (mutation?.state.kind !== "rejected") return queue;
  const codes = mutation.state.problems.map(({ code }) => code);
  const { baseVersion, parts, ...report } = mutation.report;
  return requeue(queue, mutation, {
    ...report,
    // The campaign asks for it no more: the rest goes.
    ...(parts && !codes.includes("partNotAsked") && { parts }),
    id: codes.includes("idReused") || codes.includes("mismatch") ? newId : id,
    baseVersion: codes.includes("newerVersion") ? 0 : (baseVersion ?? 0),
  });
}

/**
 * Takes a report off the queue, because the person says so: one that the server rejected, or one that
 * cannot have reached it.
 */
export function withDiscarded(queue: Queue, id: string): Queue {
  const mutation = liveAt(queue, id);
  if (!mutation || mutation.state.kind === "stored") return queue;
  return isPending(mutation) && mutation.isUnknown ? queue : withoutMutation(queue, id);
}

/** The queue without the lines of a report that arrived and was withdrawn. */
export function withForgotten(queue: Queue, report: ReportName): Queue {
  const lines = [...queue.mutations.values()].filter(
    (each) => each.state.kind === "confirmed" && reportKeyOf(each) === reportKeyOf(report),
  );
  return lines.reduce((left, { id }) => withoutMutation(left, id), queue);
}

function requeue(queue: Queue, mutation: LiveMutation, report: DailyReportSubmission): Queue {
  const waiting: LiveMutation = {
    ...mutation,
    id: report.id,
    report,
    state: { kind: "waiting" },
    isUnknown: false,
    attempts: 0,
    nextTryAt: 0,
  };
  return withMutations(withoutMutation(queue, mutation.id), [waiting]);
}
