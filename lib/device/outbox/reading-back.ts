import { contentOf, isSameContent } from "@/lib/report/report-content";
import type { ReportReceipt } from "@/lib/report/schema";

import { backOff, isDue } from "./back-off";
import { type LiveMutation, type Mutation } from "./mutation";
import { asConfirmed, liveAt, liveOf, withMutations, type Queue } from "./queue";
import { asSent, type SendingMoment } from "./sending";

/** Receipts of one request; fewer, the more often nobody answered. */
const maxAsked = 100;

/** Reports to read back, of one campaign, those asked about least first. */
export function toReadBack(
  queue: Queue,
  at: number,
  { tried, isForced }: { readonly tried: ReadonlySet<string>; readonly isForced: boolean },
): readonly LiveMutation[] {
  const due = liveOf(queue).filter(
    ({ id, state, nextTryAt }) =>
      state.kind === "stored" && !tried.has(id) && (isForced || isDue(nextTryAt, at)),
  );
  const [first, ...others] = due.sort((a, b) => a.attempts - b.attempts);
  if (!first) return [];
  const most = Math.max(1, Math.floor(maxAsked / 2 ** first.attempts));
  return [first, ...others.filter(({ slug }) => slug === first.slug)].slice(0, most);
}

/**
 * The queue after what the server has was read back. A report is forgotten only when its stored
 * values are those typed here, or a newer version stands. One that the server does not know after
 * all is sent again.
 */
export function withReceipts(
  queue: Queue,
  asked: readonly LiveMutation[],
  receipts: readonly ReportReceipt[],
  when: SendingMoment,
): Queue {
  const found = new Map(receipts.map((receipt) => [receipt.id, receipt]));
  return asked.reduce((current, { id }) => {
    const mutation = liveAt(current, id);
    if (mutation?.state.kind !== "stored") return current;
    const receipt = found.get(id);
    const kept = receipt
      ? readBack(mutation, receipt, mutation.state.at)
      : sendAgain(mutation, when);
    return withMutations(current, [kept]);
  }, queue);
}

function readBack(
  mutation: LiveMutation,
  { unit, day, version, standing }: ReportReceipt,
  at: string,
): Mutation {
  const isHere = unit === mutation.unit && day === mutation.day;
  if (isHere && mutation.report.choice?.kept === "theirs") {
    return asConfirmed(mutation, { version, at, isOutdated: true });
  }
  // Only a zero report can be withdrawn: an older version stands then, or none.
  const isGone = mutation.report.zero === true && (standing?.version ?? 0) < version;
  if (isHere && (isGone || (standing && standing.version > version))) {
    return asConfirmed(mutation, { version, at, isOutdated: true });
  }
  const isEqual =
    standing?.version === version &&
    isSameContent(
      contentOf(mutation.report),
      contentOf(asSent(standingAsReport(mutation, standing))),
    );
  if (isHere && isEqual) {
    return asConfirmed(mutation, { version, at: standing.receivedAt, isOutdated: false });
  }
  return { ...mutation, state: { kind: "rejected", problems: [{ code: "mismatch" }] } };
}

function standingAsReport(
  { id, unit, day }: LiveMutation,
  { zero, tallies, parts }: NonNullable<ReportReceipt["standing"]>,
): LiveMutation["report"] {
  return { id, unit, day, zero, tallies, parts };
}

function sendAgain(mutation: LiveMutation, { at, random }: SendingMoment): LiveMutation {
  const attempts = mutation.attempts + 1;
  return {
    ...mutation,
    state: { kind: "waiting" },
    isUnknown: true,
    attempts,
    nextTryAt: at + backOff(attempts, random),
  };
}

/** The queue after what was to be read back could not be. */
export function withoutReceipts(
  queue: Queue,
  asked: readonly LiveMutation[],
  { at, random }: SendingMoment,
): Queue {
  const changed = asked.flatMap(({ id }): Mutation[] => {
    const mutation = liveAt(queue, id);
    if (mutation?.state.kind !== "stored") return [];
    const attempts = mutation.attempts + 1;
    return [{ ...mutation, attempts, nextTryAt: at + backOff(attempts, random) }];
  });
  return withMutations(queue, changed);
}
