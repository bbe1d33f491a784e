/**
 * Every limit on what a person or program may send, in one place: `code` names the sentence in the
 * catalogue that a refusal says. A limit that is not here is a number somebody guessed at.
 */
export const limits = {
  /** Columns of a campaign: pairs of intervention and target group. */
  campaignColumns: 60,
  /** Heads of a table that is loaded or pasted. */
  tableHeads: 400,
  /** Cells of one batch of daily reports. */
  batchCells: 20_000,
  /** Problems told of one report, and of one file or batch. */
  problemsPerReport: 50,
  problemsPerBatch: 1_000,
} as const;
