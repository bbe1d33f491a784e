/**
 * Every limit on what a person or program may send, in one place: `code` names the sentence in the
 * catalogue that a refusal says. A limit that is not here is a number somebody guessed at.
 */
export const limits = {
  /** Columns of a campaign: pairs of intervention and target group. */
  campaignColumns: 60,
  /** Cells of one batch of daily reports. */
  batchCells: 20_000,
  /** Problems told of one report, and of one file or batch. */
  problemsPerReport: 50,
  problemsPerBatch: 1_000,
  /** Letters of a text of a file that an answer repeats. */
  toldText: 200,

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
  /** Numbers of a file or body of target populations: fifty columns for the largest kabupaten. */
  targetCells: 50_000,
} as const;
