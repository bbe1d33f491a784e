import { isLive, type Mutation } from "@/lib/outbox/mutation";
import type { QueueCondition } from "@/lib/outbox/queue";
import { typedOf, type EntryColumn } from "@/lib/tally/entry-row";
import { contentOf } from "@/lib/tally/report-content";
import type { StandingReport } from "@/lib/tally/schema";

import { isUnsaved, type RowState, type RowStatus } from "./row-state";

export type Settling = {
  readonly columns: readonly EntryColumn[];
  readonly actorName: string;
  readonly condition: QueueCondition | null;
  /** Whether this page is sending right now. */
  readonly isSending: boolean;
};

/**
 * A row as its report in the outbox has it now.
 *
 * @param mutations those of the row's unit and day, in order of typing.
 */
export function settledRow(
  state: RowState,
  mutations: readonly Mutation[],
  by: Settling,
): RowState {
  const known = mutations.find(({ id }) => id === state.queued?.id);
  const current = mutations.findLast(isLive) ?? known;
  if (!current) {
    // Another page gave it up.
    return state.queued === null || state.status.kind === "failed"
      ? state
      : { ...state, queued: null, status: { kind: "still" } };
  }
  if (!isLive(current)) {
    const { version, at } = current.state;
    return arrived(state, { version, at }, by);
  }
  if (current.state.kind === "stored")
    return arrived(takenUp(state, current, by), current.state, by);
  // The other's version was chosen, and is what the row shows: only the choice is on its way.
  const isChoice = current.report.choice?.kept === "theirs";
  if (isChoice && (current.state.kind === "waiting" || current.state.kind === "sending")) {
    return { ...state, queued: null };
  }
  const next = takenUp(state, current, by);
  // What is typed over a report that waits is not sent yet, and says so.
  const isStill = current.state.kind === "waiting" || current.state.kind === "refused";
  const status: RowStatus =
    isStill && !by.isSending && isUnsaved(next, by.columns)
      ? { kind: "still" }
      : statusOf(current.state, by);
  return isSameStatus(next.status, status) ? next : { ...next, status };
}

/** The row with a report of the outbox that it did not know: of an earlier visit, or another tab. */
function takenUp(
  state: RowState,
  { id, report }: Extract<Mutation, { readonly report: object }>,
  { columns }: Settling,
): RowState {
  if (state.queued?.id === id) return state;
  const content = contentOf(report);
  // What is typed here and not sent yet is newer.
  const isTyping = isUnsaved(state, columns);
  return {
    ...state,
    queued: { id, content },
    base: Math.max(state.base, report.baseVersion ?? 0),
    confirmed: isTyping ? state.confirmed : columns.map(({ key }) => key),
    ...(isTyping ? {} : { typed: typedOf(content, columns), isZero: content.zero }),
  };
}

/** The server has it. What was typed meanwhile stays in the fields, over the version that stands. */
function arrived(
  state: RowState,
  { version, at }: { readonly version: number; readonly at: string },
  { columns, actorName }: Settling,
): RowState {
  const { queued } = state;
  if (queued === null) return state;
  const standing: StandingReport = {
    version,
    ...queued.content,
    receivedAt: at,
    receivedBy: actorName,
    isOwn: true,
    status: "submitted",
    returnReason: null,
  };
  const isTyping = isUnsaved(state, columns);
  return {
    ...state,
    standing,
    queued: null,
    sent: null,
    base: version,
    ...(isTyping ? {} : { typed: typedOf(standing, columns), isZero: false }),
    status: { kind: "sent" },
  };
}

function statusOf(
  mutation: Extract<Mutation, { readonly report: object }>["state"],
  { condition, isSending }: Settling,
): RowStatus {
  switch (mutation.kind) {
    case "waiting":
      if (isSending) return { kind: "sending" };
      return { kind: condition ?? "kept" };
    case "sending":
      return { kind: "sending" };
    case "stored":
      return { kind: "sent" };
    case "refused":
      return { kind: "refused", problems: mutation.problems };
    case "conflict":
      return { kind: "conflict", standing: mutation.standing };
  }
}

/** So that a row that did not change is not drawn again. */
function isSameStatus(a: RowStatus, b: RowStatus): boolean {
  return a.kind === b.kind && JSON.stringify(a) === JSON.stringify(b);
}

const told = ["failed", "otherPerson", "signedOut", "refused", "conflict", "kept", "sent"] as const;

export type Told = (typeof told)[number];

/** What is to be told of rows that changed together: the worst of them. */
export function worstOf(settled: readonly RowState[]): Told | undefined {
  const kinds = settled.map(({ status }) => status.kind);
  return told.find((kind) => kinds.includes(kind));
}
