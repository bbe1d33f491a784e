import { typedOf, type EntryColumn } from "@/lib/tally/entry-row";
import type { ReportContent } from "@/lib/tally/report-content";
import type { ReportResult, StandingReport } from "@/lib/tally/schema";

import type { RowState, RowStatus } from "./row-state";
import type { SendAnswer } from "./send-reports";

/** A row on its way to the server: as it was when it went, and what it carried. */
export type Sent = {
  readonly state: RowState;
  readonly content: ReportContent;
  readonly sent: { readonly id: string };
};

/**
 * A row after the server answered, or did not. What was typed while it was under way stays in its
 * fields, over the version that now stands.
 */
export function settledRow(
  current: RowState,
  { state, content, sent }: Sent,
  answer: SendAnswer,
  by: { readonly columns: readonly EntryColumn[]; readonly actorName: string },
): RowState {
  if (answer.kind !== "answered") return { ...current, status: { kind: answer.kind } };
  const result = answer.results.find(({ id }) => id === sent.id);
  const status = statusOf(result);
  if (status.kind !== "sent" || !result) return { ...current, status };

  const standing: StandingReport = {
    version: result.version ?? state.base + 1,
    zero: content.zero,
    tallies: content.tallies,
    receivedAt: answer.at.toISOString(),
    receivedBy: by.actorName,
    isOwn: true,
    status: "submitted",
    returnReason: null,
  };
  const isSame = current.typed === state.typed && current.isZero === state.isZero;
  return {
    ...current,
    standing,
    typed: isSame ? typedOf(standing, by.columns) : current.typed,
    isZero: false,
    base: standing.version,
    status,
  };
}

/** What is to be told of rows that were sent together: the worst of them. */
export function worstOf(settled: readonly RowState[]) {
  const kinds = settled.map(({ status }) => status.kind);
  return (["signedOut", "refused", "conflict", "failed", "sent"] as const).find((kind) =>
    kinds.includes(kind),
  );
}

function statusOf(result: ReportResult | undefined): RowStatus {
  switch (result?.outcome) {
    case "stored":
    case "replayed":
      return { kind: "sent" };
    case "conflict":
      return result.standing
        ? { kind: "conflict", standing: result.standing }
        : { kind: "refused", problems: result.problems };
    case "rejected":
      return { kind: "refused", problems: result.problems };
    case undefined:
      return { kind: "failed" };
  }
}
