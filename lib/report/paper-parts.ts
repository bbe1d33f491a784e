import type { EntryColumn } from "./entry-row";

/** Columns of counts that one sheet of A4 has room for, in hand-writing. */
const maxOnPortrait = 5;
const maxOnLandscape = 8;

export type PaperPart = {
  readonly columns: readonly EntryColumn[];
  /** Where the first of them stands among all. */
  readonly from: number;
};

/**
 * The columns of a form as they are spread over sheets: as few parts as there is room for, of about the
 * same width, so that no sheet has one column alone.
 */
export function paperParts(columns: readonly EntryColumn[]): {
  readonly isLandscape: boolean;
  readonly parts: readonly PaperPart[];
} {
  const isLandscape = columns.length > maxOnPortrait;
  const most = isLandscape ? maxOnLandscape : maxOnPortrait;
  const count = Math.max(1, Math.ceil(columns.length / most));
  const size = Math.ceil(columns.length / count);
  return {
    isLandscape,
    parts: Array.from({ length: count }, (_, index) => ({
      columns: columns.slice(index * size, (index + 1) * size),
      from: index * size,
    })).filter((part) => part.columns.length > 0),
  };
}
