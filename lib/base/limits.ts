/**
 * Every limit on what a person or program may send, in one place. The sentence of a rejection names
 * the number by its name here, `{campaignColumns}`, so that it never says another. A limit that is
 * not here is a number somebody guessed at.
 */
export const limits = {
  /** Interventions of a campaign, target groups, and pairs of the two: columns of its grid. */
  campaignInterventions: 40,
  campaignTargetGroups: 40,
  campaignColumns: 60,
  campaignRounds: 20,
  /** Gates, and coverages that one of them asks for. */
  campaignGates: 20,
  campaignGateTerms: 20,
  /** Letters of what people or gifts are called, and the highest age in months. */
  campaignWordLength: 40,
  campaignAgeMonths: 1_800,
  campaignUnits: 5_000,
  campaignUnitSets: 500,
  /** Campaigns that one person may have begun and not made. */
  campaignDrafts: 20,
  /** Offices of a kabupaten that are sent at once. */
  districtOffices: 2_000,
  /** Orders of a directive, and whom it is addressed to. */
  directiveOrders: 40,
  directiveAddressees: 200,
  /** Indicators of a campaign, goals of one, the largest value, and values of one form. */
  campaignIndicators: 100,
  indicatorGoals: 500,
  indicatorValue: 1_000_000_000,
  indicatorCells: 600,
  /** Batches of a campaign, and doses of one move of them. */
  stockBatches: 500,
  stockDoses: 10_000_000,
  /** Rows of a register's file. */
  registerFileRows: 10_000,
  /** Houses of a rapid assessment, and people of one of them. The database has the same of the first. */
  assessmentHouses: 60,
  housePeople: 50,
  /** Hours from an immunization to the first sign of an adverse event: a year. */
  onsetHours: 8_760,
  /** From a campaign's first day to its last: three years. The database has the same. */
  campaignDays: 1_097,
  /** Units × columns × days: what its pages may have to add up. Measured; see lib/campaign. */
  campaignCells: 650_000,

  /** Body of a request to the API, after it was unpacked. */
  bodyMegabytes: 5,
  /** Daily reports of one batch, and cells of one report and of a whole batch. */
  batchReports: 500,
  reportCells: 500,
  batchCells: 20_000,
  /** Numbers of one report besides its cells: reasons, what sweeping found, vials of each intervention. */
  reportParts: 100,
  /** Submissions that one question for receipts may name. */
  receiptIds: 100,
  /** Problems told of one report, and of one file or batch: of a file, those that say the same are one. */
  problemsPerReport: 50,
  problemsPerBatch: 1_000,
  /** Rows of a file that are told with its problems. */
  toldProblemRows: 10_000,
  /** Passwords of strangers that wait to be checked. */
  strangersWaitingForHash: 20,
  /** Devices remembered of one person, and people of one device: the ones used last. */
  devicesPerPerson: 50,
  peoplePerDevice: 20,

  /** Letters of a text of a file that an answer repeats. */
  toldText: 200,
  /** Answers to questions about a file that come with it: some for each column. */
  fileAnswers: 2_000,

  /** Bytes of a file; what browsers and the server's actions let through is a little more. */
  fileBytes: 5 * 1024 * 1024,
  /** Files of an archive, and bytes of all that is unpacked of it. */
  archiveEntries: 1_000,
  unpackedBytes: 80 * 1024 * 1024,
  /** Elements of all XML files of a workbook, and how deep they stand in each other. */
  xmlElements: 5_000_000,
  xmlDepth: 64,

  /** Sheets of a workbook. */
  sheets: 256,
  /** Rows of a sheet: more than any kabupaten has units, in the long form with every column. */
  tableRows: 60_000,
  /** Heads of a table that is loaded or pasted: its columns. */
  tableHeads: 400,
  /** Cells of a file, with the empty ones before and between the filled ones of a row. */
  tableCells: 1_000_000,
  /** Letters of one cell, as in Excel. */
  cellText: 32_767,
  /** Merged ranges of a sheet. */
  mergedRanges: 10_000,
  /** Cell formats of a workbook, as in Excel. */
  cellFormats: 65_490,

  /** Heap and time of reading one file, in a thread of its own. */
  readerHeapMegabytes: 256,
  readerSeconds: 10,
  /** Files that wait for one of those threads, and how long. */
  filesWaiting: 16,
  fileWaitSeconds: 20,

  /** Reports of a file of daily tallies, and those told that would change what stands. */
  tallyFileRows: 10_000,
  toldDifferences: 500,
  /** Rows that a question about several names. */
  toldQuestionRows: 12,
  /** Names of a file that are asked about; the others are rejected with their lines. */
  unitQuestions: 60,
  /** Numbers of a file or body of target populations: fifty columns for the largest kabupaten. */
  targetCells: 50_000,

  /** Submissions remembered that say what one version of a report says already. */
  repeatsPerVersion: 20,

  /** Letters of a reason, and of a note about a finding. */
  reasonLetters: 500,
  /** Reports that one press may verify or return. */
  reportsPerPress: 5_000,
  /** Hours for which a press that verified reports, or a removal, can be taken back. */
  undoHours: 24,

  /** Of one person, in one minute: requests that write, and daily reports in them. */
  writesPerMinute: 600,
  reportsPerMinute: 10_000,
} as const;

/** Wrong passwords: how many are answered at once, and how long the next one waits (lib/account/auth). */
export const signInLimits = {
  /** For one name from one network, or from one device of its own; they come back after so long without a try. */
  quickTries: 10,
  quickSeconds: 15 * 60,
  /** Beyond them each try waits twice as long as the one before, from 2 s to this. */
  maxDelaySeconds: 30,
  /** For one name from everywhere, in an hour. Beyond them it has one turn an interval. */
  nameTries: 100,
  nameSeconds: 60 * 60,
  nameIntervalSeconds: 4,
  namePlaces: 8,
  /** For all names from one network: beyond the first they take turns, beyond the last they are rejected. */
  networkTries: 60,
  networkMost: 120,
  networkSeconds: 15 * 60,
  networkIntervalSeconds: 2,
  networkPlaces: 4,
  /** Sign-ins of strangers from one network that are read at once; the others follow at an interval. */
  doorAtOnce: 5,
  doorIntervalMilliseconds: 400,
  doorWaiting: 25,
} as const;

/** What was done after this moment can still be taken back. */
export function undoableSince(at: Date): Date {
  return new Date(at.getTime() - limits.undoHours * 3_600_000);
}
