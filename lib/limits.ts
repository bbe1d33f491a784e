/**
 * Every limit on what a person or program may send, in one place. The sentence of a refusal names
 * the number by its name here, `{campaignColumns}`, so that it never says another. A limit that is
 * not here is a number somebody guessed at.
 */
export const limits = {
  /** Interventions of a campaign, target groups, and pairs of the two: columns of its grid. */
  campaignInterventions: 40,
  campaignTargetGroups: 40,
  campaignColumns: 60,
  campaignRounds: 20,
  campaignUnits: 5_000,
  /** From a campaign's first day to its last: three years. The database has the same. */
  campaignDays: 1_097,
  /** Units × columns × days: what its pages may have to add up. Measured; see lib/campaign. */
  campaignCells: 650_000,

  /** Body of a request to the API, after it was unpacked. */
  bodyMegabytes: 5,
  /** Heads of a table that is loaded or pasted. */
  tableHeads: 400,
  /** Rows of target populations in one request. */
  targetRows: 50_000,

  /** Daily reports of one batch, and cells of one report and of a whole batch. */
  batchReports: 500,
  reportCells: 500,
  batchCells: 20_000,
  /** Submissions that one question for receipts may name. */
  receiptIds: 100,
  /** Problems told of one report, and of one file or batch. */
  problemsPerReport: 50,
  problemsPerBatch: 1_000,
  /** Submissions remembered that say what one version of a report says already. */
  repeatsPerVersion: 20,

  /** Letters of a reason, and of a note about a finding. */
  reasonLetters: 500,
  /** Reports that one press may verify or return. */
  reportsPerPress: 5_000,

  /** Of one person, in one minute: requests that write, and daily reports in them. */
  writesPerMinute: 600,
  reportsPerMinute: 10_000,
} as const;

export type LimitName = keyof typeof limits;
