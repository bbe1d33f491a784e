import type { FormState } from "@/lib/base/forms/form-state";

/** What a press in the queue came to; counts of reports. */
export type QueueAnswer =
  SettledAnswer | { readonly did: "asked"; readonly question: VerificationQuestion };

/** What was done; `undone` put reports back as they were, `cancelled` left everything as it is. */
type SettledAnswer = {
  readonly did: "verified" | "returned" | "undone" | "cancelled";
  /** Now as wanted, those that were so before included. */
  readonly done: number;
  /** Left alone: sent by the person who pressed. */
  readonly own: number;
  /** Left alone: changed since they were shown, or no longer there. */
  readonly changed: number;
};

/** What verifying several reports at once would do, before it is done. */
export type VerificationQuestion = {
  /** The reports, as a form sends them back. */
  readonly marks: string;
  readonly reports: number;
  readonly units: number;
  /** Residents' doses in them, of all interventions; null: some of their groups do not add. */
  readonly doses: number | null;
  /** Reports with something to look at, or given back before: they ask for a reason. */
  readonly remarked: number;
  /** It was confirmed without the reason that they ask for. */
  readonly isReasonMissing?: boolean;
  /** Whole kabupaten, all rounds: doses in verified reports now and then, of all doses. */
  readonly interventions: readonly {
    readonly name: string;
    readonly doses: number;
    readonly verifiedNow: number;
    readonly verifiedThen: number;
  }[];
};

/** A press of the person that can be taken back. */
export type LastPress = {
  readonly id: string;
  readonly reports: number;
  /** Instant, ISO. */
  readonly at: string;
};

/** An action of the queue, as its forms take it. */
export type QueueAction = (
  previous: FormState<QueueAnswer>,
  form: FormData,
) => Promise<FormState<QueueAnswer>>;
