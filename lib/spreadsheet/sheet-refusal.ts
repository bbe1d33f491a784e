/** A cell of a file that is refused; sentences in the reader's language. */
export type SheetRefusal = {
  /** Row of the file, as a spreadsheet counts. */
  readonly line: number;
  readonly place: string;
  readonly placeNote: string;
  readonly column: string;
  readonly content: string;
  readonly why: string;
  readonly advice: string;
};
