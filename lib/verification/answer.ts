/** What a press in the queue came to; counts of reports. */
export type QueueAnswer = {
  readonly did: "verified" | "returned";
  /** Now as wanted, those that were so before included. */
  readonly done: number;
  /** Left alone: changed since they were shown, or no longer there. */
  readonly changed: number;
};
