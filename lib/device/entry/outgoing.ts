import { newSubmissionId } from "@/lib/device/outbox/new-id";
import type { TypedEntry } from "@/lib/device/outbox/typing";
import type { EntryColumn } from "@/lib/report/entry-row";
import { problemsHere } from "@/lib/report/report-here";
import type { DailyReportSubmission, ReportReason } from "@/lib/report/schema";

import type { EntryContext } from "./entry-context";
import { farWarnings } from "./row-counts";
import { rowFate } from "./row-life";
import { lookOf, type RowState } from "./row-state";
import { contentToSend, returnedToSend, type ToSend } from "./to-send";

export type SendOptions = {
  /** Of a change that needs one; null: not given. */
  readonly reason?: ReportReason | null;
  /** A returned report as it stands. */
  readonly isResent?: boolean;
};

type Outgoing = {
  /** The row once its report is handed over. */
  readonly next: RowState;
  /** What the outbox is handed, with what is rejected here. */
  readonly typed: TypedEntry;
};

type By = {
  readonly columns: readonly EntryColumn[];
  readonly context: EntryContext;
  readonly at: Date;
};

/**
 * What of the rows goes now, and which units' changes wait for their reason. A row with nothing that
 * can be sent, or in conflict, is in neither.
 */
export function outgoingOf(
  states: readonly RowState[],
  { reason = null, isResent = false }: SendOptions,
  { columns, context, at }: By,
): { readonly going: readonly Outgoing[]; readonly asked: readonly string[] } {
  const ready = states.flatMap((state) => {
    if (state.status.kind === "conflict") return [];
    const content = (isResent ? returnedToSend : contentToSend)(state, columns);
    return content ? [{ state, content }] : [];
  });
  const isAsked = ({ state }: (typeof ready)[number]) =>
    !reason &&
    !isResent &&
    rowFate(state, "rested", { columns, closing: context, at }) === "needsReason";
  return {
    going: ready
      .filter((each) => !isAsked(each))
      .map(({ state, content }) =>
        handedOver(state, content, { reason, isResent }, { columns, context, at }),
      ),
    asked: ready.filter(isAsked).map(({ state }) => state.row.unit.code),
  };
}

/** Units whose fields cannot be sent as they are. */
export function stuckUnits(
  states: readonly RowState[],
  columns: readonly EntryColumn[],
): readonly string[] {
  return states
    .filter((state) => ["rejected", "cleared"].includes(lookOf(state, columns)))
    .map(({ row }) => row.unit.code);
}

function handedOver(
  state: RowState,
  { content, text, report, fallen }: ToSend,
  { reason, isResent }: Required<SendOptions>,
  { columns, context, at }: By,
): Outgoing {
  const { unit } = state.row;
  // The same content again is the same submission again, so that it is stored once.
  const isSame = !isResent && state.sent?.content === text;
  const id = isSame && state.sent ? state.sent.id : newSubmissionId();
  const submission: DailyReportSubmission = {
    unit: unit.code,
    day: context.day,
    ...report,
    id,
    baseVersion: isResent ? (state.standing?.version ?? 0) : state.base,
    submittedAt: at.toISOString(),
    ...(reason && { reason }),
    // The fields say so beside each such count, and sending it all the same is the answer.
    ...(farWarnings(state, columns).length > 0 && { isAboveTargetConfirmed: true }),
  };
  const { round } = context;
  const judged = round ? problemsHere(submission, { columns, round }) : [];
  const unexplained = reason ? [] : fallen;
  return {
    next: { ...state, queued: { id, content }, recounted: [], sent: { id, content: text } },
    typed: {
      slug: context.slug,
      unitName: unit.name,
      report: submission,
      problems: [
        ...judged,
        ...unexplained.map((figure) => ({ code: "cumulativeFell" as const, ...figure })),
      ],
    },
  };
}
