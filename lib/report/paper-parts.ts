import { columnGroups } from "./column-groups";
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

/** Beyond so many columns a unit has a block of its own, which its people can be given alone. */
const maxInRows = 12;

/** Boxes that stand beside each other in a block; every line has as many places. */
export const boxesInLine = 4;

export function isInBlocks(columns: readonly EntryColumn[]): boolean {
  return columns.length > maxInRows;
}

/** A line of a block: up to four columns, of one intervention where interventions have several. */
type PaperLine = {
  /** What stands before it; null: each box has its whole name, or it goes on from the line above. */
  readonly head: string | null;
  readonly columns: readonly EntryColumn[];
};

/** The columns of a block in lines, the groups of an intervention together. */
export function paperLines(columns: readonly EntryColumn[]): readonly PaperLine[] {
  const groups = columnGroups(columns);
  if (groups.every((group) => group.columns.length === 1)) {
    return chunks(columns).map((line) => ({ head: null, columns: line }));
  }
  return groups.flatMap(({ columns: own }) =>
    chunks(own).map((line, index) => ({
      head: index === 0 ? own[0].interventionName : null,
      columns: line,
    })),
  );
}

function chunks(columns: readonly EntryColumn[]): readonly (readonly EntryColumn[])[] {
  return Array.from({ length: Math.ceil(columns.length / boxesInLine) }, (_, index) =>
    columns.slice(index * boxesInLine, (index + 1) * boxesInLine),
  );
}
