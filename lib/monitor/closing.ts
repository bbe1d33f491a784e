/** What is left to do before the figures of an ended campaign are final; all 0: nothing. */
export type Closing = {
  /** Reports that nobody has verified or given back. */
  readonly unverified: number;
  readonly findings: number;
  /** Units that owed a report in some round and never sent one. */
  readonly silent: number;
  /** Units without a target population in some column of some round. */
  readonly untargeted: number;
  /** Days on which reports were due, with less than 75 % of them. */
  readonly incompleteDays: number;
};
