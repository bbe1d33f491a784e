import { isLive, type Mutation } from "@/lib/device/outbox/mutation";
import type { QueueCondition } from "@/lib/device/outbox/queue";
import type { EntryColumn, TypedRow } from "@/lib/report/entry-row";
import { contentOf } from "@/lib/report/report-content";
import type { DailyReportSubmission, StoredReport } from "@/lib/report/schema";
import type { SavedReport } from "@/lib/report/typed-figures";
import { dosesOf } from "@/lib/campaign/measures";

import { dailyFields, isUnsaved, typedAs, type RowState, type RowStatus } from "./row-state";

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
    return settleArrived(state, { version, at }, by);
  }
  if (current.state.kind === "stored")
    return settleArrived(resumeTyping(state, current, by), current.state, by);
  // The other's version was chosen, and is what the row shows: only the choice is on its way.
  const isChoice = current.report.choice?.kept === "theirs";
  if (isChoice && (current.state.kind === "waiting" || current.state.kind === "sending")) {
    return { ...state, queued: null };
  }
  const next = withFate(resumeTyping(recounted(state, current, by), current, by), current);
  // What is typed over a report that waits is not sent yet, and says so.
  const isStill = current.state.kind === "waiting" || current.state.kind === "rejected";
  const status: RowStatus =
    isStill && !by.isSending && isUnsaved(next, by.columns)
      ? { kind: "still" }
      : statusOf(current.state, by);
  return isSameStatus(next.status, status) ? next : { ...next, status };
}

/** The row with whether its report may have reached the server. */
function withFate(
  state: RowState,
  { isUnknown, state: { kind } }: Extract<Mutation, { readonly report: object }>,
): RowState {
  const { queued } = state;
  const isOut = isUnknown && kind !== "rejected" && kind !== "conflict";
  if (queued === null || queued.isOut === isOut) return state;
  return { ...state, queued: { ...queued, isOut } };
}

/** The row with a report of the outbox that it did not know: of an earlier visit, or another tab. */
function resumeTyping(
  state: RowState,
  { id, report }: Extract<Mutation, { readonly report: object }>,
  { columns }: Settling,
): RowState {
  if (state.queued?.id === id) return state;
  const content = contentOf(report);
  const saved = report.figures === "cumulative" && !content.zero ? asTyped(report) : content;
  // What is typed here and not sent yet is newer.
  const isTyping = isUnsaved(state, columns);
  return {
    ...state,
    queued: { id, content },
    base: Math.max(state.base, report.baseVersion ?? 0),
    confirmed: isTyping ? state.confirmed : columns.map(({ key }) => key),
    ...(isTyping
      ? {}
      : {
          typed: fieldsAs(state, saved, columns),
          isZero: content.zero,
          parts: undefined,
        }),
  };
}

/** The cells of a report with the cumulative figures that were typed for them. */
function asTyped({ tallies }: DailyReportSubmission): SavedReport {
  return {
    zero: false,
    tallies: tallies.map((tally) => ({ ...tally, ...dosesOf(tally) })),
  };
}

/** Fields as a person typed them, in the row's own kind of figures. */
function fieldsAs(state: RowState, saved: SavedReport, columns: readonly EntryColumn[]): TypedRow {
  const typed = typedAs({ ...state, figures: "cumulative" }, saved, columns);
  if (state.figures === "cumulative") return typed;
  return dailyFields({ ...state, figures: "cumulative", typed }, columns);
}

/**
 * The row with the doses up to the day before as the server has them, where a report was rejected
 * because the sender counted on others. What was typed stays; the difference is a new one.
 */
function recounted(
  state: RowState,
  mutation: Extract<Mutation, { readonly report: object }>,
  { columns }: Settling,
): RowState {
  if (mutation.state.kind !== "rejected") return state;
  const changes = mutation.state.problems.flatMap((problem) => {
    const { code, before, intervention, targetGroup } = problem;
    if (code !== "cumulativeChanged" || before === undefined) return [];
    const index = columns.findIndex(
      (column) => column.intervention === intervention && column.targetGroup === targetGroup,
    );
    const from = state.row.cells[index]?.before;
    const key = columns[index]?.key;
    return from === undefined || key === undefined || from === before
      ? []
      : [{ index, key, from, to: before }];
  });
  if (changes.length === 0) return state;
  const cells = state.row.cells.map((cell, index) => {
    const change = changes.find((each) => each.index === index);
    return change ? { ...cell, before: change.to } : cell;
  });
  const others = state.recounted.filter(({ key }) => changes.every((each) => each.key !== key));
  const next = {
    ...state,
    row: { ...state.row, cells },
    recounted: [...others, ...changes.map(({ key, from, to }) => ({ key, from, to }))],
  };
  if (isUnsaved(state, columns)) return next;
  const typed =
    state.queued?.id === mutation.id
      ? fieldsAs(next, asTyped(mutation.report), columns)
      : typedAs(next, state.standing, columns);
  return { ...next, typed };
}

/** The server has it. What was typed meanwhile stays in the fields, over the version that stands. */
function settleArrived(
  state: RowState,
  { version, at }: { readonly version: number; readonly at: string },
  { columns, actorName }: Settling,
): RowState {
  const { queued } = state;
  if (queued === null) return state;
  const parts = queued.content.parts ?? state.standing?.parts;
  const standing: StoredReport = {
    version,
    ...queued.content,
    ...(parts && { parts }),
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
    needsReason: false,
    base: version,
    recounted: [],
    ...(isTyping
      ? {}
      : {
          typed: typedAs(state, standing, columns),
          isZero: false,
          parts: undefined,
        }),
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
    case "rejected":
      return { kind: "rejected", problems: mutation.problems };
    case "conflict":
      return { kind: "conflict", standing: mutation.standing };
  }
}

/** So that a row that did not change is not drawn again. */
function isSameStatus(a: RowStatus, b: RowStatus): boolean {
  return a.kind === b.kind && JSON.stringify(a) === JSON.stringify(b);
}
