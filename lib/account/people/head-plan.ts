import type { RejectedHeadLine } from "./head-lines";

/** An account that would be made for the head of an area. */
export type PlannedHead = {
  readonly code: string;
  readonly placeName: string;
  /** The kecamatan of a village. */
  readonly within: string | null;
  readonly username: string;
  readonly displayName: string;
  readonly phone: string | null;
};

export type HeadPlan = {
  readonly heads: readonly PlannedHead[];
  /** Places that are asked for and whose head has an account, who may be disabled. */
  readonly known: number;
  readonly rejected: readonly RejectedHeadLine[];
};

/** What would be made of a list of heads; `lines` as they were read, for the next step. */
export type HeadPreview =
  | (HeadPlan & { readonly kind: "plan"; readonly lines: string })
  | { readonly kind: "unreadable" | "empty" };
