/** What became of reports, the worst first: of rows that changed together that is what is said. */
export const tellings = [
  "failed",
  "otherPerson",
  "signedOut",
  "rejected",
  "conflict",
  "kept",
  "sent",
] as const;

/** Something that happened and is to be said, once. */
export type EntryNotice = {
  readonly number: number;
  readonly kind: (typeof tellings)[number] | "filled" | "undone" | "redone" | "recounted";
  readonly units: readonly string[];
  /** How many: cells that were filled, reports of a sending. */
  readonly count: number;
};
