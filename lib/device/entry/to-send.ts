import type { EntryColumn } from "@/lib/report/entry-row";
import { contentOf, contentText, type ReportContent } from "@/lib/report/report-content";
import type { DailyReportSubmission } from "@/lib/report/schema";
import { readFields, type FallenFigure } from "@/lib/report/typed-figures";

import {
  askedFields,
  isChanged,
  isUnsaved,
  rowFigures,
  saysZero,
  typedAs,
  type RowState,
} from "./row-state";

export type ToSend = {
  readonly content: ReportContent;
  /** The content as one text: the same text is the same submission. */
  readonly text: string;
  /** As a submission says it: cumulative figures stand beside the doses of the day. */
  readonly report: Required<Pick<DailyReportSubmission, "zero" | "tallies">> &
    Pick<DailyReportSubmission, "figures" | "parts">;
  /** Cumulative figures that fell: they go with a reason only. */
  readonly fallen: readonly FallenFigure[];
};

/** What the row would send; null: nothing that can be sent. */
export function contentToSend(state: RowState, columns: readonly EntryColumn[]): ToSend | null {
  if (!isUnsaved(state, columns)) return null;
  const zero = saysZero(state, columns);
  // A report that was never received is replaced as a whole, with what it said besides tallies.
  const parts = state.parts ? state.parts.said : state.queued?.content.parts;
  if (parts === null) return null;
  const typed = askedFields(state, columns);
  const { problems, tallies, fallen } = readFields(typed, columns, rowFigures(state));
  if (!zero && (problems.length > 0 || tallies.length === 0)) return null;
  const content = contentOf({ zero, tallies, parts: parts && [...parts] });
  const besides = content.parts && { parts: content.parts };
  return {
    content,
    text: contentText(content),
    report:
      zero || state.figures === "daily"
        ? { zero, tallies: [...content.tallies], ...besides }
        : { zero, tallies, figures: "cumulative", ...besides },
    fallen: zero ? [] : fallen,
  };
}

/** What a returned report says, to be sent once more as it stands; null: there is none, or it was changed. */
export function returnedToSend(state: RowState, columns: readonly EntryColumn[]): ToSend | null {
  const { standing } = state;
  if (standing?.status !== "returned" || isChanged(state, columns)) return null;
  // A day below 0 is only told by the cumulative figure that fell.
  const hasFallen = standing.tallies.some(({ residents }) => residents < 0);
  const as = { ...state, figures: hasFallen ? "cumulative" : "daily" } as const;
  const typed = typedAs(as, standing, columns);
  return contentToSend({ ...as, typed, isZero: standing.zero, standing: null }, columns);
}
