import type { FormState } from "@/lib/forms/form-state";

/** What a press in the queue came to; counts of reports. */
export type QueueAnswer = {
  readonly did: "verified" | "returned";
  /** Now as wanted, those that were so before included. */
  readonly done: number;
  /** Left alone: sent by the person who pressed. */
  readonly own: number;
  /** Left alone: changed since they were shown, or no longer there. */
  readonly changed: number;
};

/** An action of the queue, as its forms take it. */
export type QueueAction = (
  previous: FormState<QueueAnswer>,
  form: FormData,
) => Promise<FormState<QueueAnswer>>;
