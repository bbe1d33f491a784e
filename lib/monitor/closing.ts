/** What is left to do before the figures of an ended campaign are final; all 0: nothing. */
export type Closing = {
  /** Reports that nobody has verified or given back. */
  readonly unverified: number;
  readonly findings: number;
  /** Units that never sent a report, in any round. */
  readonly silent: number;
  /** Units without a target population in some column of some round. */
  readonly untargeted: number;
  /** Service days with less than 75 % of their reports. */
  readonly incompleteDays: number;
};
