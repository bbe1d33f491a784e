import { isRecord } from "@/lib/base/forms/unknown-object";
import type { DailyReportSubmission, ReportProblem, StoredReport } from "@/lib/report/schema";

/**
 * How a stored mutation is written down. It rises when the shape changes, and `readMutation` brings
 * older ones along: an old queue has to survive a new version of the app.
 */
export const mutationFormat = 2;

/**
 * Why the server, or this device, will not take a report as it is. `unreadable`: the server cannot
 * read it at all. `mismatch`: what it stored is not what was typed. `notAllowed`: the person may not
 * send here any more. `noCampaign`: there is none to send to.
 */
export type OutboxProblem = Omit<ReportProblem, "code"> & {
  readonly code: ReportProblem["code"] | "unreadable" | "mismatch" | "notAllowed" | "noCampaign";
};

export type MutationState =
  /** Not under way. Whether it was ever sent is told by `isUnknown`. */
  | { readonly kind: "waiting" }
  /**
   * Handed to the network. `wasUnsent`: by nobody before, so that a server which says that it read
   * nothing leaves it as it was. It stands here, and not with the sender, because another sender may
   * take up the same report meanwhile.
   */
  | { readonly kind: "sending"; readonly wasUnsent: boolean }
  /** The server said that it has it; its values are yet to be read back. */
  | { readonly kind: "stored"; readonly version: number; readonly at: string }
  | { readonly kind: "rejected"; readonly problems: readonly OutboxProblem[] }
  | { readonly kind: "conflict"; readonly standing: StoredReport };

type Named = {
  readonly format: number;
  /** The submission's UUID. */
  readonly id: string;
  /** Order of typing on this device. */
  readonly order: number;
  readonly slug: string;
  readonly unit: string;
  readonly unitName: string;
  /** A local day. */
  readonly day: string;
  /** ISO, by this device's clock. */
  readonly typedAt: string;
};

/** A report that the server is not known to have, whole. */
export type LiveMutation = Named & {
  readonly report: DailyReportSubmission;
  readonly state: MutationState;
  /**
   * It was handed to the network and no answer came: the server may have it. It is sent again as it
   * is until an answer comes, and never changed.
   */
  readonly isUnknown: boolean;
  /** The mutation of the same unit and day whose fate has to be known first. */
  readonly after: string | null;
  readonly attempts: number;
  /** Not before; milliseconds since 1970. */
  readonly nextTryAt: number;
  /** What was typed for the same unit and day before, and never reached the server. Oldest first. */
  readonly earlier: readonly EarlierTyping[];
};

/** A report that the server has: what was typed is gone from here, and the line is kept for a while. */
export type ConfirmedMutation = Named & {
  readonly report: null;
  /** It was a zero report. */
  readonly isZero: boolean;
  readonly state: {
    readonly kind: "confirmed";
    readonly version: number;
    /** ISO: when the server received it. */
    readonly at: string;
    /** A newer version stood already when it was read back, or it was withdrawn. */
    readonly isOutdated: boolean;
  };
};

export type Mutation = LiveMutation | ConfirmedMutation;

type EarlierTyping = {
  readonly id: string;
  readonly typedAt: string;
  readonly report: DailyReportSubmission;
};

export function isLive(mutation: Mutation): mutation is LiveMutation {
  return mutation.report !== null;
}

/** Whether the server's answer is still to come. */
export function isPending({ state }: LiveMutation): boolean {
  return state.kind === "waiting" || state.kind === "sending";
}

/** The mutation as one that the server may have, whatever is answered to who holds it now. */
export function asUnknown(mutation: LiveMutation): LiveMutation {
  const { state } = mutation;
  return {
    ...mutation,
    state: state.kind === "sending" ? { ...state, wasUnsent: false } : state,
    isUnknown: true,
  };
}

/**
 * A mutation as it was kept, by this version of the app or an older one. null: written by a newer
 * version, or not one: it is left where it is.
 */
export function readMutation(kept: unknown): Mutation | null {
  if (!isRecord(kept) || typeof kept["format"] !== "number") return null;
  if (kept["format"] > mutationFormat) return null;
  const { id, slug, unit, day, typedAt, state } = kept;
  if (![id, slug, unit, day, typedAt].every((text) => typeof text === "string")) return null;
  if (!isRecord(state) || typeof state["kind"] !== "string") return null;
  // A format adds fields; one that an older version did not know has its first meaning here.
  const brought = {
    unitName: unit,
    order: 0,
    isZero: false,
    isUnknown: true,
    after: null,
    attempts: 0,
    nextTryAt: 0,
    earlier: [],
    ...kept,
    // Format 1 called it "refused".
    state: state["kind"] === "refused" ? { ...state, kind: "rejected" } : state,
    format: mutationFormat,
  };
  return isMutation(brought) ? brought : null;
}

/** What it stands on; the rest is what this program itself wrote, and the server judges it anyway. */
function isMutation(value: object): value is Mutation {
  if (!("report" in value) || !("id" in value)) return false;
  const { report, id } = value;
  return (
    report === null || (isRecord(report) && report["id"] === id && Array.isArray(report["tallies"]))
  );
}
