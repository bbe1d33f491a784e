import clsx from "clsx";

/**
 * A row of a wide table that a phone shows as a card: what it is and its number in the first line,
 * and under them, smaller, who, when and how. Table, head, body and foot are blocks there.
 */
export const cardBlock = "max-tablet:block";

export const cardHead = "max-tablet:sr-only";

export const cardRow =
  "max-tablet:flex max-tablet:flex-wrap max-tablet:items-center max-tablet:gap-x-3 max-tablet:border-b max-tablet:border-line max-tablet:py-1.5";

/** Undoes what cells of the table have for themselves. */
export const cardCell = "max-tablet:h-auto max-tablet:border-0 max-tablet:p-0";

/** A row whose every cell has a line of its own. */
export const cardStack =
  "border-b border-line max-tablet:block max-tablet:py-3 max-tablet:[&>*]:block max-tablet:[&>*]:p-0";

/** The first cell: wide enough to leave its line to the number. */
export const cardTitle = "max-tablet:min-w-0 max-tablet:grow max-tablet:basis-[55%]";

/** A cell of the lines under that; not there at all where it has nothing to say. */
export function cardNote(isSaid: boolean): string {
  return clsx("max-tablet:text-note", !isSaid && "max-tablet:hidden");
}
