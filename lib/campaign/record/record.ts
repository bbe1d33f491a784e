/**
 * The registers of a campaign whose records are stored as `storeRecord` does: each with its versions and
 * who wrote them, each thing that is sent stored once.
 */
export type RecordKind =
  | "strategy"
  | "team"
  | "session"
  | "batch"
  | "stockMove"
  | "adverseEvent"
  | "assessment"
  | "indicator"
  | "indicatorValue";

/** What names what is sent: `sent` is made by who sends it. */
export type RecordSent = {
  /** A UUID: the same thing sent twice is stored once. */
  readonly sent: string;
  /** Version of the record that was changed; 0: it is a new one. */
  readonly version: number;
};

/** What came of it. */
export type RecordStored = {
  readonly id: string;
  /** Of the record from here on. */
  readonly version: number;
  /** It had been stored already. */
  readonly replayed: boolean;
};
